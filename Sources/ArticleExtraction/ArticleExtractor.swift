import ArabicText

/// Turns whatever a scraper sent into the articles that people wrote.
///
/// A pure function of one payload and of what is known of its site: no clock, no network, no state,
/// safe to call from any thread.
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
    /// - Parameters:
    ///   - raw: The payload as received.
    ///   - sites: What earlier articles taught about the sites the payload comes from.
    /// - Returns: At least one article, none of them without text.
    /// - Throws: ``ExtractionError`` if there is none.
    public func extract(
        _ raw: RawArticle, sites: SiteLookup = { _ in nil }
    ) throws(ExtractionError) -> Extraction {
        let contentType = raw.header.contentType
        if let contentType, ContentKind.isUnsupported(contentType) {
            throw .unsupported(contentType: contentType)
        }
        if raw.body.starts(with: Array("%PDF-".utf8)) {
            throw .unsupported(contentType: "application/pdf")
        }
        // Markup and JSON may hold signs alone: no article is without a word.
        let articles = try articles(of: try decode(raw), raw, sites).filter { $0.wordCount > 0 }
        guard !articles.isEmpty else { throw .empty }
        return Extraction(articles: articles.map { settle($0, raw.header, sites) })
    }

    private func articles(
        of text: DecodedText, _ raw: RawArticle, _ sites: SiteLookup
    ) throws(ExtractionError) -> [CleanArticle] {
        switch ContentKind(text.utf8, contentType: raw.header.contentType) {
        case .feed:
            guard let feed = FeedDocument(text.utf8) else { throw .empty }
            return try FeedExtractor(html).extract(
                feed, of: text, raw, sites: sites)
        case .json:
            let reader = JSONExtractor(html, flattened)
            if let articles = try reader.extract(text, raw, sites: sites) { return articles }
            return [try flattened(text, raw.header, sites)]
        case .html: return [try html.extract(text, header: raw.header, sites: sites)]
        case .text: return [try flattened(text, raw.header, sites)]
        }
    }

    private func flattened(
        _ text: DecodedText, _ header: ArticleHeader, _ sites: SiteLookup
    ) throws(ExtractionError) -> CleanArticle {
        let site = header.site(canonicalURL: nil, in: sites)
        return try flattened.extract(text, header: header, site: site)
    }

    /// The article with what its title shows, and without what the title ends in on every page.
    private func settle(
        _ article: CleanArticle, _ header: ArticleHeader, _ sites: SiteLookup
    ) -> CleanArticle {
        var article = article
        if let item = article.item {
            // The items of feeds have titles without the site's name: no evidence against it.
            let title = article.title.map { TitleTail.sighting(of: $0.value) }
            if let title, !title.tails.isEmpty {
                article.sighting = article.sighting.completed(by: title)
            }
            let site = (item.url ?? header.url).flatMap { sites($0) }
            return site.map { article.withoutSuffix(of: $0) } ?? article
        }
        let title = DisplayText.of(header.title) ?? article.title?.value
        article.sighting = article.sighting.completed(
            by: title.map { TitleTail.sighting(of: $0) })
        let site = header.site(canonicalURL: article.canonicalURL, in: sites)
        return site.map { article.withoutSuffix(of: $0) } ?? article
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
