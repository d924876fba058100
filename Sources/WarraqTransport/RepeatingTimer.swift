import Dispatch

/// Calls back again and again until it goes or is cancelled.
final class RepeatingTimer: @unchecked Sendable {
    // Unchecked because libdispatch allows a source from any thread, and this one is only cancelled
    // after it was set up.
    private let source: any DispatchSourceTimer

    /// Starts calling `body` on a global queue, the first time after one `interval`.
    init(every interval: Duration, _ body: @escaping @Sendable () -> Void) {
        let (seconds, attoseconds) = interval.components
        let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
        precondition(nanoseconds > 0, "a timer's interval is above zero")
        source = DispatchSource.makeTimerSource(queue: .global())
        source.schedule(
            deadline: .now() + .nanoseconds(nanoseconds), repeating: .nanoseconds(nanoseconds))
        source.setEventHandler(handler: body)
        source.activate()
    }

    deinit { source.cancel() }

    /// Calls back no more, but for a call that is under way.
    func cancel() {
        source.cancel()
    }
}
