public import ArticleExtraction

/// Which record an article of a payload is.
public enum RecordIdentity {
    /// The payload's identity, or that of the item if the payload is a feed.
    public static func of(
        _ article: CleanArticle, in raw: RawArticle, payload: ArticleURI
    ) -> ArticleURI {
        guard let item = article.item else { return payload }
        return ArticleURI(itemIdentity: item.identity, bytes: Array(raw.body[item.byteRange]))
    }
}

/// The address of the page an article stood on.
public enum PageAddress {
    /// The host that topics name, and the address that tells pages apart.
    ///
    /// The host is that of the header's `url`, else of the page's own canonical URL. A canonical URL
    /// counts as the page's address only on the header url's host: else any page could pass for
    /// another's. The items of a feed have addresses of their own.
    public static func of(
        _ article: CleanArticle, header: ArticleHeader
    ) -> (host: NewsHost, url: CanonicalURL?) {
        let given = header.url.flatMap { $0.isEmpty ? nil : CanonicalURL($0) }
        if let item = article.item {
            let own = item.url.flatMap { CanonicalURL($0) }
            return (own?.host ?? given?.host ?? .unknown, own)
        }
        let claimed = article.canonicalURL.flatMap { CanonicalURL($0) }
        guard let given else { return (claimed?.host ?? .unknown, nil) }
        guard let claimed, claimed.host == given.host else { return (given.host, given) }
        return (given.host, claimed)
    }
}
