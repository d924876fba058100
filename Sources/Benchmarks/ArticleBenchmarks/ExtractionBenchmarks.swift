internal import ArticleExtraction
internal import Foundation

/// Payloads to clean articles, decoding included.
enum ExtractionBenchmarks {
    /// Those of the fixtures, and of the files named.
    static func all(pages: [String]) throws -> [Benchmark] {
        let corpus = try BenchmarkInput.corpus()
        let html = Array(NewsPage.html(corpus).utf8)
        return try [
            benchmark("news-4KB", try BenchmarkInput.article()),
            benchmark("page-17KB", try BenchmarkInput.flattenedPage()),
            benchmark("html-\(html.count / 1_000)KB", html),
            benchmark("feed-4-items", try BenchmarkInput.feed()),
        ]
            + pages.map { path in
                benchmark(URL(filePath: path).lastPathComponent, try BenchmarkInput.file(path))
            }
    }

    private static func benchmark(_ name: String, _ payload: [UInt8]) -> Benchmark {
        let extractor = ArticleExtractor()
        let raw = RawArticle(header: ArticleHeader(), body: payload)
        return Benchmark("extract/\(name)", bytes: payload.count) {
            (try? extractor.extract(raw))?.articles.reduce(0) { $0 + $1.wordCount } ?? 0
        }
    }
}
