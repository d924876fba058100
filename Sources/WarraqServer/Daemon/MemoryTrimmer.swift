internal import Glibc
internal import Synchronization
internal import WarraqCore

/// Gives memory that was freed back to the system, which the C library by itself does only where it lies
/// at the end of a heap: after a burst of large pages most of theirs would stay resident.
final class MemoryTrimmer: Sendable {
    private struct Last {
        var received = 0
        var resting = 0
    }

    /// A busy daemon uses its freed memory again; then every so many calls are enough.
    private static let restingCalls = 6

    private typealias Trim = @convention(c) (Int) -> Int32
    /// glibc's `malloc_trim`, which Swift's module of it leaves out; `nil` with another C library.
    private static let trim = dlsym(nil, "malloc_trim").map { unsafeBitCast($0, to: Trim.self) }

    private let admission: Admission
    private let metrics: Metrics
    private let last = Mutex(Last())

    init(admission: Admission, metrics: Metrics) {
        self.admission = admission
        self.metrics = metrics
    }

    /// Trims if anything happened since the last time, and nothing does now or nothing was trimmed for long.
    /// Takes milliseconds, in which other threads wait when they allocate.
    func trimIfWorthwhile() {
        let isWorthwhile = last.withLock { last in
            let received = metrics.activity
            guard received != last.received else { return false }
            last.resting += 1
            guard admission.load.articles == 0 || last.resting >= Self.restingCalls else {
                return false
            }
            last = Last(received: received)
            return true
        }
        if isWorthwhile { _ = Self.trim?(0) }
    }
}

extension Metrics {
    /// Rises with whatever may have taken memory.
    fileprivate var activity: Int {
        received.value + replayed.value + cutConnections.value + reboundSockets.value
            + malformed.values.reduce(0) { $0 + $1.value }
    }
}
