import ArabicText
import ArticleExtraction
import Testing

@testable import NewsEnrichment

/// Names of bodies at the very end of a text.
struct EponymEndTests {
    @Test(arguments: [
        "المستشفى الجامعي", "في الجامعة الوطنية", "زار المعهد العالي", "المركز الاستشفائي",
    ])
    func `a text may end inside the name of a body`(text: String) {
        let article = CleanArticle(
            language: TextLanguage(tag: "ar", variety: "ar", evidence: []), body: text,
            paragraphs: [], encoding: .utf8, encodingEvidence: .validUTF8, wordCount: 2)
        let findings = NewsEnricher().findings(in: article, crawled: nil)
        #expect(findings.organisations.allSatisfy { text.contains($0.name) })
    }
}
