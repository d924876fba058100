import Logging
import WarraqCore
import ZeroMQ

/// The publish thread's state: its sockets, and what it does between two waits.
struct FeedLoop: ~Copyable {
    /// Records published before replays and requests get their turn.
    private static let publishBatch = 256
    private static let heartbeatTopic = Array(Topic.heartbeat.description.utf8)

    private let shared: FeedShared
    private let bellKey: PollKey
    private var poller: Poller
    private var feed: FeedSocket
    private var replay: ReplayService
    private var control: ControlService
    private var batches: [FeedBatch] = []
    private var patience: Duration
    private var memory: MemoryWatch
    /// Of the records published lately, in bytes.
    private var meanRecordBytes: Int
    private var missed = DropReport()

    /// Runs until it is stopped. `bound` gets the addresses, or why there are none.
    static func run(_ shared: FeedShared, bound: StartResult<FeedPublisher.Addresses>) {
        var loop: FeedLoop
        do throws(ZeroMQError) {
            loop = try FeedLoop(shared)
        } catch {
            return bound.set(.failure(error))
        }
        bound.set(.success(loop.addresses))
        do throws(ZeroMQError) {
            try loop.run()
        } catch {
            guard !error.meansStop else { return }
            shared.logger.critical("Feed ended", metadata: ["error": "\(error)"])
            shared.onFailure(error)
        }
    }

    private init(_ shared: FeedShared) throws(ZeroMQError) {
        let configuration = shared.configuration
        var poller = Poller()
        let bellKey = poller.add(shared.bell)
        let feed = try FeedSocket(
            configuration, at: configuration.publish, in: shared.context, poller: &poller)
        let replay = try ReplayService(shared, poller: &poller)
        let control = try ControlService(shared, poller: &poller)
        self.shared = shared
        self.bellKey = bellKey
        self.poller = poller
        self.feed = feed
        self.replay = replay
        self.control = control
        patience = configuration.patience
        memory = MemoryWatch(limit: configuration.residentBytes)
        meanRecordBytes = configuration.meanRecordBytes
    }

    private var addresses: FeedPublisher.Addresses {
        FeedPublisher.Addresses(
            publish: feed.watched.addresses,
            replay: replay.watched.addresses,
            control: control.watched.addresses)
    }

    private mutating func run() throws(ZeroMQError) {
        while true {
            poller.watch(replay.watched.key, for: replay.mayRead ? .readable : [])
            _ = try poller.wait(timeout: batches.isEmpty ? replay.retryDelay : .zero)
            try noteConnections()
            var stops = false
            if poller.ready(bellKey).contains(.readable) { stops = try obey() }
            try publish(atMost: stops ? .max : Self.publishBatch)
            if stops { return }
            if poller.ready(feed.watched.key).contains(.readable), try feed.readSubscriptions() {
                try reopenFeed()
            }
            try replay.serve(isReadable: poller.ready(replay.watched.key).contains(.readable))
            if poller.ready(control.watched.key).contains(.readable) { try control.read() }
        }
    }

    /// Does what other threads asked for; true if the loop should end.
    private mutating func obey() throws(ZeroMQError) -> Bool {
        shared.bell.clear()
        let orders = shared.takeOrders()
        batches += orders.batches
        if let patience = orders.patience { self.patience = patience }
        if orders.beats {
            try beat()
            reportDrops()
            try checkMemory()
        }
        if let (number, page) = orders.page { replay.fetched(page, number: number) }
        for (envelope, answer) in orders.answers { try control.answer(envelope, answer) }
        return orders.stops
    }

    private mutating func noteConnections() throws(ZeroMQError) {
        try feed.watched.noteConnections(metrics: shared.metrics, logger: shared.logger)
        try replay.watched.noteConnections(metrics: shared.metrics, logger: shared.logger)
        try control.watched.noteConnections(metrics: shared.metrics, logger: shared.logger)
    }

    // MARK: Feed

    /// Publishes waiting batches, whole ones, until `count` records went out.
    private mutating func publish(atMost count: Int) throws(ZeroMQError) {
        var published = 0
        var finished = 0
        for batch in batches {
            guard published < count else { break }
            for message in batch.messages {
                try publish(message)
            }
            published += batch.messages.count
            finished += 1
            batch.sent()
        }
        batches.removeFirst(finished)
    }

    private mutating func publish(_ message: FeedMessage) throws(ZeroMQError) {
        meanRecordBytes += (message.record.count - meanRecordBytes) / 64
        let topic = Array(message.topic.description.utf8)
        if try !feed.send([topic, message.header, message.record], patience: patience) {
            shared.metrics.dropped[.feed].add()
            shared.logger.debug(
                "Record missed by a full subscriber",
                metadata: ["feed.seq": "\(message.sequence)"])
        }
        shared.state.notePublished(message.sequence)
        shared.metrics.published.add()
    }

    /// Sends a heartbeat, without waiting for anyone.
    private func beat() throws(ZeroMQError) {
        var writer = JSONWriter()
        writer.object { object in
            object.member("epoch", shared.state.epoch)
            object.member("seq", shared.state.lastPublished)
        }
        _ = try feed.send([Self.heartbeatTopic, writer.bytes, []], patience: .zero)
    }

    /// One line a second says what a line each would say in floods.
    private mutating func reportDrops() {
        if let count = missed.increase(of: shared.metrics.dropped[.feed].value) {
            shared.logger.warning(
                "Subscribers too slow missed live records, which replay has",
                metadata: [
                    "count": "\(count)", "feed.seq": "\(shared.state.lastPublished)",
                ])
        }
    }

    // MARK: Defence

    private mutating func checkMemory() throws(ZeroMQError) {
        guard let admission = shared.admission else { return }
        // An article under way is there as received, as cleaned and as encoded.
        let explained = 6 * admission.load.bytes + replay.waitingBytes
        let resident = MemoryWatch.residentBytes()
        guard memory.shouldRebind(resident: resident, explained: explained) else { return }
        shared.logger.warning(
            "Memory unexplained: binding the feed sockets anew",
            metadata: ["resident.bytes": "\(resident)", "explained.bytes": "\(explained)"])
        try reopenFeed()
        try reopenReplay()
        memory.noteRebound(resident: MemoryWatch.residentBytes(), explained: explained)
    }

    /// Ends every subscriber's connection and what libzmq keeps for it; those who mean well come back.
    private mutating func reopenFeed() throws(ZeroMQError) {
        shared.logger.warning("Binding the feed anew")
        try feed.watched.retire(from: &poller, patience: .seconds(2))
        let endpoints = feed.watched.reopening
        // As many messages as fit the budget now: records may have become larger since the start.
        var configuration = shared.configuration
        configuration.meanRecordBytes = max(configuration.meanRecordBytes, meanRecordBytes)
        feed = try FeedSocket(configuration, at: endpoints, in: shared.context, poller: &poller)
        shared.metrics.reboundSockets.add()
    }

    /// The same for the replay socket. Replays under way end.
    private mutating func reopenReplay() throws(ZeroMQError) {
        try replay.watched.retire(from: &poller, patience: .seconds(2))
        let endpoints = replay.watched.reopening
        replay = try ReplayService(shared, at: endpoints, poller: &poller)
        shared.metrics.reboundSockets.add()
    }
}
