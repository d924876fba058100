import ArabicDates
import ArabicText

/// Takes the articles out of a feed, one an item.
struct FeedExtractor: Sendable {
    private let html: HTMLExtractor

    /// Creates an extractor that reads the items' HTML with `html`.
    init(_ html: HTMLExtractor) {
        self.html = html
    }

    /// The articles of the items that have any text, in their order.
    ///
    /// - Parameters:
    ///   - feed: Read from `text`.
    ///   - raw: The payload that `text` was decoded from.
    ///   - sites: What is known of the sites the items come from.
    func extract(
        _ feed: FeedDocument, of text: DecodedText, _ raw: RawArticle, sites: SiteLookup
    ) throws(ExtractionError) -> [CleanArticle] {
        guard !feed.hasTooManyItems else { throw .tooManyItems(limit: FeedDocument.itemLimit) }
        let ranges = RawByteRanges(of: feed.items.map(\.range), in: text, body: raw.body)
        let offsets = ScalarOffsets(text.utf8)
        var articles: [CleanArticle] = []
        for (item, range) in zip(feed.items, ranges.ranges) {
            let reader = ItemReader(
                item: item, channel: feed.channel, offsets: offsets, header: raw.header, html: html)
            if let article = reader.article(bytes: range, text, sites) { articles.append(article) }
        }
        guard !articles.isEmpty else { throw .empty }
        return articles
    }
}

/// Reads one item.
private struct ItemReader {
    let item: FeedDocument.Item
    let channel: FeedDocument.Item
    let offsets: ScalarOffsets
    let header: ArticleHeader
    let html: HTMLExtractor

    func article(
        bytes: Range<Int>, _ text: DecodedText, _ sites: SiteLookup
    ) -> CleanArticle? {
        let link = link
        let content = content
        var body = BodyBuilder()
        var images: [ImageReference] = []
        var removals: [Removal] = []
        var zones: [Zone] = []
        var doubts: [ExtractionQuality.Doubt] = []
        var lines: [SiteSighting.Line] = []
        let title = title
        if let title, let start = title.rawStart, let end = title.rawEnd {
            zones.append(Zone(kind: .headline, rawStart: start, rawEnd: end))
        }
        if let content {
            let site = (link ?? header.url).flatMap { sites($0) }?.sparing(title?.value)
            let fragment = FragmentText(content.text, baseURL: link, html, site: site)
            lines = fragment.siteLines
            body = fragment.body
            images = fragment.images
            let place = offsets[content.range]
            // Inside of escaped markup a line has no place of its own: the element's is the nearest.
            removals = fragment.removed.map {
                Removal(rawStart: place.lowerBound, rawEnd: place.upperBound, reason: $0)
            }
            if !body.isEmpty {
                zones.append(
                    Zone(kind: .body, rawStart: place.lowerBound, rawEnd: place.upperBound))
            }
        }
        if body.isEmpty, let title {
            body.append(
                Array(title.value.utf8).span, rawStart: title.rawStart, rawEnd: title.rawEnd)
            doubts.append(.fallback)
        }
        guard !body.isEmpty else { return nil }
        for image in enclosures where !images.contains(where: { $0.url == image.url }) {
            images.append(image)
        }
        let wordCount = WordScanner.count(in: body.utf8.span)
        if wordCount < FlattenedExtractor.littleText { doubts.append(.littleText) }
        if text.replacements > 0 { doubts.append(.damagedText) }
        var own = header.ofFeed(url: link)
        let language = LanguageIdentifier.identify(body.utf8.span)
        let zone = AssumedTimeZone.name(host: own.host, variety: language.variety)
        let article = CleanArticle(
            item: FeedItem(identity: link ?? guid ?? "", byteRange: bytes, url: link),
            title: title,
            byline: located(["author", "dc:creator", "name", "itunes:author"]),
            publisher: located(["dc:publisher", "source"]),
            section: item.first(["category", "dc:subject"]).flatMap { display($0) },
            published: date(["pubdate", "published", "dc:date", "issued", "date"], zone)
                ?? date(["updated"], zone),
            modified: date(["updated", "modified", "dcterms:modified", "atom:updated"], zone),
            canonicalURL: link,
            language: language,
            body: body.text, paragraphs: body.paragraphs,
            zones: zones.sorted {
                $0.rawStart < $1.rawStart
            },
            images: images, removals: removals,
            quality: doubts.isEmpty ? .good : .low(doubts),
            encoding: text.encoding, encodingEvidence: text.evidence, repairs: text.repairs,
            wordCount: wordCount, sighting: SiteSighting(lines: lines, title: nil))
        if own.source == nil { own.source = channel.first(["title"]).flatMap { display($0) } }
        return article.completed(by: own)
    }

