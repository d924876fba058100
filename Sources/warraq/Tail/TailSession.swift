internal import WarraqServer
internal import ZeroMQ

/// Follows the feed: subscribes first, then asks the replay for what is missing.
struct TailSession {
    /// Why it came to an end.
    enum End: Hashable {
        /// As many records as were asked for.
        case counted
        /// The end of what there is, for who does not want to wait for more.
        case caughtUp
        /// The time is over. `heard` says whether the daemon was there at all.
        case timedOut(heard: Bool)
    }

    /// What to follow.
    struct Request {
        let publishAddress: String
        let replayAddress: String
        /// Topic prefixes; none is everything.
        let prefixes: [String]
        /// Where to begin; `nil` for what comes from now on.
        let after: UInt64?
        /// How many records to print; `nil` for no end.
        let count: Int?
        /// How long to run; `nil` for no end.
        let timeout: Duration?
        /// Whether to wait for more once everything is printed.
        let follows: Bool
    }

    private let request: Request
    private var cursor: TailCursor
    private var printed = 0
    private var hasHeard = false
    private var hasSaidWaiting = false
    private let start = ContinuousClock.now

    init(_ request: Request) {
        self.request = request
        cursor = TailCursor(
            seesEverything: request.prefixes.isEmpty || request.prefixes.contains(""),
            after: request.after)
    }

    /// Runs until its end. Each record's line goes to `print`.
    mutating func run(print: ([UInt8]) -> Void) throws -> End {
        let context = try Context(linger: .zero)
        // The queue is the daemon's to bound; here a large one lets a burst wait for the printing.
        let feed = try Socket(
            .subscribe, in: context, options: SocketOption.client + [.receiveHighWater(100_000)])
        for prefix in request.prefixes.isEmpty ? [""] : request.prefixes {
            try feed.set(.subscribe(Array(prefix.utf8)))
        }
        try feed.set(.subscribe(Wire.heartbeat))
        try feed.connect(request.publishAddress)

        var poller = Poller()
        poller.add(feed)
        var replay = try ReplayClient(address: request.replayAddress, context: context)
        var replayKey = poller.add(replay.socket)
        try perform(cursor.begin(), on: replay, print: print)
        while true {
            if let end = end() { return end }
            _ = try poller.wait(timeout: untilNext(replay))
            try receive(feed, replay: replay, print: print)
            try receive(replay, print: print)
            if let remaining = replay.remaining, remaining <= .zero {
                poller.remove(replayKey)
                replay = try ReplayClient(address: request.replayAddress, context: context)
                replayKey = poller.add(replay.socket)
                try perform(cursor.resumeReplay(), on: replay, print: print)
            }
        }
    }

    private func end() -> End? {
        if let count = request.count, printed >= count { return .counted }
        if !request.follows, cursor.settled != nil, !cursor.needsReplay { return .caughtUp }
        if let timeout = request.timeout, ContinuousClock.now - start >= timeout {
            return .timedOut(heard: hasHeard)
        }
        return nil
    }

    private mutating func untilNext(_ replay: ReplayClient) -> Duration {
        let elapsed = ContinuousClock.now - start
        if !hasHeard, !hasSaidWaiting, elapsed > .seconds(3) {
            hasSaidWaiting = true
            notice("waiting for \(request.publishAddress)")
        }
        var wait = Duration.seconds(1)
        if let timeout = request.timeout { wait = min(wait, timeout - elapsed) }
        if let remaining = replay.remaining { wait = min(wait, remaining) }
        return max(wait, .milliseconds(1))
    }

    private mutating func receive(
        _ feed: borrowing Socket, replay: ReplayClient, print: ([UInt8]) -> Void
    ) throws {
        let limits = MessageLimits(frames: 8, bytes: 64 * 1_048_576)
        // A page at a time, so that the replay and the clock get their turn.
        for _ in 0..<1_000 where !isFull {
            guard case .message(let message) = try feed.receive(within: limits) else { return }
            hasHeard = true
            if let heartbeat = Heartbeat(frames: message.frames[...]) {
                try perform(cursor.heard(heartbeat), on: replay, print: print)
            } else if let record = FeedRecord(frames: message.frames[...]) {
                try perform(cursor.live(record), on: replay, print: print)
            } else {
                throw CommandFailure(.badData, "the feed sent what is no record")
            }
        }
    }

    private mutating func receive(_ replay: ReplayClient, print: ([UInt8]) -> Void) throws {
        while !isFull, let reply = try replay.receive() {
            hasHeard = true
            let actions =
                switch reply {
                case .record(let record): cursor.replayed(record)
                case .end(let end): cursor.ended(end)
                case .wrongEpoch: cursor.epochEnded()
                }
            try perform(actions, on: replay, print: print)
        }
    }

    private var isFull: Bool { request.count.map { printed >= $0 } ?? false }

    private mutating func perform(
        _ actions: [TailCursor.Action], on replay: ReplayClient, print: ([UInt8]) -> Void
    ) throws {
        for action in actions {
            switch action {
            case .print(let records):
                for record in records where !isFull {
                    print(record.line)
                    printed += 1
                }
            case .replay(let after):
                try replay.ask(after: after, prefixes: request.prefixes, epoch: cursor.epoch)
            case .restart:
                notice("the feed has begun anew, its numbers start again")
            }
        }
    }
}
