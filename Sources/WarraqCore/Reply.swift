/// One article's part of an ACK.
public struct Acknowledgement: Hashable, Sendable {
    /// The article's identity.
    public let uri: ArticleURI
    /// What became of it.
    public let outcome: Outcome
    /// Its place in the feed.
    public let sequence: UInt64

    /// An acknowledgement of these values.
    public init(uri: ArticleURI, outcome: Outcome, sequence: UInt64) {
        self.uri = uri
        self.outcome = outcome
        self.sequence = sequence
    }
}

/// An answer to a PUT.
public enum Answer: Hashable, Sendable {
    /// On disk, synced. `items` has one element, or one for each article of the payload.
    case accepted(items: [Acknowledgement], repeated: Bool)
    /// Refused. `deadLetter` is the number under which the input was kept.
    case refused(Rejection, deadLetter: Int64?)
}

/// An answer on its way to a sender.
public struct Reply: Hashable, Sendable {
    /// Where it goes.
    public let route: ReplyRoute
    /// What it says.
    public let answer: Answer

    /// A reply to `route`.
    public init(route: ReplyRoute, answer: Answer) {
        self.route = route
        self.answer = answer
    }
}

/// Takes answers to the senders.
public protocol ReplySink: Sendable {
    /// Queues `replies` for the intake thread and returns at once.
    func send(_ replies: [Reply])
}
