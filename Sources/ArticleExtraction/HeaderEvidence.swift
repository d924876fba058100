import ArabicDates
import ArabicText

extension ArticleHeader {
    /// Host of ``url``, lower case, without port and user; `nil` if it has none.
    var host: String? {
        guard let url else { return nil }
        let bytes = Array(url.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 3 < bytes.count,
            bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/")
        else { return nil }
        var host = bytes[(colon + 3)...].prefix { !Array("/?#".utf8).contains($0) }
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
        if let port = host.firstIndex(of: UInt8(ascii: ":")) { host = host[..<port] }
        return host.isEmpty ? nil : String(decoding: host, as: UTF8.self).lowercased()
    }

    /// What is known of the site of a page: the sender's address says which it is, else the page's own.
    func site(canonicalURL: String?, in sites: SiteLookup) -> LearnedSite? {
        if let url, !url.isEmpty { return sites(url) }
        return canonicalURL.flatMap { sites($0) }
    }

    /// The header for one item of a payload of several: what it says of the payload's outlet, but
    /// not of one article.
    func ofFeed(url: String?) -> ArticleHeader {
        var header = ArticleHeader()
        header.url = url ?? self.url
        header.source = source
        header.language = language
        header.fetchedAt = fetchedAt
        return header
    }

    /// The publication time as a date; `nil` if there is none or it cannot be read.
    func publication(assuming zone: String?) -> PublicationDate? {
        guard let publishedAt else { return nil }
        if let instant = InternetDate.parse(publishedAt) {
            return PublicationDate(
                date: instant.date, secondOfDay: instant.secondOfDay,
                utcOffsetSeconds: instant.utcOffsetSeconds,
                timeZone: instant.utcOffsetSeconds == nil ? zone : nil, evidence: .header)
        }
        guard publishedAt.utf8.count <= 200 else { return nil }
        let bytes = Array(publishedAt.utf8)
        guard let found = PageDate.first(in: bytes.span, 0..<bytes.count, DateParser()) else {
            return nil
        }
        return PublicationDate(
            date: found.date, secondOfDay: found.secondOfDay,
            utcOffsetSeconds: found.utcOffsetSeconds, timeZone: zone, evidence: .header)
    }
}

extension CleanArticle {
    /// The article with what the header says where the page says nothing.
    func completed(by header: ArticleHeader) -> CleanArticle {
        func claim(_ text: String?) -> LocatedText? {
            DisplayText.of(text).map { LocatedText($0, origin: .header) }
        }
        let zone = AssumedTimeZone.name(host: header.host, variety: language.variety)
        return CleanArticle(
            item: item,
            title: title ?? claim(header.title),
            byline: byline ?? claim(header.byline),
            publisher: publisher ?? claim(header.source),
            section: section,
            published: published ?? header.publication(assuming: zone),
            modified: modified,
            canonicalURL: canonicalURL,
            language: language,
            body: body, paragraphs: paragraphs, zones: zones, pageHeadlines: pageHeadlines,
            images: images, removals: removals, quality: quality, encoding: encoding,
            encodingEvidence: encodingEvidence, repairs: repairs, wordCount: wordCount,
            sighting: sighting)
    }
}
