import ArabicText
import ArticleExtraction
import Testing

@testable import NewsEnrichment

struct NameMemoryTests {
    /// Names that no rule of names would take for one.
    private let introduced = "قال رئيس الجمعية قلبوش مرجدي إن الحفل ناجح."
    private let alone = "غادر قلبوش مرجدي القاعة."

    @Test
    func `a name that two articles introduce is known without a title`() {
        var memory = NameMemory()
        #expect(people(in: alone, memory.known) == [])
        memory.learn(NameSighting(of: findings(in: introduced)))
        #expect(people(in: alone, memory.known) == [])
        memory.learn(NameSighting(of: findings(in: introduced)))
        #expect(people(in: alone, memory.known) == ["قلبوش مرجدي"])
        #expect(people(in: "التقى بقلبوش مرجدي أمس.", memory.known) == ["قلبوش مرجدي"])
    }

    @Test
    func `a name that stands twice in one article counts once`() {
        var memory = NameMemory()
        memory.learn(NameSighting(of: findings(in: introduced + " " + introduced)))
        #expect(memory.count == 1)
        #expect(people(in: alone, memory.known) == [])
    }

    @Test
    func `names without a title, and single words, teach nothing`() {
        #expect(NameSighting(of: findings(in: "حضر سامي العياري وقال أوباما ذلك.")).names == [])
    }

    @Test
    func `a sighting comes back from its bytes`() {
        let sighting = NameSighting(of: findings(in: introduced))
        #expect(sighting.names == ["قلبوش مرجدي"])
        #expect(NameSighting(bytes: sighting.bytes) == sighting)
    }

    @Test
    func `beyond its capacity it forgets what fewest articles introduced`() {
        var memory = NameMemory(capacity: 2)
        let often = NameSighting(bytes: Array("نبيل بنعزوز".utf8))
        memory.learn(often)
        memory.learn(often)
        memory.learn(NameSighting(bytes: Array("سامي العياري\nكمال الورتاني".utf8)))
        #expect(memory.count == 2)
        #expect(people(in: "حضر نبيل بنعزوز.", memory.known) == ["نبيل بنعزوز"])
    }

    @Test
    func `it says when what is known has changed`() {
        var memory = NameMemory(capacity: 3)
        let sighting = NameSighting(bytes: Array("نبيل بنعزوز".utf8))
        #expect([1, 2, 3].map { _ in memory.learn(sighting) } == [false, true, false])
    }

    @Test
    func `what is forgotten is known no more`() {
        var memory = NameMemory(capacity: 10)
        for number in 0...10 {
            let sighting = NameSighting(bytes: Array(Self.name(number).utf8))
            // The first time that the last one comes, it is the one that fewest articles introduced.
            for _ in 1...(number < 10 ? 2 : 3) { memory.learn(sighting) }
        }
        #expect(memory.count == 10)
        #expect(people(in: "غادر \(Self.name(0)).", memory.known) == [])
        #expect(people(in: "غادر \(Self.name(1)).", memory.known) == [Self.name(1)])
        #expect(people(in: "غادر \(Self.name(10)).", memory.known) == [Self.name(10)])
    }

    @Test
    func `of thousands of names each is found, and a snapshot stays as it was`() {
        var known = KnownNames()
        for number in 0..<2000 { known.insert(Self.name(number)) }
        let snapshot = known
        for number in 2000..<4000 { known.insert(Self.name(number)) }
        for number in stride(from: 0, to: 4000, by: 97) {
            #expect(people(in: "غادر \(Self.name(number)).", known) == [Self.name(number)])
            #expect(people(in: "غادر \(Self.name(number)).", snapshot).isEmpty == (number >= 2000))
        }
    }

    /// A name of words that are no words.
    private static func name(_ number: Int) -> String {
        let letters = ["ا", "ب", "ت", "ج", "د", "ر", "س", "ع", "ق", "م"]
        let digits = [1000, 100, 10, 1].map { letters[number / $0 % 10] }
        return "خرط\(digits[0])\(digits[1]) شبق\(digits[2])\(digits[3])"
    }

    private func people(in body: String, _ known: KnownNames) -> [String] {
        let article = CleanArticle(
            language: TextLanguage(tag: "ar", variety: "ar", evidence: []), body: body,
            paragraphs: [Paragraph(n: 1, start: 0, end: body.unicodeScalars.count)],
            encoding: .utf8, encodingEvidence: .validUTF8, wordCount: 1)
        return NewsEnricher().findings(in: article, crawled: nil, known: known).people.map(\.name)
    }
}
