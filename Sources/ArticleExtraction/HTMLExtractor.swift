import ArabicText

/// Takes the article out of an HTML page.
struct HTMLExtractor: Sendable {
    /// Words in the page's text below which JSON-LD's copy of it is asked.
    static let shortText = 60

    /// Takes the article out of the page in `text`.
    ///
    /// - Parameters:
    ///   - text: A whole page, decoded.
    ///   - header: What the sender says about it; completes what the page lacks.
    ///   - sites: What is known of the site it comes from.
    func extract(
        _ text: DecodedText, header: ArticleHeader, sites: SiteLookup = { _ in nil }
    ) throws(ExtractionError) -> CleanArticle {
        var page = HTMLPage(text.utf8)
        let offsets = ScalarOffsets(text.utf8)
        let address = address(of: page, header: header)
        let canonicalURL = WebAddress.resolved(
            page.head.canonical ?? page.head.socialURL ?? page.linked?.url ?? "",
            against: address)
        let sighting = SiteSighting(
            lines: page.siteLines,
            title: DisplayText.of(page.head.title).map { TitleTail.sighting(of: $0) })
        if let site = header.site(canonicalURL: canonicalURL, in: sites) {
            page.remove(furnitureOf: site.sparing(header.title))
        }
        var doubts: [ExtractionQuality.Doubt] = []
        let body = body(of: page, offsets: offsets, doubts: &doubts)
        guard !body.isEmpty else { throw .empty }
        let wordCount = WordScanner.count(in: body.utf8.span)
        if wordCount < FlattenedExtractor.littleText { doubts.append(.littleText) }
        if page.tree.isTruncated { doubts.append(.truncated) }
        if text.replacements > 0 { doubts.append(.damagedText) }
        let language = LanguageIdentifier.identify(body.utf8.span)
        let facts = HTMLFacts(page, offsets)
        let zones = HTMLZones(page, facts, offsets)
        let timeZone = AssumedTimeZone.name(host: header.host, variety: language.variety)
        return CleanArticle(
            title: facts.title,
            byline: facts.byline,
            publisher: facts.publisher,
            section: facts.section,
            published: facts.published(assuming: timeZone),
            modified: facts.modified(assuming: timeZone),
            canonicalURL: canonicalURL,
            language: language,
            body: body.text, paragraphs: body.paragraphs,
            zones: zones.zones, pageHeadlines: zones.pageHeadlines,
            images: HTMLImages(page, base: address).references, removals: zones.removals,
            quality: doubts.isEmpty ? .good : .low(doubts),
            encoding: text.encoding, encodingEvidence: text.evidence, repairs: text.repairs,
            wordCount: wordCount, sighting: sighting
        ).completed(by: header)
    }

    /// The texts of a piece of HTML, as the items of feeds carry them.
    ///
    /// - Parameters:
    ///   - html: UTF-8; plain text is fine.
    ///   - baseURL: Where relative addresses start.
    func fragment(_ html: [UInt8], baseURL: String?) -> HTMLFragment {
        let page = HTMLPage(fragment: html)
        var paragraphs: [[UInt8]] = []
        page.forEachParagraph { text, _ in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(text.count)
            for index in text.indices { bytes.append(text[index]) }
            paragraphs.append(bytes)
        }
        return HTMLFragment(
            paragraphs: paragraphs, images: HTMLImages(page, base: baseURL).references)
    }

    private func body(
        of page: HTMLPage, offsets: ScalarOffsets, doubts: inout [ExtractionQuality.Doubt]
    ) -> BodyBuilder {
        var body = BodyBuilder()
        page.forEachParagraph { text, place in
            let place = offsets[place]
            body.append(text, rawStart: place.lowerBound, rawEnd: place.upperBound)
        }
        let words = WordScanner.count(in: body.utf8.span)
        // Pages that scripts fill in carry their text in JSON-LD only.
        if words < Self.shortText || page.isFallback, let stated = page.linked?.articleBody {
            let fragment = fragment(Array(stated.utf8), baseURL: nil)
            var other = BodyBuilder()
            for paragraph in fragment.paragraphs {
                other.append(paragraph.span, rawStart: nil, rawEnd: nil)
            }
            if WordScanner.count(in: other.utf8.span) > 2 * words { return other }
        }
        if page.isFallback { doubts.append(.fallback) }
        if body.isEmpty, let description = page.head.description {
            if !page.isFallback { doubts.append(.fallback) }
            body.append(Array(description.utf8).span, rawStart: nil, rawEnd: nil)
        }
        return body
    }

    /// Where relative addresses of a page start.
    private func address(of page: HTMLPage, header: ArticleHeader) -> String? {
        let own = header.url ?? page.head.socialURL ?? page.head.canonical
        guard let base = page.head.base else { return own }
        return WebAddress.resolved(base, against: own) ?? own
    }
}
