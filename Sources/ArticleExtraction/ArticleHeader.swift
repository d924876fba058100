/// What a sender says about an article beside its bytes.
///
/// Every value is a claim, not truth: the page's own words win over it, it fills what the page
/// leaves open. An empty string is treated as absent by the extractor.
public struct ArticleHeader: Hashable, Sendable {
    /// Address the page was fetched from, as given.
    public var url: String?
    /// Publisher's name.
    public var source: String?
    /// MIME type, with a `charset` parameter if known.
    public var contentType: String?
    /// The headline as the sender saw it on the page.
    public var title: String?
    /// Publication time, any common way of writing one; RFC 3339 by contract.
    public var publishedAt: String?
    /// Time the page was fetched, RFC 3339: the anchor of everything on the page that is not the
    /// article's, as the headline ticker.
    public var fetchedAt: String?
    /// BCP 47 tag.
    public var language: String?
    /// Author or agency as the page names it.
    public var byline: String?

    /// Creates a header that says nothing.
    public init() {}
}
