/// What came out of one payload.
public struct Extraction: Sendable {
    /// The articles in page order: one, or one for each item of a feed. Never empty.
    public let articles: [CleanArticle]

    /// Creates an extraction of at least one article.
    public init(articles: [CleanArticle]) {
        precondition(!articles.isEmpty, "an extraction holds an article")
        self.articles = articles
    }
}
