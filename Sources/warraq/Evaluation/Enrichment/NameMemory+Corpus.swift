internal import ArticleExtraction
internal import JSONReading
internal import NewsEnrichment
internal import WarraqCore
internal import WarraqServer

extension NameMemory {
    /// Learns from the articles of a corpus in their order, as the daemon does from what it stores.
    ///
    /// - Parameters:
    ///   - path: JSON lines, plain or gzipped: `{"id","text","title"?,"url"?,"source"?}`.
    ///   - left: The ids of articles to leave out.
    mutating func learn(from path: String, without left: Set<String>) throws {
        let processor = ArticleProcessor()
        try CorpusFile.forEachObject(in: path) { object in
            guard let object, let text = object["text"]?.utf8,
                !left.contains(object["id"]?.string ?? "")
            else { return }
            var header = ArticleHeader()
            header.url = object["url"]?.string
            header.source = object["source"]?.string
            header.title = object["title"]?.string
            let raw = RawArticle(header: header, body: text)
            // What the daemon would refuse teaches nothing.
            guard let articles = try? processor.articles(of: raw) else { return }
            for article in articles {
                learn(NameSighting(of: processor.findings(in: article, of: raw)))
            }
        }
    }
}
