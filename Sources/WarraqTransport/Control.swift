internal import WarraqCore

/// A request of `warraq` to the daemon it runs beside.
public struct ControlRequest: Hashable, Sendable {
    /// What is asked, `status` for example; at most 64 bytes of UTF-8.
    public let verb: String
    /// One JSON object, as it came: at most 64 KiB, not checked.
    public let arguments: [UInt8]

    /// A request of these values.
    public init(verb: String, arguments: [UInt8] = Array("{}".utf8)) {
        self.verb = verb
        self.arguments = arguments
    }
}

/// An answer to a ``ControlRequest``.
public enum ControlAnswer: Hashable, Sendable {
    /// JSON objects, in the order they are to be printed.
    case lines([[UInt8]])
    /// It was not done, and why: a code for programs, a reason for people.
    case refused(code: String, reason: String)
}

/// Does what `warraq` asks.
public protocol ControlHandler: Sendable {
    /// Answers `request` by calling `then` once, from any thread. Returns at once: it is called on the
    /// publish thread.
    func handle(_ request: ControlRequest, then: @escaping @Sendable (ControlAnswer) -> Void)
}

/// The frames of the control socket, which is private to programs of one version:
/// `CTL1`, verb, JSON → `CTL1`, `OK`, line… or `CTL1`, `ERR`, `{"code","reason"}`.
enum ControlFrames {
    private static let maxVerbBytes = 64

    /// Reads the frames after the envelope.
    static func request(_ routed: RoutedRequest) throws(Malformed) -> ControlRequest {
        let (verb, arguments) = try routed.verb(after: Wire.control)
        guard arguments.count == 1, let json = arguments.first else {
            throw Malformed(.badFrames, "request has \(arguments.count + 2) frames, expected 3")
        }
        guard verb.count <= maxVerbBytes, json.count <= Wire.maxJSONBytes else {
            throw Malformed(.badRequest, "request is too large")
        }
        return ControlRequest(verb: String(decoding: verb, as: UTF8.self), arguments: json)
    }

    /// Spells an answer, without the envelope.
    static func frames(_ answer: ControlAnswer) -> [[UInt8]] {
        switch answer {
        case .lines(let lines): [Wire.control, Wire.okay] + lines
        case .refused(let code, let reason):
            [Wire.control, Wire.err, Malformed.json(code: code, reason: reason)]
        }
    }
}
