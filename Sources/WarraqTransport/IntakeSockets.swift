import Logging
import WarraqCore
import ZeroMQ

/// The three sockets of the intake.
struct IntakeSockets: ~Copyable {
    var router: WatchedSocket
    var pull: WatchedSocket
    var subscribe: WatchedSocket
    /// What is kept of a message: a body that gets an answer, header, id and what a peer adds.
    let limits: MessageLimits

    /// Opens, binds and connects them.
    init(
        _ configuration: IntakeConfiguration, in context: Context, poller: inout Poller
    ) throws(ZeroMQError) {
        try self.init(
            configuration, acked: configuration.acked, pull: configuration.pull,
            subscribe: configuration.subscribe, in: context, poller: &poller)
    }

    private init(
        _ configuration: IntakeConfiguration, acked: [Endpoint], pull: [Endpoint],
        subscribe: [Endpoint], in context: Context, poller: inout Poller
    ) throws(ZeroMQError) {
        // Few messages wait a peer: each may be as large as a frame may be.
        let options =
            SocketDefaults.options + [
                .maxMessageBytes(configuration.maxFrameBytes), .receiveHighWater(32),
            ]
        let topics = configuration.topics.isEmpty ? [""] : configuration.topics
        let router = try WatchedSocket(
            .router, name: "acked", at: acked,
            // A sender may have thousands of articles under way, each with one small answer.
            options: options + [.mandatoryRouting(true), .sendHighWater(10_000)], in: context,
            poller: &poller)
        let pullSocket = try WatchedSocket(
            .pull, name: "pull", at: pull, options: options, in: context, poller: &poller)
        let subscribeSocket = try WatchedSocket(
            .subscribe, name: "subscribe", at: subscribe,
            options: options + topics.map { .subscribe(Array($0.utf8)) }, in: context,
            poller: &poller)
        limits = MessageLimits(
            frames: 8, bytes: configuration.maxFrameBytes + 2 * Wire.maxJSONBytes)
        self.router = router
        self.pull = pullSocket
        self.subscribe = subscribeSocket
    }

    var addresses: Intake.Addresses {
        Intake.Addresses(
            acked: router.endpoints.map(\.address), pull: pull.endpoints.map(\.address),
            subscribe: subscribe.endpoints.map(\.address))
    }

    mutating func noteConnections(metrics: Metrics, logger: Logger) throws(ZeroMQError) {
        try router.noteConnections(metrics: metrics, logger: logger)
        try pull.noteConnections(metrics: metrics, logger: logger)
        try subscribe.noteConnections(metrics: metrics, logger: logger)
    }

    /// Closes all three with everything they hold and opens them again at the same addresses.
    mutating func rebind(
        _ configuration: IntakeConfiguration, in context: Context, poller: inout Poller
    ) throws(ZeroMQError) {
        let patience = Duration.seconds(2)
        try router.retire(from: &poller, patience: patience)
        try pull.retire(from: &poller, patience: patience)
        try subscribe.retire(from: &poller, patience: patience)
        self = try IntakeSockets(
            configuration, acked: router.reopening, pull: pull.reopening,
            subscribe: subscribe.reopening, in: context, poller: &poller)
    }
}
