/// A message: one or more frames of bytes, delivered whole or not at all.
public struct Message: Hashable, Sendable {
    /// The frames in order. A message that is sent has at least one; a frame may be empty.
    public var frames: [[UInt8]]

    /// Makes a message of `frames`.
    public init(_ frames: [[UInt8]]) {
        self.frames = frames
    }

    /// Makes a message of the UTF-8 of `frames`.
    public init(_ frames: String...) {
        self.frames = frames.map { Array($0.utf8) }
    }

    /// The bytes of all frames together.
    public var byteCount: Int {
        frames.reduce(0) { $0 + $1.count }
    }
}

/// How much of an incoming message is kept.
///
/// libzmq bounds a frame (`SocketOption.maxMessageBytes`), not a message: a peer may send any number of frames.
public struct MessageLimits: Hashable, Sendable {
    /// The most frames a message may have.
    public let frames: Int
    /// The most bytes its frames may have together.
    public let bytes: Int

    /// Both limits are at least 1.
    public init(frames: Int, bytes: Int) {
        precondition(frames >= 1 && bytes >= 1, "a limit below one lets no message in")
        self.frames = frames
        self.bytes = bytes
    }
}

/// A message beyond the limits: its beginning, and how large it was. The rest was read and dropped.
public struct OversizeMessage: Hashable, Sendable {
    /// The leading frames that fit the limits, for an answer to their sender.
    public let leadingFrames: [[UInt8]]
    /// How many frames it had.
    public let frameCount: Int
    /// How many bytes they had together.
    public let byteCount: Int
}

/// What receiving found.
public enum Received: Hashable, Sendable {
    /// A whole message within the limits.
    case message(Message)
    /// A whole message beyond the limits, dropped but for its beginning.
    case oversize(OversizeMessage)
    /// Nothing is waiting.
    case nothing
}

/// What became of a message that was to be sent.
public enum Sent: Hashable, Sendable {
    /// It is in libzmq's hands; delivery is up to the connection.
    case accepted
    /// No room: nothing of it was sent. Try again when the socket is writable.
    case wouldBlock
    /// A router with mandatory routing knows no such peer: nothing of it was sent.
    case unreachable
}
