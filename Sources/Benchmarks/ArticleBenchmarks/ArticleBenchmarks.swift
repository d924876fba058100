internal import ArgumentParser

/// How fast each step of an article's way is, on one core, with the fixtures of the tests as inputs.
///
/// Two measures: wall time, which is what users have, and with `--instructions` what callgrind counts,
/// which is the same run after run, however busy the machine is. Compare changes by the second.
@main
struct ArticleBenchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ArticleBenchmarks",
        abstract: "Measure each step of an article's way on one core.",
        discussion: """
            EXAMPLES
              ArticleBenchmarks
              ArticleBenchmarks --filter extract/
              ArticleBenchmarks --instructions --filter fingerprint
              ArticleBenchmarks --page saved-page.html --filter saved-page
              valgrind --tool=callgrind --toggle-collect='*measuredRound*' \\
                  ArticleBenchmarks --run extract/news-4KB --rounds 20
            """)

    @Option(help: "Measure only what has this in its name.")
    var filter = ""

    @Option(help: "Also measure extracting this file, as extract/NAME.")
    var page: [String] = []

    @Option(help: "Samples of wall time for each; the median counts.")
    var samples = 101

    @Flag(help: "Count instructions with callgrind instead, which valgrind must be installed for.")
    var instructions = false

    @Flag(help: "Print the names and measure nothing.")
    var list = false

    @Option(name: .customLong("run"), help: "Run the one of this name, silently; for profilers.")
    var onlyName: String?

    @Option(help: "With --run: how many rounds.")
    var rounds = 20

    func validate() throws {
        guard samples > 0, rounds > 0 else {
            throw ValidationError("--samples and --rounds must be positive")
        }
    }

    func run() throws {
        let all =
            try TextBenchmarks.all() + ExtractionBenchmarks.all(pages: page)
            + DuplicateBenchmarks.all() + RecordBenchmarks.all()
        if let onlyName {
            guard let benchmark = all.first(where: { $0.name == onlyName }) else {
                throw ValidationError("there is no benchmark \(onlyName); --list prints the names")
            }
            let round = benchmark.prepare()
            for _ in 0..<rounds { measuredRound(round) }
            return
        }
        let chosen = all.filter { filter.isEmpty || $0.name.contains(filter) }
        if instructions, !list {
            let program = try InstructionCount.Program()
            for benchmark in chosen {
                let count = try InstructionCount(of: benchmark.name, pages: page, program: program)
                print(count.line(benchmark))
            }
            return
        }
        if !list { print(WallTime.header) }
        for benchmark in chosen {
            print(
                list ? benchmark.name : WallTime(of: benchmark, samples: samples).line(benchmark))
        }
    }
}
