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
    /// - Parameter raw: The payload as received.
    /// - Returns: At least one article, none of them without text.
    /// - Throws: ``ExtractionError`` if there is none.
    public func extract(_ raw: RawArticle) throws(ExtractionError) -> Extraction {
        let text: DecodedText
        do {
            text = try TextDecoder.decode(raw.body, declaredCharset: nil)
        } catch {
            switch error {
            case .notText(let unreadable): throw .notText(unreadable: unreadable)
            case .empty: throw .empty
            }
        }
        return Extraction(articles: [try flattened.extract(text, header: raw.header)])
    }
}