    private var title: LocatedText? { located(["title", "media:title"]) }

    /// The fullest text: that of the content, else the summary.
    private var content: FeedDocument.Field? {
        let names = ["content:encoded", "content", "xhtml:body", "body", "fulltext"]
        let summaries = ["description", "summary", "media:description"]
        guard let full = item.first(names) else { return item.first(summaries) }
        guard let summary = item.first(summaries), summary.text.count > full.text.count else {
            return full
        }
        return summary
    }

    private var guid: String? {
        item.first(["guid", "id"]).map { trimmed($0.text) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The item's own address: the text of `link` in RSS, the alternate `link` in Atom.
    private var link: String? {
        for field in item.fields where field.name == "link" || field.name == "atom:link" {
            let text = trimmed(field.text)
            if !text.isEmpty { return text }
            let relation = XMLAttributes.value("rel", in: field.attributes) ?? "alternate"
            if relation == "alternate", let href = XMLAttributes.value("href", in: field.attributes)
            {
                return href
            }
        }
        let isPermanent =
            item.first(["guid"]).map {
                XMLAttributes.value("ispermalink", in: $0.attributes)?.lowercased() != "false"
            } ?? true
        guard isPermanent, let guid, guid.hasPrefix("http") else { return nil }
        return guid
    }

    private var enclosures: [ImageReference] {
        item.fields.compactMap { field in
            guard ["enclosure", "media:content", "media:thumbnail"].contains(field.name),
                let url = XMLAttributes.value("url", in: field.attributes)
            else { return nil }
            let type = XMLAttributes.value("type", in: field.attributes)
            let medium = XMLAttributes.value("medium", in: field.attributes)
            let isImage =
                type?.hasPrefix("image") ?? (medium.map { $0 == "image" } ?? true)
            return isImage ? ImageReference(url: url) : nil
        }
    }

    private func date(_ names: [String], _ zone: String?) -> PublicationDate? {
        for name in names {
            guard let field = item.first([name]) else { continue }
            let place = offsets[field.range]
            let words = trimmed(field.text)
            if let instant = InternetDate.parse(words) {
                return PublicationDate(
                    date: instant.date, secondOfDay: instant.secondOfDay,
                    utcOffsetSeconds: instant.utcOffsetSeconds, text: words,
                    rawStart: place.lowerBound, rawEnd: place.upperBound,
                    timeZone: instant.utcOffsetSeconds == nil ? zone : nil, evidence: .feed)
            }
            guard field.text.count <= 200,
                let found = PageDate.first(
                    in: field.text.span, 0..<field.text.count, DateParser())
            else { continue }
            return PublicationDate(
                date: found.date, secondOfDay: found.secondOfDay,
                utcOffsetSeconds: found.utcOffsetSeconds, text: words, rawStart: place.lowerBound,
                rawEnd: place.upperBound, timeZone: zone, evidence: .feed)
        }
        return nil
    }

    private func located(_ names: [String]) -> LocatedText? {
        guard let field = item.first(names), let value = display(field) else { return nil }
        let place = offsets[field.range]
        return LocatedText(value, rawStart: place.lowerBound, rawEnd: place.upperBound)
    }

    /// The text of a field that may hold markup, on one line.
    private func display(_ field: FeedDocument.Field) -> String? {
        guard FragmentText.isHTML(field.text) else {
            let text = CharacterReferences.resolved(field.text)
            return DisplayText.of(String(decoding: text, as: UTF8.self))
        }
        let parts = html.fragment(field.text, baseURL: nil).paragraphs
        return DisplayText.of(
            String(decoding: Array(parts.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self))
    }

    private func trimmed(_ bytes: [UInt8]) -> String {
        DisplayText.of(String(decoding: bytes, as: UTF8.self)) ?? ""
    }
}
