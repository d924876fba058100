internal import WarraqServer
internal import ZeroMQ

/// Sends articles to an acked socket and takes the answers, sending again what is not answered.
struct PushSession {
    /// What came of it all.
    struct Summary: Hashable {
        /// How many answers of each word: `new`, `duplicate`, `update`, or a refusal's code.
        var counts: [String: Int] = [:]
        /// How many were refused.
        var refused = 0
        /// How often something was sent again.
        var resent = 0

        /// How many got a final answer.
        var answered: Int { counts.values.reduce(0, +) }
    }

    private let address: String
    private let timeout: Duration?
    private let prefix: String
    private let reader: PushReader
    private var window: PushWindow
    private var articles: [Int: PushArticle] = [:]
    private(set) var summary = Summary()
    private var hasHeard = false
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var lastProgress = Duration.zero
    private var hasSaidWaiting = false

    /// - Parameters:
    ///   - address: Of an acked socket.
    ///   - source: The articles.
    ///   - limit: How many may be on their way at once.
    ///   - timeout: How long nothing may be heard before it gives up; `nil` for ever.
    ///   - run: A name of this run's own, so that its ids are no other's.
    init(
        address: String, source: PushSource, limit: Int, timeout: Duration?,
        run: String = String(UInt64.random(in: .min ... .max), radix: 36)
    ) throws {
        self.address = address
        reader = try PushReader(source, capacity: limit)
        self.timeout = timeout
        window = PushWindow(limit: limit)
        prefix = "push-\(run)-"
        start = clock.now
    }

    /// How many inputs were no articles.
    var unreadable: Int { reader.refused }

    /// How long it has been running.
    var elapsed: Duration { clock.now - start }

    /// Sends everything. Each answer's line goes to `print`.
    mutating func run(print: ([UInt8]) -> Void) throws {
        let context = try Context(linger: .zero)
        // Only finished connections take articles: what waited for a daemon that is not there would
        // be sent again and again into the same queue.
        let socket = try Socket(
            .dealer, in: context, options: SocketOption.client + [.onlyWhenConnected(true)])
        try socket.connect(address)
        var poller = Poller()
        let key = poller.add(socket, for: .readable)
        poller.add(reader.wakeup)
        while true {
            reader.wakeup.clear()
            fill()
            if window.isEmpty, reader.isAtEnd { return }
            let isBlocked = try sendDue(socket)
            poller.watch(key, for: isBlocked ? [.readable, .writable] : .readable)
            _ = try poller.wait(timeout: try untilNext())
            try receive(socket, print: print)
        }
    }

    private mutating func fill() {
        // Silence counts from when somebody is asked.
        if window.isEmpty { lastProgress = elapsed }
        for article in reader.take(window.room) {
            articles[window.enter()] = article
        }
    }

    /// Sends what is due; whether the socket had no room for it.
    private mutating func sendDue(_ socket: borrowing Socket) throws -> Bool {
        while let number = window.due(at: elapsed), let article = articles[number] {
            let id = Array("\(prefix)\(number)".utf8)
            let sent = try socket.send(
                frames: [Wire.version, Wire.put, id, article.header, article.body])
            guard sent == .accepted else { return true }
            if window.attempts(number) > 0 { summary.resent += 1 }
            window.sent(number, at: elapsed)
        }
        return false
    }

    /// How long to wait for an answer before something else is to be done; `nil` if for nothing.
    private mutating func untilNext() throws -> Duration? {
        guard !window.isEmpty else { return nil }
        let now = elapsed
        if !hasHeard, !hasSaidWaiting, now > .seconds(2) {
            hasSaidWaiting = true
            notice("waiting for an answer from \(address)")
        }
        if let timeout, now - lastProgress >= timeout {
            let silence = "no answer from \(address) for \(timeout.components.seconds) s"
            throw CommandFailure(hasHeard ? .timedOut : .unreachable, silence)
        }
        var wait = Duration.seconds(1)
        if let due = window.nextDue, due > now { wait = min(wait, due - now) }
        if let timeout { wait = min(wait, timeout - (now - lastProgress)) }
        return max(wait, .milliseconds(1))
    }

    private mutating func receive(
        _ socket: borrowing Socket, print: ([UInt8]) -> Void
    ) throws {
        var lines: [UInt8] = []
        defer { if !lines.isEmpty { print(lines) } }
        let limits = MessageLimits(frames: 8, bytes: 1_048_576)
        while case .message(let message) = try socket.receive(within: limits) {
            guard let reply = try PushReply(frames: message.frames, prefix: prefix) else {
                continue
            }
            hasHeard = true
            lastProgress = elapsed
            if reply.meaning == .postponed {
                _ = window.postponed(reply.number, at: elapsed, by: .milliseconds(500))
                continue
            }
            guard window.answered(reply.number),
                let article = articles.removeValue(forKey: reply.number)
            else { continue }
            summary.counts[reply.word, default: 0] += 1
            if reply.meaning == .refused { summary.refused += 1 }
            lines += reply.line(input: reply.number, origin: article.origin)
        }
    }
}
