public import NewsEnrichment

/// An article's place in its story, as the log of stories keeps it: what a restart finds them by.
public struct StoryRow: Hashable, Sendable {
    /// The article's record.
    public let uri: ArticleURI
    /// Its story.
    public let story: StoryID
    /// How many articles the story had then, this one counted.
    public let articleCount: Int
    /// How many of them were texts of their own.
    public let independentCount: Int
    /// What the article is recognised by.
    public let features: StoryFeatures
    /// When it arrived.
    public let at: UnixTime

    /// A row of these values.
    public init(
        uri: ArticleURI, story: StoryID, articleCount: Int, independentCount: Int,
        features: StoryFeatures, at: UnixTime
    ) {
        self.uri = uri
        self.story = story
        self.articleCount = articleCount
        self.independentCount = independentCount
        self.features = features
        self.at = at
    }
}
