import Logging
import WarraqCore
import ZeroMQ

/// The replay ROUTER: reads requests, has pages read, and sends them without waiting for anyone.
struct ReplayService: ~Copyable {
    /// Messages sent to one peer before the others get their turn.
    private static let sendBatch = 64
    /// Bytes of pages that may wait before the next one is read.
    private static let maxWaitingBytes = 64 << 20
    /// How long a peer may leave its page unread while pages of such peers keep others from theirs.
    private static let patienceWhenFull = Duration.milliseconds(500)
    private static let limits = MessageLimits(frames: 8, bytes: 2 * Wire.maxJSONBytes)
    private static let shortestRetry = Duration.milliseconds(1)
    private static let longestRetry = Duration.milliseconds(50)

    var watched: WatchedSocket
    private let shared: FeedShared
    private let replyFrames: ReplyFrames
    private let clock = ContinuousClock()
    private var queue = ReplayQueue(maxBytes: maxWaitingBytes)
    private var fetching: (number: Int, request: ReplayRequest)?
    private var retry = shortestRetry
    private var isBlocked = false
    private var hasMoreToSend = false

    /// Opens the socket where it is configured, or where a former one was.
    init(
        _ shared: FeedShared, at endpoints: [Endpoint]? = nil, poller: inout Poller
    ) throws(ZeroMQError) {
        watched = try WatchedSocket(
            .router, name: "replay", at: endpoints ?? shared.configuration.replay,
            options: SocketDefaults.options + [
                SocketDefaults.heartbeat, .mandatoryRouting(true),
                .maxMessageBytes(2 * Wire.maxJSONBytes), .receiveHighWater(64),
                // Records may be large; the rest of a page waits here, where it is counted.
                .sendHighWater(64),
            ],
            in: shared.context, poller: &poller)
        self.shared = shared
        replyFrames = ReplyFrames(state: shared.state)
    }

    /// The bytes of the pages that wait.
    var waitingBytes: Int { queue.byteCount }

    /// Whether further requests may be read: not while the pages of others fill the memory for them.
    var mayRead: Bool { !queue.isFull }

    /// How long the thread may sleep. libzmq does not tell when a peer of a ROUTER has room again, so while
    /// one has none it is tried again, less and less often.
    var retryDelay: Duration? {
        if hasMoreToSend { return .zero }
        return isBlocked ? retry : nil
    }

    /// Reads requests, sends what can be sent, and has the next page read.
    mutating func serve(isReadable: Bool) throws(ZeroMQError) {
        if isReadable { try read() }
        try send()
        fetch()
    }

    /// Takes the page that was asked for last.
    mutating func fetched(_ result: Result<ReplayPage, StorageError>, number: Int) {
        guard let fetching, fetching.number == number else { return }
        let request = fetching.request
        self.fetching = nil
        switch result {
        case .success(let page):
            shared.metrics.replayed.add(page.messages.count)
            queue.fetched(ReplayFrames.page(page, of: request, epoch: shared.state.epoch))
        case .failure(let error):
            shared.logger.warning("Replay not readable", metadata: ["error": "\(error)"])
            queue.fetched(ReplayFrames.failure(error))
        }
    }

    // MARK: Reading

    private mutating func read() throws(ZeroMQError) {
        for _ in 0..<Self.sendBatch {
            switch try watched.socket.receive(within: Self.limits) {
            case .nothing: return
            case .message(let message): try handle(RoutedRequest(message.frames), isWhole: true)
            case .oversize(let message):
                guard !message.leadingFrames.isEmpty else { continue }
                try handle(RoutedRequest(message.leadingFrames), isWhole: false)
            }
        }
    }

    private mutating func handle(_ routed: RoutedRequest, isWhole: Bool) throws(ZeroMQError) {
        var answer: [[UInt8]]?
        do throws(Malformed) {
            guard isWhole else { throw Malformed(.badFrames, "message is too large") }
            let (verb, arguments) = try routed.verb(after: Wire.version)
            switch verb {
            case Wire.ping:
                guard arguments.isEmpty else {
                    throw Malformed(
                        .badFrames, "PING has \(arguments.count + 2) frames, expected 2")
                }
                answer = replyFrames.pong()
            case Wire.get:
                guard arguments.count == 1, let json = arguments.first else {
                    throw Malformed(.badFrames, "GET has \(arguments.count + 2) frames, expected 3")
                }
                let request = try ReplayRequest(json: json, epoch: shared.state.epoch)
                guard queue.add(request, from: routed.envelope) == .waits else {
                    throw Malformed(.badRequest, "too many requests are waiting")
                }
            default:
                throw Malformed(.badVerb, "verb is not one of GET, PING")
            }
        } catch {
            shared.metrics.malformed[error.reason].add()
            answer = error.frames
        }
        guard let answer else { return }
        if try watched.socket.send(frames: routed.envelope + answer) != .accepted {
            shared.metrics.dropped[.reply].add()
        }
    }

    // MARK: Sending

    private mutating func send() throws(ZeroMQError) {
        isBlocked = false
        hasMoreToSend = false
        var progressed = false
        for peer in queue.sending {
            for _ in 0..<Self.sendBatch {
                guard let frames = queue.nextMessage(for: peer) else { break }
                switch try watched.socket.send(frames: frames) {
                case .accepted:
                    queue.sent(to: peer)
                    progressed = true
                    continue
                case .unreachable:
                    giveUp(peer)
                case .wouldBlock:
                    var patience = shared.configuration.replayPatience
                    if queue.isFull { patience = min(patience, Self.patienceWhenFull) }
                    if queue.blocked(peer, at: clock.now, patience: patience) {
                        giveUp(peer)
                    } else {
                        isBlocked = true
                    }
                }
                break
            }
        }
        hasMoreToSend = progressed && !queue.sending.isEmpty
        retry = progressed ? Self.shortestRetry : min(retry * 2, Self.longestRetry)
    }

    private mutating func giveUp(_ peer: [[UInt8]]) {
        queue.remove(peer)
        shared.metrics.dropped[.reply].add()
        shared.logger.debug("Replay given up: its peer is gone or does not read")
    }

    private mutating func fetch() {
        guard let next = queue.nextFetch() else { return }
        let number = shared.nextFetchNumber()
        fetching = (number, next)
        let shared = shared
        shared.replay.page(next.query(through: shared.state.lastPublished)) { result in
            shared.order { $0.page = (number, result) }
        }
    }
}
