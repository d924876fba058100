internal import Synchronization

/// Whether the daemon takes articles yet, or still, and if not, why.
public final class Readiness: Sendable {
    private let obstacle: Mutex<String?>

    /// Not ready, because of `obstacle`.
    public init(obstacle: String = "starting") {
        self.obstacle = Mutex(obstacle)
    }

    /// Why not; `nil` when ready. One line.
    public var reason: String? { obstacle.withLock { $0 } }

    /// Says that it is ready.
    public func setReady() { obstacle.withLock { $0 = nil } }

    /// Says that it is not ready, because of `reason`.
    public func setNotReady(_ reason: String) { obstacle.withLock { $0 = reason } }
}
