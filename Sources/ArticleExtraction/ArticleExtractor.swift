import ArabicText

/// Turns whatever a scraper sent into the articles that people wrote.
///
/// A pure function of one payload: no clock, no network, no state, safe to call from any thread.
/// Takes time linear in the payload, whatever it holds.
public struct ArticleExtractor: Sendable {
    private let html = HTMLExtractor()
    private let flattened = FlattenedExtractor()

    /// Creates an extractor.
    public init() {}

    /// Extracts the article of a payload, or those of a feed.
    ///
    /// What the payload is gets decided by its content: a feed is one whatever its type says.
    ///
    /// - Parameter raw: The payload as received.
    /// - Returns: At least one article, none of them without text.
    /// - Throws: ``ExtractionError`` if there is none.
    public func extract(_ raw: RawArticle) throws(ExtractionError) -> Extraction {
        let contentType = raw.header.contentType
        if let contentType, ContentKind.isUnsupported(contentType) {
            throw .unsupported(contentType: contentType)
        }
        if raw.body.starts(with: Array("%PDF-".utf8)) {
            throw .unsupported(contentType: "application/pdf")
        }
        // Markup and JSON may hold signs alone: no article is without a word.
        let articles = try articles(of: try decode(raw), raw).filter { $0.wordCount > 0 }
        guard !articles.isEmpty else { throw .empty }
        return Extraction(articles: articles)
    }

    private func articles(
        of text: DecodedText, _ raw: RawArticle
    ) throws(ExtractionError) -> [CleanArticle] {
        switch ContentKind(text.utf8, contentType: raw.header.contentType) {
        case .feed:
            guard let feed = FeedDocument(text.utf8) else { throw .empty }
            return try FeedExtractor(html).extract(feed, of: text, raw)
        case .json:
            if let articles = try JSONExtractor(html, flattened).extract(text, raw) {
                return articles
            }
            return [try flattened.extract(text, header: raw.header)]
        case .html: return [try html.extract(text, header: raw.header)]
        case .text: return [try flattened.extract(text, header: raw.header)]
        }
    }

    private func decode(_ raw: RawArticle) throws(ExtractionError) -> DecodedText {
        do {
            return try TextDecoder.decode(
                raw.body,
                declaredCharset: DeclaredCharset.of(
                    raw.body, contentType: raw.header.contentType))
        } catch {
            switch error {
            case .notText(let unreadable): throw .notText(unreadable: unreadable)
            case .empty: throw .empty
            }
        }
    }
}
