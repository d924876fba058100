public import ArticleExtraction

/// Where an answer goes: which socket, to whom, and about what.
public struct ReplyRoute: Hashable, Sendable {
    /// Which of the acked sockets it came in on, from 0.
    public let socket: Int
    /// The frames before `WRQ1`, as received: the peer's identity and, from REQ sockets, an empty
    /// delimiter.
    public let envelope: [[UInt8]]
    /// The sender's id, 1 to 64 bytes.
    public let id: [UInt8]

    /// A route to the sender of `id`.
    public init(socket: Int, envelope: [[UInt8]], id: [UInt8]) {
        self.socket = socket
        self.envelope = envelope
        self.id = id
    }
}

/// How an input came in.
public enum Origin: Hashable, Sendable {
    /// On an acked socket: somebody waits for the answer.
    case acked(ReplyRoute)
    /// On a PULL socket; the topic frame is only recorded.
    case pull(topic: [UInt8]?)
    /// On a SUB socket.
    case subscribe(topic: [UInt8]?)

    /// The route of the answer, if somebody waits for one.
    public var route: ReplyRoute? {
        if case .acked(let route) = self { route } else { nil }
    }

    /// The name in dead letters and labels.
    public var name: String {
        switch self {
        case .acked: "acked"
        case .pull: "pull"
        case .subscribe: "subscribe"
        }
    }
}

/// An input as it was read from a socket, admitted, and on its way.
public struct Submission: Sendable {
    /// What the frames held.
    public enum Content: Sendable {
        /// An article to process.
        case article(RawArticle)
        /// An input that is refused by its frames alone; `header` and `body` are its bytes as
        /// received, for the dead letter.
        case refused(Rejection, header: [UInt8], body: [UInt8])
    }

    /// How it came in.
    public let origin: Origin
    /// What it held.
    public let content: Content
    /// When it was read.
    public let receivedAt: UnixTime
    /// What it counts for at admission, in bytes.
    public let byteCount: Int

    /// A submission of `content`.
    public init(origin: Origin, content: Content, receivedAt: UnixTime, byteCount: Int) {
        self.origin = origin
        self.content = content
        self.receivedAt = receivedAt
        self.byteCount = byteCount
    }
}

/// Takes what the intake thread admitted.
public protocol SubmissionSink: Sendable {
    /// Takes `submission`, which was admitted, and returns at once.
    func submit(_ submission: Submission)
}
