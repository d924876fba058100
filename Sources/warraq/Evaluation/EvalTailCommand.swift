internal import ArgumentParser
internal import NearDuplicates
internal import WarraqCore
internal import WarraqServer

/// `warraq eval tail`: how well, and how fast, the long tail finds what resembles.
struct EvalTailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail",
        abstract: "Measure how resembling texts are found in the long tail's files.",
        discussion: """
            The long tail keeps sketches of texts that are older than the window, and finds those that \
            resemble, by estimate. First every text of four days of news is looked up among those \
            before it, all of them on disk, and the labelled pairs with a Jaccard from .5 on are \
            counted; what is given is judged by a word-by-word alignment. Then composed articles are \
            added, and the means of sketching, looking up and writing are printed in microseconds of \
            processor time.

            Exits with 1 if fewer than 99.4 % of the pairs are found.

            EXAMPLES
              warraq eval tail --data ../shared/data/news
              warraq eval tail --count 0
            """)

    @Option(help: "The directory of the news and the pairs.", completion: .directory)
    var data = "../shared/data/news"

    @Option(help: "Composed articles to add.")
    var count = 200_000

    @Option(help: "Bytes of a composed article.")
    var bytes = 3_400

    func run() throws {
        try reportingCorpusFailures {
            var evaluation = try TailEvaluation()
            try evaluation.read(texts: "\(data)/saudi-2015-08-08..11.jsonl.gz")
            try evaluation.read(pairs: "\(data)/saudi-pairs.jsonl.gz")
            StandardOutput.write(Array(evaluation.report.utf8))
            if count > 0 {
                let composer = try ArticleComposer(data: data, bytes: bytes)
                StandardOutput.print(try evaluation.grow(by: count, with: composer))
            }
            guard evaluation.meetsGoal else { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }
}
