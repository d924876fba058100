internal import Dispatch
public import Logging
internal import Synchronization
public import WarraqCore
public import ZeroMQ

/// The intake thread: articles from ROUTER, PULL and SUB into the pipeline, and answers back.
///
/// One thread owns the sockets and waits in `zmq_poll`. It reads only while ``Admission`` has room, so that
/// ZeroMQ's flow control holds the senders back, and never waits for a peer: an answer to one that does
/// not read is dropped and counted, and the sender, sending again, is told `repeated`.
public final class Intake: ReplySink {
    private let shared: IntakeShared
    private let thread = Mutex<LoopThread?>(nil)
    private let memoryTimer = Mutex<RepeatingTimer?>(nil)

    /// Where the sockets of a started intake really are.
    public struct Addresses: Hashable, Sendable {
        /// Of the ROUTER.
        public let acked: [String]
        /// Of the PULL.
        public let pull: [String]
        /// Of the SUB.
        public let subscribe: [String]
    }

    /// An intake that is not yet started.
    ///
    /// - Parameters:
    ///   - sink: Takes what was read and admitted.
    ///   - onFailure: Called once, on the intake thread, if a socket fails beyond use: nothing is read any
    ///     more, and the process should end.
    public init(
        configuration: IntakeConfiguration, context: Context, admission: Admission,
        sink: any SubmissionSink, state: FeedState, metrics: Metrics, logger: Logger,
        onFailure: @escaping @Sendable (ZeroMQError) -> Void
    ) throws(ZeroMQError) {
        shared = IntakeShared(
            configuration: configuration, context: context, admission: admission, sink: sink,
            state: state, metrics: metrics, logger: logger, onFailure: onFailure,
            bell: try Wakeup())
        let bell = shared.bell
        admission.onChange { bell.ring() }
    }

    /// Binds every socket and begins to read.
    ///
    /// - Throws: What bind or connect said; nothing is left open then.
    public func start() throws(ZeroMQError) -> Addresses {
        let bound = StartResult<Addresses>()
        let shared = shared
        thread.withLock { thread in
            precondition(thread == nil, "an intake starts once")
            thread = LoopThread(name: "warraq.intake") {
                IntakeLoop.run(shared, bound: bound)
            }
        }
        let addresses = try bound.wait()
        let timer = RepeatingTimer(every: .seconds(1)) {
            shared.orders.withLock { $0.checksMemory = true }
            shared.bell.ring()
        }
        memoryTimer.withLock { $0 = timer }
        return addresses
    }

    /// Queues `replies` and returns at once.
    public func send(_ replies: [Reply]) {
        shared.orders.withLock { $0.replies += replies }
        shared.bell.ring()
    }

    /// Reads no more and calls `then`, on the intake thread, when that is sure; answers still go out.
    public func stopReading(then: @escaping @Sendable () -> Void) {
        shared.orders.withLock { $0.stopsReading.append(then) }
        shared.bell.ring()
    }

    /// Calls `body` on the intake thread, to show that it turns.
    public func probe(_ body: @escaping @Sendable () -> Void) {
        shared.orders.withLock { $0.probes.append(body) }
        shared.bell.ring()
    }

    /// Sends what is queued, closes the sockets and waits for the thread.
    public func stop() {
        memoryTimer.withLock { timer in
            timer?.cancel()
            timer = nil
        }
        shared.orders.withLock { $0.stops = true }
        shared.bell.ring()
        thread.withLock { $0 }?.join()
    }
}

/// What other threads ask of the intake thread.
struct IntakeOrders {
    var replies: [Reply] = []
    var stopsReading: [@Sendable () -> Void] = []
    var probes: [@Sendable () -> Void] = []
    var checksMemory = false
    var stops = false
}

/// What the intake thread shares with others.
final class IntakeShared: Sendable {
    let configuration: IntakeConfiguration
    let context: Context
    let admission: Admission
    let sink: any SubmissionSink
    let state: FeedState
    let metrics: Metrics
    let logger: Logger
    let onFailure: @Sendable (ZeroMQError) -> Void
    let bell: Wakeup
    let orders = Mutex(IntakeOrders())

    init(
        configuration: IntakeConfiguration, context: Context, admission: Admission,
        sink: any SubmissionSink, state: FeedState, metrics: Metrics, logger: Logger,
        onFailure: @escaping @Sendable (ZeroMQError) -> Void, bell: Wakeup
    ) {
        self.configuration = configuration
        self.context = context
        self.admission = admission
        self.sink = sink
        self.state = state
        self.metrics = metrics
        self.logger = logger
        self.onFailure = onFailure
        self.bell = bell
    }
}

/// Carries what starting a thread's sockets gave back to the thread that asked.
final class StartResult<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, ZeroMQError>?>(nil)
    private let isSet = DispatchSemaphore(value: 0)

    func set(_ value: Result<Value, ZeroMQError>) {
        result.withLock { $0 = value }
        isSet.signal()
    }

    func wait() throws(ZeroMQError) -> Value {
        isSet.wait()
        guard let result = result.withLock({ $0 }) else {
            preconditionFailure("signalled without a result")
        }
        return try result.get()
    }
}
