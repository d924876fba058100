public import Dispatch
internal import Glibc

/// Says "alive" to systemd as often as `WatchdogSec=` asks, for as long as the daemon is.
///
/// What counts as alive is asked each time: a thread that hangs must not be hidden by a timer that
/// goes on.
public final class Watchdog: @unchecked Sendable {
    // Unchecked because a dispatch source may be used from any thread; its protocol does not say so.
    private let timer: any DispatchSourceTimer

    /// How often systemd wants to hear, from `WATCHDOG_USEC` and `WATCHDOG_PID`; `nil` if it does not.
    public static func interval(environment: [String: String]) -> Duration? {
        guard let microseconds = environment["WATCHDOG_USEC"].flatMap({ Int64($0) }),
            microseconds > 0
        else { return nil }
        // sd_watchdog_enabled(3): set for another process, it is not for this one.
        if let process = environment["WATCHDOG_PID"], process != String(getpid()) { return nil }
        return .microseconds(microseconds)
    }

    /// Starts at once.
    ///
    /// - Parameters:
    ///   - interval: What systemd allows; "alive" is said twice in it, as sd_watchdog_enabled(3)
    ///     advises.
    ///   - queue: A serial queue on which the following two run.
    ///   - isAlive: Whether to say it this time.
    ///   - say: Says it.
    public init(
        interval: Duration, on queue: DispatchQueue, isAlive: @escaping @Sendable () -> Bool,
        say: @escaping @Sendable () -> Void
    ) {
        let timer = DispatchSource.makeTimerSource(queue: queue)
        let microseconds = max(1, Int((interval / .microseconds(1)) / 2))
        timer.schedule(
            deadline: .now(), repeating: .microseconds(microseconds),
            leeway: .microseconds(microseconds / 10))
        timer.setEventHandler { @Sendable in
            if isAlive() { say() }
        }
        self.timer = timer
        timer.activate()
    }

    deinit { timer.cancel() }
}
