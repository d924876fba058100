internal import JSONReading
public import ZeroMQ

/// Asks a running daemon over its control socket.
///
/// ```swift
/// let client = try ControlClient(endpoint: "ipc:///run/warraq/control", in: context)
/// let answer = try client.ask(ControlRequest(verb: "status"), timeout: .seconds(5))
/// ```
public struct ControlClient: ~Copyable {
    private static let limits = MessageLimits(frames: 1_000_000, bytes: 1 << 30)

    private let socket: Socket

    /// Connects, now or as soon as a daemon listens there.
    public init(endpoint: String, in context: Context) throws(ZeroMQError) {
        let socket = try Socket(
            .dealer, in: context, options: [.linger(.zero), .onlyWhenConnected(true), .ipv6(true)])
        try socket.connect(endpoint)
        self.socket = socket
    }

    /// Sends `request` and waits for its answer.
    ///
    /// - Returns: `nil` if nobody answered in time. Throw the client away then: the answer may come later.
    public borrowing func ask(
        _ request: ControlRequest, timeout: Duration
    ) throws(ZeroMQError) -> ControlAnswer? {
        let clock = ContinuousClock()
        let deadline = clock.now + timeout
        let frames = [Wire.control, Array(request.verb.utf8), request.arguments]
        guard try socket.send(frames: frames, waitingAtMost: timeout) == .accepted,
            try socket.waitUntilReadable(timeout: max(.zero, clock.now.duration(to: deadline))),
            case .message(let message) = try socket.receive(within: Self.limits)
        else { return nil }
        return Self.answer(message.frames)
    }

    private static func answer(_ frames: [[UInt8]]) -> ControlAnswer {
        guard frames.count >= 2, frames[0] == Wire.control else {
            return .refused(code: "badAnswer", reason: "peer is no daemon of this version")
        }
        if frames[1] == Wire.okay { return .lines(Array(frames.dropFirst(2))) }
        let root = frames.last.flatMap { try? JSONDocument($0) }?.root
        return .refused(
            code: root?["code"]?.string ?? "badAnswer",
            reason: root?["reason"]?.string ?? "answer makes no sense")
    }
}
