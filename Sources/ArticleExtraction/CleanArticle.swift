public import ArabicText

/// The article its author wrote, taken out of whatever page or payload carried it.
///
/// Offsets are Unicode scalar values, half open: `start` and `end` count in ``body``, every name
/// that begins with `raw` counts in the decoded input (for an item of a feed: in the whole
/// payload), and is `nil` where the text has no single place there.
public struct CleanArticle: Sendable {
    /// Which item of a feed payload this is; `nil` for a payload that is one article.
    public let item: FeedItem?
    /// The headline, only if the page, feed or header states one.
    public internal(set) var title: LocatedText?
    /// Author or agency, as written.
    public let byline: LocatedText?
    /// Name of the outlet.
    public internal(set) var publisher: LocatedText?
    /// Section of the outlet, as written.
    public let section: String?
    /// When it was published; `nil` when nothing says so.
    public let published: PublicationDate?
    /// When it was last changed, if that is said.
    public let modified: PublicationDate?
    /// Address the page gives itself.
    public let canonicalURL: String?
    /// Language and variety of title and body.
    public let language: TextLanguage
    /// The text in display form: paragraphs joined by two newlines. Never empty.
    public let body: String
    /// The paragraphs of ``body`` in order, numbered from 1.
    public let paragraphs: [Paragraph]
    /// The parts of the page in page order; only white space lies outside of them.
    public let zones: [Zone]
    /// Headlines of other articles that the page shows, in page order.
    public let pageHeadlines: [PageHeadline]
    /// Pictures of the article.
    public let images: [ImageReference]
    /// Everything that was thrown away, in page order.
    public internal(set) var removals: [Removal]
    /// Whether the text can be trusted to be the article.
    public let quality: ExtractionQuality
    /// Charset the bytes were in.
    public let encoding: TextEncoding
    /// What the charset was decided by.
    public let encodingEvidence: EncodingEvidence
    /// Damage of earlier conversions that was undone.
    public let repairs: [MojibakeRepair]
    /// Runs of letters and digits in ``body``.
    public let wordCount: Int
    /// What it shows of its site, for the site's later articles.
    public internal(set) var sighting: SiteSighting

    /// Creates an article of its parts.
    public init(
        item: FeedItem? = nil,
        title: LocatedText? = nil,
        byline: LocatedText? = nil,
        publisher: LocatedText? = nil,
        section: String? = nil,
        published: PublicationDate? = nil,
        modified: PublicationDate? = nil,
        canonicalURL: String? = nil,
        language: TextLanguage,
        body: String,
        paragraphs: [Paragraph],
        zones: [Zone] = [],
        pageHeadlines: [PageHeadline] = [],
        images: [ImageReference] = [],
        removals: [Removal] = [],
        quality: ExtractionQuality = .good,
        encoding: TextEncoding,
        encodingEvidence: EncodingEvidence,
        repairs: [MojibakeRepair] = [],
        wordCount: Int,
        sighting: SiteSighting = .none
    ) {
        self.item = item
        self.title = title
        self.byline = byline
        self.publisher = publisher
        self.section = section
        self.published = published
        self.modified = modified
        self.canonicalURL = canonicalURL
        self.language = language
        self.body = body
        self.paragraphs = paragraphs
        self.zones = zones
        self.pageHeadlines = pageHeadlines
        self.images = images
        self.removals = removals
        self.quality = quality
        self.encoding = encoding
        self.encodingEvidence = encodingEvidence
        self.repairs = repairs
        self.wordCount = wordCount
        self.sighting = sighting
    }
}
