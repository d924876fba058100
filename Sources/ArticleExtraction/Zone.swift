/// A part of a page that serves one purpose.
public struct Zone: Hashable, Sendable {
    /// What a zone is for. The raw value is its name in a record.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Headlines of other articles in one line.
        case headlineTicker
        /// The notice that belongs to "report this picture".
        case moderationNotice
        /// The article's own headline.
        case headline
        /// Says where or when the article was published.
        case publicationLine
        /// Names the author or agency.
        case byline
        /// The article's text.
        case body
        /// The text of a link to where the article came from or goes on.
        case sourceLinkText
        /// Text of a picture: caption or credit.
        case caption
        /// Buttons to share, print or rate.
        case shareBar
        /// Rules, forms and counts of readers' comments.
        case comments
        /// Headlines of other articles, each in its own line.
        case relatedLinks
        /// Tags of the article.
        case keywords
        /// Menus, breadcrumbs and calls to subscribe.
        case navigation
        /// The agency's sign that its text ends.
        case agencySignature
        /// Other text that belongs to the site, as rights and addresses.
        case furniture
    }

    /// What the zone is for.
    public let kind: Kind
    /// First scalar in the decoded input.
    public let rawStart: Int
    /// Behind the last scalar in the decoded input.
    public let rawEnd: Int

    /// Creates a zone.
    public init(kind: Kind, rawStart: Int, rawEnd: Int) {
        self.kind = kind
        self.rawStart = rawStart
        self.rawEnd = rawEnd
    }
}
