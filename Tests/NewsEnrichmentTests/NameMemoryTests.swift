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

    private func people(in body: String, _ known: KnownNames) -> [String] {
        let article = CleanArticle(
            language: TextLanguage(tag: "ar", variety: "ar", evidence: []), body: body,
            paragraphs: [Paragraph(n: 1, start: 0, end: body.unicodeScalars.count)],
            encoding: .utf8, encodingEvidence: .validUTF8, wordCount: 1)
        return NewsEnricher().findings(in: article, crawled: nil, known: known).people.map(\.name)
    }
}
