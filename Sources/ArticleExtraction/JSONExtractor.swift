import ArabicDates
import ArabicText

/// Takes articles out of JSON as scrapers write it.
struct JSONExtractor: Sendable {
    private let html: HTMLExtractor
    private let flattened: FlattenedExtractor

    /// Creates an extractor that reads texts and markup as pages are read.
    init(_ html: HTMLExtractor, _ flattened: FlattenedExtractor) {
        self.html = html
        self.flattened = flattened
    }

    /// The articles of `text`; `nil` if it is not JSON that holds any.
    ///
    /// - Parameter sites: What is known of the sites they come from.
    func extract(
        _ text: DecodedText, _ raw: RawArticle, sites: SiteLookup = { _ in nil }
    ) throws(ExtractionError) -> [CleanArticle]? {
        let (ranges, areItems) = JSONItemRanges.all(in: text.utf8)
        guard !ranges.isEmpty else { return nil }
        guard ranges.count <= JSONItemRanges.limit else {
            throw .tooManyItems(limit: JSONItemRanges.limit)
        }
        let places = RawByteRanges(of: ranges, in: text, body: raw.body)
        let length = ScalarCount.of(text.utf8)
        var articles: [CleanArticle] = []
        for (range, place) in zip(ranges, places.ranges) {
            guard let item = JSONItem(Array(text.utf8[range])) else { continue }
            let feedItem =
                areItems
                ? FeedItem(identity: item.url ?? item.id ?? "", byteRange: place, url: item.url)
                : nil
            let header = areItems ? raw.header.ofFeed(url: item.url) : raw.header
            if let article = article(item, feedItem, text, length, header, sites) {
                articles.append(article)
            }
        }
        return articles.isEmpty ? nil : articles
    }

    /// What the item says, then what its text says, then what the header says.
    private func article(
        _ item: JSONItem, _ feedItem: FeedItem?, _ text: DecodedText, _ length: Int,
        _ header: ArticleHeader, _ sites: SiteLookup
    ) -> CleanArticle? {
        var own = ArticleHeader()
        own.url = item.url ?? header.url
        own.title = item.title
        let isHTML = FragmentText.isHTML(item.text)
        let decoded = DecodedText(
            utf8: isHTML ? item.text : CharacterReferences.resolved(item.text),
            encoding: text.encoding, evidence: text.evidence,
            repairs: text.repairs, replacements: text.replacements)
        // Of several, each has its own site; a lone one is its sender's page.
        let address = feedItem == nil ? header.url ?? own.url : own.url
        let site = address.flatMap { sites($0) }
        guard
            let page = isHTML
                ? try? html.extract(decoded, header: own, sites: { _ in site })
                : try? flattened.extract(decoded, header: own, site: site)
        else { return nil }
        let zone = AssumedTimeZone.name(host: own.host, variety: page.language.variety)
        func stated(_ value: String?) -> LocatedText? {
            DisplayText.of(value).map { LocatedText($0) }
        }
        // Places in the item's text are none in the payload: escapes lie between them.
        let images =
            page.images
            + item.images.map { ImageReference(url: $0) }
            .filter { image in !page.images.contains { $0.url == image.url } }
        return CleanArticle(
            item: feedItem,
            title: stated(item.title) ?? page.title?.unplaced,
            byline: stated(item.byline) ?? page.byline?.unplaced,
            publisher: stated(item.publisher) ?? page.publisher?.unplaced,
            section: DisplayText.of(item.section) ?? page.section,
            published: date(item.published, zone) ?? page.published?.unplaced,
            modified: date(item.modified, zone) ?? page.modified?.unplaced,
            canonicalURL: item.url ?? page.canonicalURL,
            language: page.language, body: page.body,
            paragraphs: page.paragraphs.map { Paragraph(n: $0.n, start: $0.start, end: $0.end) },
            images: images,
            removals: page.removals.map {
                Removal(rawStart: 0, rawEnd: length, reason: $0.reason)
            },
            quality: page.quality, encoding: page.encoding,
            encodingEvidence: page.encodingEvidence, repairs: page.repairs,
            wordCount: page.wordCount,
            sighting: SiteSighting(
                lines: page.sighting.lines,
                title: stated(item.title).map { TitleTail.sighting(of: $0.value) }
                    ?? page.sighting.title)
        ).completed(by: header)
    }

    private func date(_ text: String?, _ zone: String?) -> PublicationDate? {
        var header = ArticleHeader()
        header.publishedAt = text
        guard let date = header.publication(assuming: zone) else { return nil }
        return PublicationDate(
            date: date.date, secondOfDay: date.secondOfDay,
            utcOffsetSeconds: date.utcOffsetSeconds, text: text, timeZone: date.timeZone,
            evidence: .feed)
    }
}

extension LocatedText {
    /// The same without its place.
    fileprivate var unplaced: LocatedText { LocatedText(value, origin: origin) }
}

extension PublicationDate {
    /// The same without its place.
    fileprivate var unplaced: PublicationDate {
        PublicationDate(
            date: date, secondOfDay: secondOfDay, utcOffsetSeconds: utcOffsetSeconds, text: text,
            timeZone: timeZone, evidence: evidence)
    }
}
