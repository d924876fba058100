import ArticleExtraction
import Testing

@testable import NewsEnrichment

struct NewsTextTests {
    private let lexicon = Lexicon(
        lists: [
            WordList(.placeStart, .asWritten, "المغرب مراكش وجدة بيروت لبنان"),
            WordList(.orgTrigger, .either, "لجنة"),
        ], hashes: [])

    @Test(arguments: [
        (word: "بمراكش", cut: 1, sense: Senses.placeStart),
        (word: "وبالمغرب", cut: 2, sense: .placeStart),
        (word: "للمغرب", cut: 0, sense: .placeStart),
        (word: "وجدة", cut: 0, sense: .placeStart),
        (word: "بوجدة", cut: 1, sense: .placeStart),
        (word: "ولبنان", cut: 1, sense: .placeStart),
        (word: "لبنان", cut: 0, sense: .placeStart),
        (word: "للجنة", cut: 0, sense: .orgTrigger),
        (word: "فاللجنة", cut: 1, sense: .orgTrigger),
        (word: "وَبِمَرّاكش", cut: 2, sense: .placeStart),
    ])
    func `a word is read without its proclitics`(word: String, cut: Int, sense: Senses) throws {
        let text = NewsText(of: "في \(word) اليوم", lexicon: lexicon)
        let reading = try #require(text.reading(of: text.words[1], in: sense))
        #expect(Int(reading.cut) == cut)
        #expect(text.words[1].anySenses.contains(sense))
    }

    @Test(arguments: ["بيروت", "مراكشي", "لجان", "كالمغربي", "بو", "ل"])
    func `what only looks like a proclitic is none`(word: String) {
        let text = NewsText(of: word, lexicon: lexicon)
        let senses = text.words.first.map { $0.anySenses } ?? []
        #expect(senses == (word == "بيروت" ? .placeStart : []))
    }

    private static let traits: [(word: String, traits: Word.Traits)] = [
        ("الوزارة", [.definite, .article, .silent]), ("ألمانيا", [.definite, .hamza, .silent]),
        ("آلية", [.definite, .hamza, .silent]), ("إنتاج", [.hamza, .silent]),
        ("ؤ", [.hamza, .silent]), ("انتاج", .silent), ("إلى", .hamza),
        ("وبالوزارة", [.definite, .silent]), ("للوزارة", [.definite, .silent]),
        ("وزارة", .silent), ("وَزارة", []), ("الـ48", .article), ("اليوم", [.definite, .article]),
        ("بيوم", []), ("OK", []),
    ]

    @Test(arguments: traits)
    func `what a spelling shows is known of every word`(word: String, traits: Word.Traits) {
        #expect(NewsText(of: word).words.map(\.traits) == [traits])
        #expect(NewsText(of: "x \(word)،").words.last?.traits == traits)
    }

    @Test
    func `words of many readings have them all`() {
        let text = NewsText(of: String(repeating: "وللجنة ", count: 400), lexicon: lexicon)
        #expect(text.words.count == 400)
        #expect(text.readings.count == 2000)
        #expect(text.words.allSatisfy { $0.readingCount == 5 })
        #expect(text.words.indices.allSatisfy { Int(text.words[$0].firstReading) == $0 * 5 })
    }

    @Test
    func `a span leaves proclitics and their marks out`() {
        let text = NewsText(of: "عاد إلى وَبِمَرّاكش الحمراء.")
        let span = text.span(2..<4, cut: 2)
        #expect(span.text == "مَرّاكش الحمراء")
        #expect(span == TextSpan(12..<27, in: text))
        #expect(span.words == 2..<4)
    }

    private static let marks: [(text: String, marks: [Marks])] = [
        ("قال \"نعم\" ثم", [Marks.openQuote, Marks.closeQuote]),
        ("موضوع\" التطرف \"، وذلك", [Marks.openQuote, Marks([.closeQuote, .comma])]),
        ("نتائج \" تجاوزت \" في", [Marks.openQuote, Marks.closeQuote]),
        ("قال : «نعم». وعاد", [Marks([.colon, .openQuote]), Marks([.closeQuote, .fullStop])]),
        ("مواجهته .. تحديات – نعم", [Marks.dots, Marks.dash]),
        ("أول\n\nثان (ثالث", [Marks.paragraph, Marks.openBracket]),
        ("E-POLICE 3", [Marks([.dash, .joined]), Marks()]),
    ]

    @Test(arguments: marks)
    func `what stands between words is known`(text: String, marks: [Marks]) {
        let words = NewsText(of: text).words
        #expect(words.dropFirst().prefix(2).map(\.before) == marks)
    }

    @Test
    func `every word is in one sentence and knows its paragraph`() {
        let text = NewsText(
            of: "قال د. محمد نعم. ثم عاد!\n\n***\n\nوغادر اليوم",
            paragraphs: [(0, 24), (26, 29), (31, 42)].enumerated().map { index, place in
                Paragraph(n: index + 1, start: place.0, end: place.1)
            })
        #expect(text.sentences == [0..<4, 4..<6, 6..<8])
        #expect(text.words.map(\.paragraph) == [1, 1, 1, 1, 1, 1, 3, 3])
        #expect((0..<8).map { text.sentence(of: $0) } == [0, 0, 0, 0, 1, 1, 2, 2])
    }

    @Test
    func `a key is the folded words`() {
        let text = NewsText(of: "بالمديرية العامّة للأمن")
        #expect(text.key(0..<3, cut: 1) == "المديرية العامة للامن")
    }

    @Test(arguments: [
        String(repeating: "عاد الوزير ", count: 200),  // even
        String(repeating: "و ", count: 300) + String(repeating: "المستشفيات ", count: 100),
        String(repeating: "المستشفيات ", count: 100) + String(repeating: "و ", count: 300),
        String(repeating: ".", count: 900) + String(repeating: " نعم", count: 90), "نعم", "",
    ])
    func `a word is found by its scalars wherever they run`(text: String) {
        let text = NewsText(of: text)
        let ends = text.words.map { Int($0.end) }
        for scalar in 0...(ends.last ?? 0) {
            let expected = ends.firstIndex { $0 > scalar } ?? ends.count
            #expect(text.word(endingAfter: scalar) == expected)
        }
    }

    @Test
    func `cues are words of telling senses and those behind quotes and full stops`() {
        let text = NewsText(of: "عاد الوزير. ثم قال إن «الأمر» تم، وانعقد المؤتمر بعد ذلك")
        #expect(text.cues == [2, 3, 5, 6, 7, 8])
    }
}
