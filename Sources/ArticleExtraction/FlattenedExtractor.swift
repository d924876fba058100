import ArabicText

/// Takes the article out of text: a page whose markup is gone, or nothing but the text itself.
struct FlattenedExtractor: Sendable {
    /// Headlines of other articles that are listed at most; a page has dozens.
    static let pageHeadlineLimit = 1_000
    /// Words below which a body is marked as little text.
    static let littleText = 10

    /// Takes the article out of `text`.
    ///
    /// - Parameter site: What is known of the site it comes from.
    func extract(
        _ text: DecodedText, header: ArticleHeader, site: LearnedSite? = nil
    ) throws(ExtractionError) -> CleanArticle {
        let page = page(text.utf8.span, header: header, site: site)
        guard !page.lines.isEmpty else { throw .empty }
        var body = BodyBuilder()
        for line in page.lines where line.role == .text {
            body.append(
                text.utf8.span.extracting(line.line.bytes), rawStart: line.line.scalars.lowerBound,
                rawEnd: line.line.scalars.upperBound)
        }
        guard !body.isEmpty else { throw .empty }
        let zones = PageZones(page)
        let language = LanguageIdentifier.identify(body.utf8.span)
        let reader = PageFacts(page, text.utf8)
        let zone =
            reader.timeZone
            ?? AssumedTimeZone.name(host: header.host, variety: language.variety)
        let wordCount = WordScanner.count(in: body.utf8.span)
        guard wordCount > 0 else { throw .empty }
        var doubts: [ExtractionQuality.Doubt] = []
        if wordCount < Self.littleText { doubts.append(.littleText) }
        if page.isFallback { doubts.append(.fallback) }
        if text.replacements > 0 { doubts.append(.damagedText) }
        return CleanArticle(
            title: reader.title,
            byline: reader.byline,
            publisher: reader.publisher,
            section: reader.section?.value,
            published: reader.published(assuming: zone),
            modified: reader.modified(assuming: zone),
            language: language,
            body: body.text, paragraphs: body.paragraphs,
            zones: zones.zones, pageHeadlines: reader.pageHeadlines(limit: Self.pageHeadlineLimit),
            removals: zones.removals,
            quality: doubts.isEmpty ? .good : .low(doubts),
            encoding: text.encoding, encodingEvidence: text.evidence, repairs: text.repairs,
            wordCount: wordCount,
            sighting: SiteSighting(lines: page.siteLines(in: text.utf8.span), title: nil)
        ).completed(by: header)
    }

    private func page(
        _ text: Span<UInt8>, header: ArticleHeader, site: LearnedSite?
    ) -> FlattenedPage {
        let title = header.title.map { LineWords.key(of: $0) }
        if let furniture = site?.sparing(header.title).furniture, !furniture.isEmpty {
            let page = FlattenedPage(text, knownTitle: title, furniture: furniture)
            // A page of nothing but known lines is read as if nothing were known.
            if !page.isFallback || !page.hasSiteFurniture { return page }
        }
        return FlattenedPage(text, knownTitle: title)
    }
}
