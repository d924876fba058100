public import ArticleExtraction
public import NewsEnrichment

/// Everything a record says about one article.
public struct EnrichedRecord: Sendable {
    /// Its identity.
    public let uri: ArticleURI
    /// Its version, from 1.
    public let version: Int
    /// When this version was made; `nil` where output must be the same run after run.
    public let versionCreated: UnixTime?
    /// The article.
    public let article: CleanArticle
    /// What came beside the bytes.
    public let header: ArticleHeader
    /// How it stands to other records.
    public let verdict: Verdict

    /// What was understood of the article; `nil` for a copy, whose original says it.
    public let findings: Findings?
    /// The story it belongs to; `nil` where there is no daemon that knows others.
    public let story: RecordStory?

    /// A record of these parts.
    public init(
        uri: ArticleURI, version: Int, versionCreated: UnixTime?, article: CleanArticle,
        header: ArticleHeader, verdict: Verdict, findings: Findings?, story: RecordStory? = nil
    ) {
        self.uri = uri
        self.version = version
        self.versionCreated = versionCreated
        self.article = article
        self.header = header
        self.verdict = verdict
        self.findings = findings
        self.story = story
    }
}
