import Synchronization
import Testing
import WarraqCore
import WarraqTransport
import ZeroMQ

/// A journal in memory, which answers on the calling thread.
final class MemoryJournal: ReplaySource {
    private let messages: Mutex<[FeedMessage]>
    let queries = Inbox<ReplayQuery>()
    let failure: StorageError?

    init(_ messages: [FeedMessage] = [], failure: StorageError? = nil) {
        self.messages = Mutex(messages)
        self.failure = failure
    }

    func page(
        _ query: ReplayQuery, then: @escaping @Sendable (Result<ReplayPage, StorageError>) -> Void
    ) {
        queries.put(query)
        if let failure { return then(.failure(failure)) }
        let all = messages.withLock { $0 }
        var page: [FeedMessage] = []
        var last = query.after
        var more = false
        for message in all
        where message.sequence > query.after && message.sequence <= query.through {
            let topic = Array(message.topic.description.utf8)
            let matches =
                query.prefixes.isEmpty || query.prefixes.contains { topic.starts(with: $0) }
            if matches, page.count == query.limit {
                more = true
                break
            }
            if matches { page.append(message) }
            last = message.sequence
        }
        then(.success(ReplayPage(messages: page, last: last, more: more, oldest: 1)))
    }
}

/// Answers control requests with what they were.
struct EchoHandler: ControlHandler {
    func handle(_ request: ControlRequest, then: @escaping @Sendable (ControlAnswer) -> Void) {
        switch request.verb {
        case "echo": then(.lines([request.arguments, Array("{}".utf8)]))
        case "silence": break
        default: then(.refused(code: "unknown", reason: "no such verb"))
        }
    }
}

func feedMessage(_ sequence: UInt64, host: String = "a.com", size: Int = 10) -> FeedMessage {
    FeedMessage(
        sequence: sequence, topic: Topic(article: .new, language: "ar", host: host),
        header: Array("{\"seq\":\(sequence)}".utf8), record: [UInt8](repeating: 0x78, count: size))
}

/// A running publisher on sockets of its own.
final class FeedFixture {
    let context: Context
    let metrics = Metrics()
    let state: FeedState
    let failures = Inbox<ZeroMQError>()
    let publisher: FeedPublisher
    let addresses: FeedPublisher.Addresses
    private var subscriberCount = 0

    init(
        journal: MemoryJournal = MemoryJournal(), lastPublished: UInt64 = 0,
        subscriberMessages: Int = 1000, heartbeat: Duration = .seconds(3600),
        replayPatience: Duration = .seconds(3600)
    ) throws {
        context = try Context(linger: .seconds(1))
        state = FeedState(version: "0.1", epoch: "e1", lastPublished: lastPublished)
        let anywhere = [Endpoint(address: "tcp://127.0.0.1:*", direction: .bind)]
        let failures = failures
        publisher = try FeedPublisher(
            configuration: FeedConfiguration(
                publish: anywhere, replay: anywhere,
                control: [Endpoint(address: "ipc://*", direction: .bind)],
                subscriberBytes: subscriberMessages * 100, meanRecordBytes: 100,
                heartbeatInterval: heartbeat, replayPatience: replayPatience),
            context: context, state: state, replay: journal, control: EchoHandler(),
            metrics: metrics, logger: quietLogger, onFailure: { failures.put($0) })
        addresses = try publisher.start()
    }

    deinit { publisher.stop() }

    /// A subscriber, whose subscriptions have arrived.
    func subscriber(_ prefixes: String..., options: [SocketOption] = []) throws -> Socket {
        subscriberCount += 1
        let name = "probe-\(subscriberCount)"
        let socket = try Socket(
            .subscribe, in: context,
            options: options + (prefixes + [name]).map { .subscribe(Array($0.utf8)) })
        try socket.connect(addresses.publish[0])
        // Subscriptions of a connection arrive in order, so a probe that comes means that all are there.
        repeat {
            publisher.publish([probe(name)], sent: {})
        } while try !socket.waitUntilReadable(timeout: .milliseconds(20))
        publisher.publish([probe(name + "/last")], sent: {})
        while try socket.next()[0] != name + "/last" {}
        return socket
    }

    func replayClient() throws -> Socket {
        let socket = try Socket(.dealer, in: context)
        try socket.connect(addresses.replay[0])
        return socket
    }

    private func probe(_ name: String) -> FeedMessage {
        FeedMessage(sequence: 0, topic: Topic(stored: name), header: [], record: [])
    }
}
