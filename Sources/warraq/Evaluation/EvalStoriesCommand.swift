internal import ArgumentParser
internal import Foundation
internal import WarraqServer

/// `warraq eval stories`: the stories of some days of news, for a person to judge.
struct EvalStoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stories",
        abstract: "Show the largest stories found among days of news.",
        discussion: """
            Every article is cleaned, looked up among those before it, understood and put into its story, \
            as in the daemon, in the order of the articles' times. The largest stories are printed with the headlines of \
            their articles, a ~ before one that is no text of its own, and then how many stories there are \
            of each size. Where the pairs of the \
            four Saudi days are beside them, how many pairs of each class share a story.

            Files are JSON lines, plain or gzipped, with text, and title, date, source, url and id as far \
            as known.

            EXAMPLES
              warraq eval stories --data ../shared/data/news
              warraq eval stories --count 20 ../shared/data/news/ant.jsonl.gz
              warraq eval stories --matching قصاص --count 5
            """)

    @Argument(
        help: "Files of articles; the four Saudi days of --data if none is given.",
        completion: .file())
    var files: [String] = []

    @Option(help: "The directory of the news and the pairs.", completion: .directory)
    var data = "../shared/data/news"

    @Option(help: "How many stories to print.")
    var count = 50

    @Option(
        help: ArgumentHelp(
            "Print only stories with this in a headline, those of one article too.",
            valueName: "text"))
    var matching: String?

    func run() throws {
        try reportingCorpusFailures {
            var evaluation = try StoryEvaluation(
                directory: ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp")
            let saudi = "\(data)/saudi-2015-08-08..11.jsonl.gz"
            for file in files.isEmpty ? [saudi] : files { try evaluation.read(file) }
            try evaluation.run()
            if files.isEmpty { try evaluation.read(pairs: "\(data)/saudi-pairs.jsonl.gz") }
            StandardOutput.print(evaluation.report(count: count, matching: matching))
        }
    }
}
