internal import ArabicText
internal import ArticleExtraction
internal import JSONReading
internal import NearDuplicates
internal import WarraqCore

/// What is true of every payload's articles and their records.
enum PayloadPromises {
    private static let contentTypes: [String?] = [
        nil, "text/plain", "text/html; charset=windows-1256", "application/json",
        "application/rss+xml", "application/atom+xml; charset=utf-8", "text/markdown",
    ]

    /// Checks a payload whose first byte picks its type.
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        try check(
            Array(bytes.dropFirst()),
            contentType: contentTypes[Int(bytes.first ?? 0) % contentTypes.count])
    }

    /// Checks a payload of this type.
    static func check(_ payload: [UInt8], contentType: String?) throws(BrokenPromise) {
        var header = ArticleHeader()
        header.contentType = contentType
        header.url = "https://news.example.org/1"
        let raw = RawArticle(header: header, body: payload)
        let extraction: Extraction
        do {
            extraction = try ArticleExtractor().extract(raw)
        } catch {
            return
        }
        try promise(!extraction.articles.isEmpty, "an extraction has an article")
        for article in extraction.articles {
            try ArticlePromises.check(article, of: payload)
            try checkTokens(of: article)
            try checkRecord(of: article, in: raw)
            try FindingsPromises.check(article, in: raw)
        }
    }

    private static func checkTokens(of article: CleanArticle) throws(BrokenPromise) {
        let text = ArticleTokens.text(of: article)
        try promise(
            TokenBlock.text(from: TokenBlock.bytes(of: text)) == text,
            "tokens come back out of their bytes")
        let fingerprint = Fingerprint(of: text)
        try promise(
            Fingerprint(bytes: fingerprint.bytes) == fingerprint,
            "a fingerprint comes back out of its bytes")
    }

    private static func checkRecord(
        of article: CleanArticle, in raw: RawArticle
    ) throws(BrokenPromise) {
        let payload = ArticleURI(body: raw.body, url: raw.header.url)
        let json = RecordEncoder.json(
            of: EnrichedRecord(
                uri: RecordIdentity.of(article, in: raw, payload: payload), version: 1,
                versionCreated: nil, article: article, header: raw.header,
                verdict: .new(relations: []), findings: nil))
        let root: JSONValue
        do {
            root = try JSONDocument(json).root
        } catch {
            throw BrokenPromise(description: "a record is JSON: \(error)")
        }
        let body = root["bodies"]?.elements.first { _ in true }
        try promise(
            body?["value"]?.utf8.map { $0 == Array(article.body.utf8) } ?? false,
            "a record has the whole body")
        let title = article.title.map { Array($0.value.utf8) }
        try promise(root["title"]?.utf8 == title, "a record has the title")
    }
}
