internal import Synchronization

/// Finds out whether the daemon's threads still turn: each is asked, and must have answered by the time
/// it is asked again.
final class Liveness: Sendable {
    private let unanswered = Mutex(0)
    private let probes: [@Sendable (@escaping @Sendable () -> Void) -> Void]

    /// Each probe calls its argument from the thread it stands for.
    init(probes: [@Sendable (@escaping @Sendable () -> Void) -> Void]) {
        self.probes = probes
    }

    /// Whether every probe answered since the last call; asks again if so.
    func check() -> Bool {
        let isAlive = unanswered.withLock { unanswered in
            guard unanswered == 0 else { return false }
            unanswered = probes.count
            return true
        }
        guard isAlive else { return false }
        for probe in probes {
            probe { [weak self] in self?.unanswered.withLock { $0 -= 1 } }
        }
        return true
    }
}
