/// An article as it came in: bytes in some charset and what is known about them.
public struct RawArticle: Sendable {
    /// What the sender says about the bytes.
    public let header: ArticleHeader
    /// An HTML page, scraped text, a feed or JSON, in any charset, exactly as received.
    public let body: [UInt8]

    /// Creates an article of `body`.
    public init(header: ArticleHeader, body: [UInt8]) {
        self.header = header
        self.body = body
    }
}
