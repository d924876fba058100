import ArticleExtraction
import Foundation

@testable import NewsEnrichment

/// The two texts of one seminar: the page of an aggregator, and the communiqué before it.
enum SeedFixture: String {
    case page = "seed-000.txt"
    case communique = "seed-001.txt"

    /// The article that is in it.
    func article() throws -> CleanArticle? {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/\(rawValue)")
        let bytes = Array(try Data(contentsOf: url))
        return try ArticleExtractor().extract(RawArticle(header: ArticleHeader(), body: bytes))
            .articles.first
    }

    /// Its body.
    func body() throws -> String { try article()?.body ?? "" }

    /// What is understood of it.
    func findings() throws -> Findings {
        guard let article = try article() else { return Findings() }
        return NewsEnricher().findings(in: article, crawled: nil)
    }
}
