import ArticleExtraction
import Dispatch
import Testing

@testable import NewsEnrichment

struct HostileTextTests {
    private static let enricher = NewsEnricher()

    /// Beginnings that want something behind them, and marks that want their like.
    private static let pieces = [
        "الدكتور ", "السيد ", "الوزير ", "وزير ", "رئيس ", "محمد ", "بن ", "أبو ", "عبد ",
        "مدينة ", "وزارة ", "شركة ", "الدورة ", "مهرجان ", "افتتح ", "قال ", "وأضاف أن ", "أن ",
        "أوصى ", "أولا: ", "15 ", "مارس ", "«", "كلب «", "» ", "« كلب ", "\"", "كلب «كلب» «", "(",
        "، ", "و", "كلمة\n", "1- كلمة\n", "قال محمد.\n", "السيد محمد العلوي قال: «",
        "وزير الخارجية محمد العلوي ",
    ]

    // Stacks are as small as those the daemon's queues have: a reader that calls itself once a word
    // ends the process. The limit only says which text hangs.
    @Test(.timeLimit(.minutes(10)), arguments: pieces)
    func `a beginning repeated without end is read to its end`(piece: String) async throws {
        let text = "خبر " + String(repeating: piece, count: 100_000 / piece.utf8.count)
        let article = try #require(
            try ArticleExtractor().extract(
                RawArticle(header: ArticleHeader(), body: Array(text.utf8))
            ).articles.first)
        let isRead = await withCheckedContinuation { done in
            DispatchQueue(label: "hostile text").async {
                let findings = Self.enricher.findings(in: article, crawled: nil)
                done.resume(returning: findings.people.count <= article.wordCount)
            }
        }
        #expect(isRead)
    }
}
