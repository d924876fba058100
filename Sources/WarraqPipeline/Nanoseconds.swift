internal import Glibc
internal import WarraqCore

/// The monotonic clock, for durations.
enum Nanoseconds {
    /// Now, from an origin of the kernel's.
    static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}

extension Metrics {
    /// Counts an input out of a stage it entered `started` nanoseconds after the clock's origin.
    func leave(_ stage: Stage, since started: Int) {
        left[stage].add()
        stageNanoseconds[stage].add(Nanoseconds.now() - started)
    }
}
