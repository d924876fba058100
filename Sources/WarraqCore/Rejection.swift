/// Why an input was refused. Each is a NAK code of PROTOCOL.md with the numbers that explain it.
public enum Rejection: Error, Hashable, Sendable, CustomStringConvertible {
    /// The sender's id is not 1 to 64 bytes.
    case badID(bytes: Int)
    /// The body is larger than `intake.maxArticleBytes`.
    case tooLarge(bytes: Int, limit: Int)
    /// The payload holds more articles than `limit`: none is taken, for none may be lost unseen.
    case tooManyItems(limit: Int)
    /// The header is not a JSON object with values of the right types. `problem` names the key.
    case badHeader(problem: String)
    /// The body is no text: control bytes or a binary file. `unreadable` is 0 to 1.
    case notText(unreadable: Double)
    /// Nothing but white space, or nothing that could be an article.
    case empty
    /// The header names a type of content that is no text.
    case unsupported(contentType: String)
    /// A report names a record that is not stored.
    case unknownTarget
    /// The sender may not do this.
    case denied
    /// The store refuses for now.
    case storage
    /// The daemon is stopping.
    case draining

    /// The code on the wire.
    public var code: String {
        switch self {
        case .badID: "badId"
        case .tooLarge, .tooManyItems: "tooLarge"
        case .badHeader: "badHeader"
        case .notText: "notText"
        case .empty: "empty"
        case .unsupported: "unsupported"
        case .unknownTarget: "unknownTarget"
        case .denied: "denied"
        case .storage: "storage"
        case .draining: "draining"
        }
    }

    /// Every code, for counters.
    public static let codes = [
        "badId", "tooLarge", "badHeader", "notText", "empty", "unsupported", "unknownTarget",
        "denied", "storage", "draining",
    ]

    /// Whether sending the same again may succeed.
    public var isRetryable: Bool { self == .storage || self == .draining }

    /// Whether the input is kept as a dead letter.
    public var leavesDeadLetter: Bool { !isRetryable && self != .denied }

    /// One line for a person, without any of the article's text.
    public var description: String {
        switch self {
        case .badID(let bytes): "id is \(bytes) bytes, allowed are 1 to 64"
        case .tooLarge(let bytes, let limit): "article is \(bytes) bytes, limit is \(limit)"
        case .tooManyItems(let limit): "payload holds more than \(limit) articles"
        case .badHeader(let problem): "header: \(problem)"
        case .notText(let unreadable):
            "body is no text: \(Int((unreadable * 100).rounded())) % of it is unreadable"
        case .empty: "body has no article in it"
        case .unsupported(let type): "content type \(type) is no text"
        case .unknownTarget: "target is not a stored record"
        case .denied: "sender may not do this"
        case .storage: "store refuses for now, send again"
        case .draining: "daemon is stopping, send again"
        }
    }
}
