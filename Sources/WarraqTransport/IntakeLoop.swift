import Logging
import Synchronization
import WarraqCore
import ZeroMQ

/// The intake thread's state: its sockets, and what it does between two waits.
struct IntakeLoop: ~Copyable {
    /// Messages read from one socket before the others and the answers get their turn.
    private static let batch = 64

    private let shared: IntakeShared
    private let articles: ArticleReader
    private let replyFrames: ReplyFrames
    private let bellKey: PollKey
    private var poller: Poller
    private var sockets: IntakeSockets
    private var memory: MemoryWatch
    private var readsNoMore = false
    private var unanswered = DropReport()

    /// Runs until it is stopped. `bound` gets the addresses, or why there are none.
    static func run(_ shared: IntakeShared, bound: StartResult<Intake.Addresses>) {
        var loop: IntakeLoop
        do throws(ZeroMQError) {
            loop = try IntakeLoop(shared)
        } catch {
            return bound.set(.failure(error))
        }
        bound.set(.success(loop.sockets.addresses))
        do throws(ZeroMQError) {
            try loop.run()
        } catch {
            guard !error.meansStop else { return }
            shared.logger.critical("Intake ended", metadata: ["error": "\(error)"])
            shared.onFailure(error)
        }
    }

    private init(_ shared: IntakeShared) throws(ZeroMQError) {
        var poller = Poller()
        let bellKey = poller.add(shared.bell)
        let sockets = try IntakeSockets(shared.configuration, in: shared.context, poller: &poller)
        self.shared = shared
        articles = ArticleReader(maxArticleBytes: shared.configuration.maxArticleBytes)
        replyFrames = ReplyFrames(state: shared.state)
        memory = MemoryWatch(limit: shared.configuration.residentBytes)
        self.bellKey = bellKey
        self.poller = poller
        self.sockets = sockets
    }

    private mutating func run() throws(ZeroMQError) {
        while true {
            rest()
            _ = try poller.wait(timeout: nil)
            try sockets.noteConnections(metrics: shared.metrics, logger: shared.logger)
            if poller.ready(bellKey).contains(.readable), try obey() { return }
            try readRouter()
            try readUnacked()
        }
    }

    /// Watches only the sockets that may be read now. ``Admission`` rings when that changes.
    private mutating func rest() {
        let admission = shared.admission
        let readsAcked = !readsNoMore && admission.hasRoom
        let readsUnacked = !readsNoMore && admission.hasRoomForUnacked
        poller.watch(sockets.router.key, for: readsAcked ? .readable : [])
        poller.watch(sockets.pull.key, for: readsUnacked ? .readable : [])
        poller.watch(sockets.subscribe.key, for: readsUnacked ? .readable : [])
    }

    /// Does what other threads asked for; true if the loop should end.
    private mutating func obey() throws(ZeroMQError) -> Bool {
        shared.bell.clear()
        let orders = shared.orders.withLock { orders in
            defer { orders = IntakeOrders(stops: orders.stops) }
            return orders
        }
        for reply in orders.replies {
            try answer(replyFrames.message(reply))
        }
        if !orders.stopsReading.isEmpty {
            readsNoMore = true
            for then in orders.stopsReading { then() }
        }
        for probe in orders.probes { probe() }
        if orders.checksMemory {
            reportDrops()
            try checkMemory()
        }
        return orders.stops
    }

    // MARK: Reading

    private mutating func readRouter() throws(ZeroMQError) {
        guard poller.ready(sockets.router.key).contains(.readable) else { return }
        for _ in 0..<Self.batch {
            guard shared.admission.hasRoom else { return }
            switch try sockets.router.socket.receive(within: sockets.limits) {
            case .nothing:
                return
            case .message(let message):
                try handle(RoutedRequest(message.frames), oversize: nil)
            case .oversize(let message):
                try handle(RoutedRequest(message.leadingFrames), oversize: message)
            }
        }
    }

    private func handle(
        _ request: RoutedRequest, oversize: OversizeMessage?
    ) throws(ZeroMQError) {
        let asked: IntakeRequest
        do throws(Malformed) {
            if let oversize {
                asked = try IntakeRequest(oversize: request, frameCount: oversize.frameCount)
            } else {
                asked = try IntakeRequest(request)
            }
        } catch {
            shared.metrics.malformed[error.reason].add()
            shared.logger.debug("Message malformed", metadata: ["reason": "\(error.explanation)"])
            return try answer(request.envelope + error.frames)
        }
        switch asked {
        case .ping:
            try answer(request.envelope + replyFrames.pong())
        case .put(let id, let header, let body):
            let route = ReplyRoute(socket: 0, envelope: request.envelope, id: id)
            let now = UnixTime.now()
            if let oversize {
                submit(
                    articles.refusal(
                        route: route, header: header, byteCount: oversize.byteCount, at: now))
            } else {
                submit(articles.submission(route: route, header: header, body: body, at: now))
            }
        }
    }

    private mutating func readUnacked() throws(ZeroMQError) {
        if poller.ready(sockets.pull.key).contains(.readable) {
            try readUnacked(sockets.pull.socket) { .pull(topic: $0) }
        }
        if poller.ready(sockets.subscribe.key).contains(.readable) {
            try readUnacked(sockets.subscribe.socket) { .subscribe(topic: $0) }
        }
    }

    private func readUnacked(
        _ socket: borrowing Socket, origin: ([UInt8]?) -> Origin
    ) throws(ZeroMQError) {
        for _ in 0..<Self.batch {
            guard shared.admission.hasRoomForUnacked else { return }
            let submission: Submission
            switch try socket.receive(within: sockets.limits) {
            case .nothing:
                return
            case .message(let message):
                if message.frames.count > 3 { shared.metrics.malformed[.badFrames].add() }
                submission = articles.submission(
                    unacked: message.frames, origin: origin, at: .now())
            case .oversize(let message):
                if message.frameCount > 3 { shared.metrics.malformed[.badFrames].add() }
                submission = articles.refusal(
                    frameCount: message.frameCount, byteCount: message.byteCount,
                    origin: origin(nil), at: .now())
            }
            submit(submission)
        }
    }

    private func submit(_ submission: Submission) {
        shared.admission.enter(bytes: submission.byteCount)
        shared.sink.submit(submission)
    }

    // MARK: Answering

    private func answer(_ frames: [[UInt8]]) throws(ZeroMQError) {
        guard try sockets.router.socket.send(frames: frames) != .accepted else { return }
        shared.metrics.dropped[.reply].add()
        shared.logger.debug("Reply dropped: its peer is gone or does not read")
    }

    /// One line a second says what a line each would say in floods.
    private mutating func reportDrops() {
        if let count = unanswered.increase(of: shared.metrics.dropped[.reply].value) {
            shared.logger.warning(
                "Replies dropped: peers are gone or do not read, and may send again",
                metadata: ["count": "\(count)"])
        }
    }

    // MARK: Memory

    private mutating func checkMemory() throws(ZeroMQError) {
        // An article under way is there as received, as cleaned and as encoded.
        let explained = 6 * shared.admission.load.bytes
        let resident = MemoryWatch.residentBytes()
        guard memory.shouldRebind(resident: resident, explained: explained) else { return }
        shared.logger.warning(
            "Memory unexplained: binding the intake sockets anew",
            metadata: ["resident.bytes": "\(resident)", "explained.bytes": "\(explained)"])
        try sockets.rebind(shared.configuration, in: shared.context, poller: &poller)
        shared.metrics.reboundSockets.add(3)
        memory.noteRebound(resident: MemoryWatch.residentBytes(), explained: explained)
    }
}
