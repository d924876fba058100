internal import ArticleExtraction
internal import NearDuplicates
internal import NewsEnrichment
internal import WarraqCore

/// Records, and all of a worker's part of an article: what the daemon runs on as many cores as there are.
enum RecordBenchmarks {
    static func all() throws -> [Benchmark] {
        try benchmarks("news-4KB", try BenchmarkInput.article())
            + benchmarks("news-770-words", try articleOfPage())
            + benchmarks("page-17KB", try BenchmarkInput.flattenedPage())
            + benchmarks("html-70KB", Array(NewsPage.html(try BenchmarkInput.corpus()).utf8))
    }

    /// The article of the flattened page alone, as plain text under its headline.
    private static func articleOfPage() throws -> [UInt8] {
        let raw = RawArticle(header: ArticleHeader(), body: try BenchmarkInput.flattenedPage())
        let article = try ArticleExtractor().extract(raw).articles[0]
        let lines = [article.title?.value ?? "", "08 - 03 - 2014", article.body]
        return Array(lines.joined(separator: "\n\n").utf8)
    }

    private static func benchmarks(_ name: String, _ payload: [UInt8]) throws -> [Benchmark] {
        var header = ArticleHeader()
        header.url = "https://news.example.org/2014/03/08/1.html"
        let raw = RawArticle(header: header, body: payload)
        let extractor = ArticleExtractor()
        let enricher = NewsEnricher()
        let article = try extractor.extract(raw).articles[0]
        let record = EnrichedRecord(
            uri: ArticleURI(body: payload, url: header.url), version: 1, versionCreated: nil,
            article: article, header: header, verdict: .new(relations: []),
            findings: enricher.findings(in: article, crawled: nil))
        return [
            Benchmark("enrich/\(name)") {
                enricher.findings(in: article, crawled: nil).times.count
            },
            Benchmark("encode/\(name)") { RecordEncoder.json(of: record).count },
            Benchmark("process/\(name)", bytes: payload.count) {
                let uri = ArticleURI(body: raw.body, url: raw.header.url)
                guard let articles = try? extractor.extract(raw).articles else { return 0 }
                return articles.reduce(0) { sum, article in
                    let fingerprint = Fingerprint(of: ArticleTokens.text(of: article))
                    let json = RecordEncoder.json(
                        of: EnrichedRecord(
                            uri: RecordIdentity.of(article, in: raw, payload: uri), version: 1,
                            versionCreated: nil, article: article, header: raw.header,
                            verdict: .new(relations: []),
                            findings: enricher.findings(in: article, crawled: nil)))
                    return sum + fingerprint.keys.count + json.count
                }
            },
        ]
    }
}
