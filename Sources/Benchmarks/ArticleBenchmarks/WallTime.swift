internal import Foundation
internal import Glibc

/// Time of a round, in nanoseconds.
struct WallTime {
    /// By the clock on the wall.
    let minimum: Double
    let median: Double
    let maximum: Double
    /// Median of the time that this process had a processor: less, where others use it as well.
    let processorMedian: Double

    /// A sample is as many rounds as take about this long: the clock's own cost disappears in it.
    private static let sampleNanoseconds = 2_000_000.0

    /// Measures `benchmark`, after as many rounds as warm the caches up.
    init(of benchmark: Benchmark, samples: Int) {
        let round = benchmark.prepare()
        var rounds = 1
        while true {
            let time = Self.time(round, rounds: rounds).wall
            guard time < Self.sampleNanoseconds else { break }
            rounds = max(rounds + 1, Int(Double(rounds) * Self.sampleNanoseconds / max(time, 1)))
        }
        let times = (0..<samples).map { _ in Self.time(round, rounds: rounds) }
        let wall = times.map { $0.wall / Double(rounds) }.sorted()
        minimum = wall[0]
        median = wall[wall.count / 2]
        maximum = wall[wall.count - 1]
        processorMedian = times.map { $0.processor / Double(rounds) }.sorted()[wall.count / 2]
    }

    private static func time(
        _ round: () -> Int, rounds: Int
    ) -> (wall: Double, processor: Double) {
        let start = (nanoseconds(CLOCK_MONOTONIC), nanoseconds(CLOCK_PROCESS_CPUTIME_ID))
        for _ in 0..<rounds { measuredRound(round) }
        return (
            nanoseconds(CLOCK_MONOTONIC) - start.0,
            nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - start.1
        )
    }

    private static func nanoseconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }

    /// What the columns of ``line(_:)`` are.
    static let header =
        "wall time of a round".padding(toLength: 36, withPad: " ", startingAt: 0)
        + ["median", "least", "most", "processor"]
        .map { String(repeating: " ", count: 15 - $0.count) + $0 }.joined()

    /// The figures as a line of the report.
    func line(_ benchmark: Benchmark) -> String {
        var line = benchmark.name.padding(toLength: 36, withPad: " ", startingAt: 0)
        line += [median, minimum, maximum, processorMedian]
            .map { String(format: "%12.2f µs", $0 / 1_000) }.joined()
        line += String(format: "%12.0f /s", 1e9 / processorMedian)
        if benchmark.bytes > 0 {
            line += String(format: "%10.1f MB/s", Double(benchmark.bytes) * 1_000 / processorMedian)
        }
        return line
    }
}
