/// One thing to measure.
struct Benchmark {
    /// What is measured and on what, as `fold/news-4KB`.
    let name: String
    /// Bytes a round works through; 0 where a rate in bytes would say nothing.
    let bytes: Int
    /// Loads and builds what a round needs, and gives the round. It returns something that depends on
    /// its work, so that no compiler leaves the work out.
    let prepare: () -> () -> Int

    /// A benchmark whose rounds need nothing but their input.
    init(_ name: String, bytes: Int = 0, round: @escaping () -> Int) {
        self.init(name, bytes: bytes, prepare: { round })
    }

    /// A benchmark whose rounds need what takes time to build.
    init(_ name: String, bytes: Int = 0, prepare: @escaping () -> () -> Int) {
        self.name = name
        self.bytes = bytes
        self.prepare = prepare
    }
}

/// Runs a round. The instructions of this function, and of all that it calls, are what is counted, so
/// it has one body and one name.
@inline(never)
func measuredRound(_ round: () -> Int) {
    Sink.value &+= round()
}

/// Where results go.
enum Sink {
    // One thread runs everything here.
    nonisolated(unsafe) static var value = 0
}
