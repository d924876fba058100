public import WarraqCore

/// What a replay asks of the journal.
public struct ReplayQuery: Hashable, Sendable {
    /// The sequence number before the first one wanted.
    public let after: UInt64
    /// The last sequence number that may be spoken of: what lies beyond is not published yet.
    public let through: UInt64
    /// Topics wanted begin with one of these. Empty is every topic.
    public let prefixes: [[UInt8]]
    /// The most records of a page, 1 to 1000.
    public let limit: Int
    /// The most bytes of a page's frames together. The first record is given whatever its size.
    public let maxBytes: Int

    /// A query of these values.
    public init(after: UInt64, through: UInt64, prefixes: [[UInt8]], limit: Int, maxBytes: Int) {
        self.after = after
        self.through = through
        self.prefixes = prefixes
        self.limit = limit
        self.maxBytes = maxBytes
    }
}

/// A page of the journal.
public struct ReplayPage: Hashable, Sendable {
    /// The records, in sequence order, as they were published.
    public let messages: [FeedMessage]
    /// The last sequence number that was examined, whether it matched or not.
    public let last: UInt64
    /// Whether there is more up to `through`.
    public let more: Bool
    /// From here on nothing is missing from the journal.
    public let oldest: UInt64

    /// A page of these values.
    public init(messages: [FeedMessage], last: UInt64, more: Bool, oldest: UInt64) {
        self.messages = messages
        self.last = last
        self.more = more
        self.oldest = oldest
    }
}

/// Where replays are read from.
public protocol ReplaySource: Sendable {
    /// Reads a page and calls `then` once, from any thread. Returns at once: it is called on the publish
    /// thread, one query at a time.
    func page(
        _ query: ReplayQuery, then: @escaping @Sendable (Result<ReplayPage, StorageError>) -> Void)
}
