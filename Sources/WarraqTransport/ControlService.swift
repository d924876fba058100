import Logging
import WarraqCore
import ZeroMQ

/// The control ROUTER: hands requests to the server and answers when it has.
struct ControlService: ~Copyable {
    /// Requests that may be under way at a time.
    private static let maxUnderWay = 64
    private static let limits = MessageLimits(frames: 8, bytes: 2 * Wire.maxJSONBytes)

    var watched: WatchedSocket
    private let shared: FeedShared
    private var underWay = 0

    init(_ shared: FeedShared, poller: inout Poller) throws(ZeroMQError) {
        watched = try WatchedSocket(
            .router, name: "control", at: shared.configuration.control,
            options: SocketDefaults.options + [
                SocketDefaults.heartbeat, .mandatoryRouting(true),
                .maxMessageBytes(2 * Wire.maxJSONBytes), .receiveHighWater(64),
                .sendHighWater(16),
            ],
            in: shared.context, poller: &poller)
        self.shared = shared
    }

    /// Reads waiting requests.
    mutating func read() throws(ZeroMQError) {
        for _ in 0..<Self.maxUnderWay {
            switch try watched.socket.receive(within: Self.limits) {
            case .nothing: return
            case .message(let message): try handle(RoutedRequest(message.frames), isWhole: true)
            case .oversize(let message):
                guard !message.leadingFrames.isEmpty else { continue }
                try handle(RoutedRequest(message.leadingFrames), isWhole: false)
            }
        }
    }

    /// Sends what the server answered.
    mutating func answer(_ envelope: [[UInt8]], _ answer: ControlAnswer) throws(ZeroMQError) {
        underWay -= 1
        try send(answer, to: envelope)
    }

    private mutating func handle(_ routed: RoutedRequest, isWhole: Bool) throws(ZeroMQError) {
        let request: ControlRequest
        do throws(Malformed) {
            guard isWhole else { throw Malformed(.badFrames, "message is too large") }
            request = try ControlFrames.request(routed)
        } catch {
            shared.metrics.malformed[error.reason].add()
            return try send(
                .refused(code: error.reason.rawValue, reason: error.explanation),
                to: routed.envelope)
        }
        guard underWay < Self.maxUnderWay else {
            return try send(
                .refused(code: "busy", reason: "too many requests are under way"),
                to: routed.envelope)
        }
        underWay += 1
        let shared = shared
        let envelope = routed.envelope
        shared.control.handle(request) { answer in
            shared.order { $0.answers.append((envelope, answer)) }
        }
    }

    private func send(_ answer: ControlAnswer, to envelope: [[UInt8]]) throws(ZeroMQError) {
        let frames = envelope + ControlFrames.frames(answer)
        if try watched.socket.send(frames: frames) != .accepted {
            shared.metrics.dropped[.reply].add()
        }
    }
}
