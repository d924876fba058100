/// A piece of the page that went neither into the title nor the body.
public struct Removal: Hashable, Sendable {
    /// Why a piece was thrown away. The raw value is its name in a record.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Headlines of other articles.
        case headlineTicker
        /// The notice that belongs to "report this picture".
        case moderationNotice
        /// The text of a link.
        case sourceLinkText
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
        /// A caption or credit.
        case caption
        /// A line known from other pages of the same site.
        case siteFurniture
        /// Rights, addresses, cookie notes and other text of the site.
        case furniture
        /// Script, style or markup that shows no text.
        case markup
    }

    /// First scalar in the decoded input.
    public let rawStart: Int
    /// Behind the last scalar in the decoded input.
    public let rawEnd: Int
    /// Why it was thrown away.
    public let reason: Reason

    /// Creates a removal.
    public init(rawStart: Int, rawEnd: Int, reason: Reason) {
        self.rawStart = rawStart
        self.rawEnd = rawEnd
        self.reason = reason
    }
}
