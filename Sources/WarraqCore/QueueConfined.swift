public import Dispatch

/// A value that only one serial queue may touch.
///
/// Touching it from anywhere else traps, in release builds too: a race becomes a crash report that
/// names the queue. Costs one check of the current queue an access.
public final class QueueConfined<Value: ~Copyable>: @unchecked Sendable {
    // Unchecked because `value` is reachable only through `withValue`, which checks the queue.
    private let queue: DispatchQueue
    private var value: Value

    /// Confines `value` to `queue`, which must be serial.
    public init(_ value: consuming sending Value, on queue: DispatchQueue) {
        self.value = value
        self.queue = queue
    }

    /// Runs `body` with the value. Traps unless called on the queue.
    public func withValue<Result: ~Copyable, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        dispatchPrecondition(condition: .onQueue(queue))
        return try body(&value)
    }
}
