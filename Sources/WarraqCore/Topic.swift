/// The first frame of a feed message: `article/CHANGE/LANGUAGE/HOST` or
/// `headline/new/LANGUAGE/HOST`.
public struct Topic: Hashable, Sendable, CustomStringConvertible {
    /// What a record on the feed says about the article.
    public enum Change: String, Hashable, Sendable, CaseIterable {
        /// An article not seen before.
        case new
        /// A copy that points at its original.
        case duplicate
        /// New text under a known URL.
        case update
        /// The same text, with what a later article added.
        case complete
        /// Withheld after reports.
        case withheld
        /// Given back after it was withheld.
        case restored
    }

    /// The topic as it goes over the wire.
    public let description: String

    /// The topic of an article's record. `language` is BCP 47, `und` if unknown; `host` is `-` if
    /// unknown.
    public init(article change: Change, language: String, host: String) {
        description = "article/\(change.rawValue)/\(language)/\(host)"
    }

    /// The topic of a page headline's record.
    public init(headlineIn language: String, host: String) {
        description = "headline/new/\(language)/\(host)"
    }

    /// The topic of the same article's record after `change`, `nil` if this is no article's.
    public func changed(to change: Change) -> Topic? {
        let parts = description.split(
            separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "article" else { return nil }
        return Topic(stored: "article/\(change.rawValue)/\(parts[2])")
    }

    /// A topic as it was stored.
    public init(stored: String) {
        description = stored
    }

    /// The heartbeat's topic, which takes no sequence number.
    public static let heartbeat = Topic(stored: "heartbeat")
}
