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
    }

    private var addresses: FeedPublisher.Addresses {
        FeedPublisher.Addresses(
            publish: feed.watched.endpoints.map(\.address),
            replay: replay.watched.endpoints.map(\.address),
            control: control.watched.endpoints.map(\.address))
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
        if orders.beats { try beat() }
        if let page = orders.page { replay.fetched(page) }
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

    private func publish(_ message: FeedMessage) throws(ZeroMQError) {
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

    /// Subscribers made libzmq keep more than is sensible: all are cut, and those who mean well come back.
    private mutating func reopenFeed() throws(ZeroMQError) {
        shared.logger.warning("Too many subscriptions: binding the feed anew")
        shared.metrics.reboundSockets.add()
        try feed.watched.retire(from: &poller, patience: .seconds(2))
        let endpoints = feed.watched.reopening
        feed = try FeedSocket(
            shared.configuration, at: endpoints, in: shared.context, poller: &poller)
    }
}
