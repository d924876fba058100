/// The story an article belongs to, as its record says it.
public struct RecordStory: Hashable, Sendable {
    /// What names the story for good.
    public let id: StoryID
    /// How many articles it has as of this record, this one counted.
    public let articleCount: Int
    /// How many of them are texts of their own: wire copy is no second source.
    public let independentCount: Int
    /// The records this one points to as of the same story: the first, then the nearest; at most three.
    public let records: [ArticleURI]
    /// Which of the record's relations lead to articles of the story.
    public let related: [ArticleURI]

    /// A story of these values.
    public init(
        id: StoryID, articleCount: Int, independentCount: Int, records: [ArticleURI],
        related: [ArticleURI]
    ) {
        self.id = id
        self.articleCount = articleCount
        self.independentCount = independentCount
        self.records = records
        self.related = related
    }
}

/// The name of a story: taken from its first record, so that it stays however the story grows.
public struct StoryID: Hashable, Sendable, CustomStringConvertible {
    /// The name as a number.
    public let rawValue: UInt64

    /// The name with this number.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The name of a story that begins with the record `first`.
    public init(first: ArticleURI) {
        rawValue = first.storedBytes.prefix(9).reduce(0) { ($0 << 8 | $0 >> 56) ^ UInt64($1) }
    }

    /// `story:` and 16 hexadecimal digits.
    public var description: String {
        let digits = String(rawValue, radix: 16)
        return "story:" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}
