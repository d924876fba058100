public import WarraqCore

/// What a list says of a refused input.
public struct DeadLetterSummary: Hashable, Sendable {
    /// Its number, never used again.
    public let id: Int64
    /// The NAK code.
    public let code: String
    /// The reason in words, without any of the article's text.
    public let reason: String
    /// How it came in: `acked`, `pull` or `subscribe`.
    public let origin: String
    /// When it was refused.
    public let at: UnixTime
    /// Bytes of label, header and body.
    public let bytes: Int
    /// The sender's id, or the topic it came under.
    public let label: [UInt8]
}

/// A refused input with its bytes.
public struct DeadLetter: Hashable, Sendable {
    /// What a list says of it.
    public let summary: DeadLetterSummary
    /// The header's bytes as received.
    public let header: [UInt8]
    /// The body's bytes as received.
    public let body: [UInt8]
}
