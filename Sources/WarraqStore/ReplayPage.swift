public import WarraqCore

/// One answer of replay.
public struct ReplayPage: Sendable {
    /// The records, in sequence order, with the bytes they were published with.
    public let messages: [FeedMessage]
    /// The last sequence number examined, whatever matched: where the next page starts.
    public let last: UInt64
    /// Whether there is more to examine.
    public let more: Bool
    /// From here on nothing is missing.
    public let oldest: UInt64
    /// Records that should be here but are damaged: those whose bytes changed, and first and last of a
    /// range that cannot be read.
    public let damaged: [UInt64]
}
