internal import ArgumentParser
internal import Foundation
internal import WarraqServer

/// `warraq eval scale`: what an article costs when very many are live.
struct EvalScaleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale",
        abstract: "Measure time and memory of finding duplicates among very many live articles.",
        discussion: """
            Articles are composed of real sentences' scraps; one in ten is a copy, an edited copy or a \
            text that holds half of an earlier one. At every size the next articles are folded, \
            fingerprinted, looked up, verified with passages, inserted and stored in temporary files, on one thread, and the mean \
            of each step is printed in microseconds of processor time. In the end the index is rebuilt from its log of \
            fingerprints, as at a start.

            EXAMPLES
              warraq eval scale --data ../shared/data/news
              warraq eval scale --sizes 10000,100000 --bytes 1500
            """)

    @Option(
        help: "The directory of the news whose sentences are drawn from.", completion: .directory)
    var data = "../shared/data/news"

    @Option(help: "Live articles at which to measure, rising, with commas.")
    var sizes = "10000,100000,1000000"

    @Option(help: "Bytes of an article.")
    var bytes = 3_400

    @Option(help: "Articles measured at each size.")
    var measured = 5_000

    func run() throws {
        let sizes = self.sizes.split(separator: ",").compactMap { Int($0) }
        guard !sizes.isEmpty, sizes == sizes.sorted(), sizes.allSatisfy({ $0 > 0 }), bytes > 0,
            measured > 0
        else { throw ValidationError("--sizes are whole numbers above 0, rising, with commas.") }
        try reportingCorpusFailures {
            let composer = try ArticleComposer(data: data, bytes: bytes)
            var run = try ScaleEvaluation(
                composer: composer,
                directory: ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp")
            StandardOutput.print(ScaleEvaluation.heading)
            for size in sizes {
                StandardOutput.print(try run.measure(at: size, articles: measured))
            }
            StandardOutput.print(run.restart())
        }
    }
}
