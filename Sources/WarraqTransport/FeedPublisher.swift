internal import Dispatch
public import Logging
internal import Synchronization
public import WarraqCore
public import ZeroMQ

/// The publish thread: records out to subscribers, replays, and the answers of the control socket.
///
/// A subscriber that reads too slowly holds up the feed for `patience` at most, then misses live records,
/// never their order, and gets them by replay; what waits for it stays within its budget. One that asks
/// for a replay and does not read it loses the rest of it.
public final class FeedPublisher: FeedSink {
    private let shared: FeedShared
    private let thread = Mutex<LoopThread?>(nil)
    private let heartbeat = Mutex<RepeatingTimer?>(nil)

    /// Where the sockets of a started publisher really are.
    public struct Addresses: Hashable, Sendable {
        /// Of the XPUB.
        public let publish: [String]
        /// Of the replay ROUTER.
        public let replay: [String]
        /// Of the control ROUTER.
        public let control: [String]
    }

    /// A publisher that is not yet started.
    ///
    /// - Parameters:
    ///   - admission: Explains what memory the pipeline takes. Without it memory is not watched.
    ///   - onFailure: Called once, on the publish thread, if a socket fails beyond use: nothing goes out any
    ///     more, and the process should end.
    public init(
        configuration: FeedConfiguration, context: Context, state: FeedState,
        replay: any ReplaySource, control: any ControlHandler, admission: Admission? = nil,
        metrics: Metrics, logger: Logger,
        onFailure: @escaping @Sendable (ZeroMQError) -> Void
    ) throws(ZeroMQError) {
        shared = FeedShared(
            configuration: configuration, context: context, state: state, replay: replay,
            control: control, admission: admission, metrics: metrics, logger: logger,
            onFailure: onFailure,
            bell: try Wakeup())
    }

    /// Binds every socket and begins to publish and to answer.
    ///
    /// - Throws: What bind or connect said; nothing is left open then.
    public func start() throws(ZeroMQError) -> Addresses {
        let bound = StartResult<Addresses>()
        let shared = shared
        thread.withLock { thread in
            precondition(thread == nil, "a publisher starts once")
            thread = LoopThread(name: "warraq.publish") {
                FeedLoop.run(shared, bound: bound)
            }
        }
        let addresses = try bound.wait()
        let timer = RepeatingTimer(every: shared.configuration.heartbeatInterval) {
            shared.order { $0.beats = true }
        }
        heartbeat.withLock { $0 = timer }
        return addresses
    }

    /// Queues `messages` and returns at once.
    public func publish(_ messages: [FeedMessage], sent: @escaping @Sendable () -> Void) {
        shared.order { $0.batches.append(FeedBatch(messages: messages, sent: sent)) }
    }

    /// Changes how long a full subscriber may hold up the feed.
    public func setPatience(_ patience: Duration) {
        shared.order { $0.patience = patience }
    }

    /// Publishes what is queued, closes the sockets and waits for the thread. Replays under way end.
    public func stop() {
        heartbeat.withLock { timer in
            timer?.cancel()
            timer = nil
        }
        shared.order { $0.stops = true }
        thread.withLock { $0 }?.join()
    }
}

/// Records that were committed together.
struct FeedBatch: Sendable {
    let messages: [FeedMessage]
    let sent: @Sendable () -> Void
}

/// What other threads ask of the publish thread.
struct FeedOrders {
    var batches: [FeedBatch] = []
    var page: (number: Int, result: Result<ReplayPage, StorageError>)?
    var answers: [(envelope: [[UInt8]], answer: ControlAnswer)] = []
    var patience: Duration?
    var beats = false
    var stops = false
}

/// What the publish thread shares with others.
final class FeedShared: Sendable {
    let configuration: FeedConfiguration
    let context: Context
    let state: FeedState
    let replay: any ReplaySource
    let control: any ControlHandler
    let admission: Admission?
    let metrics: Metrics
    let logger: Logger
    let onFailure: @Sendable (ZeroMQError) -> Void
    let bell: Wakeup
    private let orders = Mutex(FeedOrders())
    private let fetchCount = Atomic<Int>(0)

    init(
        configuration: FeedConfiguration, context: Context, state: FeedState,
        replay: any ReplaySource, control: any ControlHandler, admission: Admission?,
        metrics: Metrics, logger: Logger,
        onFailure: @escaping @Sendable (ZeroMQError) -> Void, bell: Wakeup
    ) {
        self.configuration = configuration
        self.context = context
        self.state = state
        self.replay = replay
        self.control = control
        self.admission = admission
        self.metrics = metrics
        self.logger = logger
        self.onFailure = onFailure
        self.bell = bell
    }

    /// A number for a page that is to be read, so that one read for a closed socket is told apart.
    func nextFetchNumber() -> Int {
        fetchCount.add(1, ordering: .relaxed).newValue
    }

    /// Leaves an order and wakes the thread.
    func order(_ body: @Sendable (inout FeedOrders) -> Void) {
        orders.withLock { body(&$0) }
        bell.ring()
    }

    /// Takes every order; the thread calls it after clearing the bell.
    func takeOrders() -> FeedOrders {
        orders.withLock { orders in
            defer { orders = FeedOrders(stops: orders.stops) }
            return orders
        }
    }
}
