import ArabicText
import Testing

struct SegmentTests {
    private func texts(_ segments: [TextSegment], of text: String) -> [String] {
        let bytes = Array(text.utf8)
        let scalars = Array(text.unicodeScalars)
        return segments.map { segment in
            let byBytes = String(decoding: bytes[segment.bytes], as: UTF8.self)
            var byScalars = String.UnicodeScalarView()
            byScalars.append(contentsOf: scalars[segment.scalars])
            #expect(String(byScalars) == byBytes)
            return byBytes
        }
    }

    @Test(arguments: [
        ("قال ذلك. ثم مضى.", ["قال ذلك.", "ثم مضى."]),
        ("هل حضر؟ نعم! حضر", ["هل حضر؟", "نعم!", "حضر"]),
        ("قال: «لن نقبل.» وأضاف", ["قال: «لن نقبل.»", "وأضاف"]),
        ("سبل مواجهته .. تحديات الأمن.. والإنتاج", ["سبل مواجهته .. تحديات الأمن.. والإنتاج"]),
        ("بلغ 3.5 في المئة. وزاد", ["بلغ 3.5 في المئة.", "وزاد"]),
        (
            "التقى د. محمد أ. د. علي بالوزير. ثم عاد",
            ["التقى د. محمد أ. د. علي بالوزير.", "ثم عاد"]
        ),
        ("نقلت و.م.ع. عن مصدر", ["نقلت و.م.ع. عن مصدر"]),
        ("سنة 1435 هـ. ثم عاد", ["سنة 1435 هـ.", "ثم عاد"]),
        ("عام 2014. وفي", ["عام 2014.", "وفي"]),
        ("  سطر أول\n\n \u{A0}سطر ثان  ", ["سطر أول", "سطر ثان"]),
        ("", []), (" \n ", []), (".", ["."]),
    ])
    func `sentences end where news ends them`(text: String, expected: [String]) {
        #expect(texts(SentenceScanner.sentences(in: Array(text.utf8)), of: text) == expected)
    }

    @Test(arguments: [
        ("أول\n\nثان\r\n\r\n ثالث \u{2029}رابع", ["أول", "ثان", "ثالث", "رابع"]),
        ("\n \u{A0}\n", []),
        ("واحد. اثنان", ["واحد. اثنان"]),
    ])
    func `paragraphs are lines with something on them`(text: String, expected: [String]) {
        #expect(texts(ParagraphScanner.paragraphs(in: Array(text.utf8)), of: text) == expected)
    }

    @Test(arguments: [
        ("في 12/03 بـ «الودادِ» ـ", ["في", "12", "03", "بـ", "الودادِ"]),
        ("مي\u{200C}خواهم \u{200F}م²", ["مي\u{200C}خواهم", "م²"]),
        ("و23 l'été", ["و23", "l", "été"]), ("\u{64B} \u{301} ـــ", []),
    ])
    func `words are runs of letters, marks and numbers`(text: String, expected: [String]) {
        #expect(texts(WordScanner.words(in: Array(text.utf8)), of: text) == expected)
    }

    @Test func `sentences of random text do not overlap and lose no word`() {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<2000 {
            let text = Array(generator.text(maxScalars: 20).utf8)
            let sentences = SentenceScanner.sentences(in: text)
            #expect(
                zip(sentences, sentences.dropFirst()).allSatisfy {
                    $0.bytes.upperBound <= $1.bytes.lowerBound
                })
            let inside = sentences.reduce(0) { $0 + WordScanner.count(in: Array(text[$1.bytes])) }
            #expect(inside == WordScanner.count(in: text), "\(text)")
        }
    }
}
