import Dispatch
import Glibc
import Logging
import Synchronization
import Testing
import WarraqCore
import WarraqTransport
import ZeroMQ

let patience = Duration.seconds(20)
let messageLimits = MessageLimits(frames: 2000, bytes: 1 << 28)
let quietLogger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// Collects values that another thread hands over, and waits for them.
final class Inbox<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])
    private let arrived = DispatchSemaphore(value: 0)

    func put(_ value: Value) {
        values.withLock { $0.append(value) }
        arrived.signal()
    }

    /// The next value, waiting for it.
    func next() throws -> Value {
        try #require(arrived.wait(timeout: .now() + 20) == .success)
        return values.withLock { $0.removeFirst() }
    }

    var isEmpty: Bool { values.withLock { $0.isEmpty } }
}

final class CollectingSink: SubmissionSink {
    let submissions = Inbox<Submission>()

    func submit(_ submission: Submission) {
        submissions.put(submission)
    }
}

/// A running intake on sockets of its own.
final class IntakeFixture {
    let context: Context
    let admission: Admission
    let sink = CollectingSink()
    let metrics = Metrics()
    let state = FeedState(version: "0.1", epoch: "e1", lastPublished: 41)
    let failures = Inbox<ZeroMQError>()
    let intake: Intake
    let addresses: Intake.Addresses

    init(
        maxArticles: Int = 1000, maxArticleBytes: Int = 100_000, residentBytes: Int = 1 << 40,
        topics: [String] = []
    ) throws {
        context = try Context(linger: .seconds(1))
        admission = Admission(maxArticles: maxArticles, maxBytes: 1 << 30)
        let anywhere = [Endpoint(address: "tcp://127.0.0.1:*", direction: .bind)]
        let failures = failures
        intake = try Intake(
            configuration: IntakeConfiguration(
                acked: anywhere + [Endpoint(address: "ipc://*", direction: .bind)], pull: anywhere,
                subscribe: anywhere, topics: topics, maxArticleBytes: maxArticleBytes,
                residentBytes: residentBytes),
            context: context, admission: admission, sink: sink, state: state, metrics: metrics,
            logger: quietLogger, onFailure: { failures.put($0) })
        addresses = try intake.start()
    }

    deinit { intake.stop() }

    func client(
        _ type: SocketType, to address: String, options: [SocketOption] = []
    ) throws -> Socket {
        let socket = try Socket(type, in: context, options: options)
        try socket.connect(address)
        return socket
    }

    /// Waits until the intake has read what came before, by asking for a PONG.
    func expectAlive() throws {
        let client = try client(.dealer, to: addresses.acked[0])
        try client.send(Message("WRQ1", "PING"))
        #expect(
            try client.next() == [
                "WRQ1", "PONG", #"{"version":"0.1","epoch":"e1","seq":41,"ready":false}"#,
            ])
    }
}

extension Socket {
    /// The next message's frames, waiting for it.
    borrowing func nextFrames() throws -> [[UInt8]] {
        try #require(try waitUntilReadable(timeout: patience))
        guard case .message(let message) = try receive(within: messageLimits) else {
            throw ZeroMQError(function: "test", code: .wouldBlock)
        }
        return message.frames
    }

    /// The next message as text.
    borrowing func next() throws -> [String] {
        try nextFrames().map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Metrics {
    /// Waits, asking again and again, until `count` has reached `value`: for counters that a thread of
    /// libzmq brings forward, which nothing announces.
    func wait(for count: KeyPath<Metrics, Counter>, toReach value: Int) -> Bool {
        let clock = ContinuousClock()
        let end = clock.now + patience
        while self[keyPath: count].value < value {
            guard clock.now < end else { return false }
            sched_yield()
        }
        return true
    }
}
