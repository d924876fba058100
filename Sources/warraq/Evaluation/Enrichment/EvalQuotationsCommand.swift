internal import ArgumentParser
internal import WarraqServer

/// `warraq eval quotations`: quotations and their speakers held against what a reader marked.
struct EvalQuotationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quotations",
        abstract: "Judge the quotations found, and who says them, against marked ones.",
        discussion: """
            Each article is made a record as by warraq process. Files are JSON lines, plain or gzipped: \
            {"id","text","quotations":[{"start","end","kind","speaker","speakerForm","cue",\
            "optional"?}]}, or the same without text but with sha256, for an article of the news in \
            --data. speaker is a list of texts, or of pairs of offsets, any of which names who speaks.

            A quotation is found if what is shared is half of both together; its speaker is right if a \
            name, role or mention of the one found agrees with one of the texts. What is marked \
            optional is neither asked for nor wrong. Lists failures. Exits with 1 if a goal is missed.

            EXAMPLES
              warraq eval quotations Tests/NewsEnrichmentTests/Fixtures/quotations-dev.jsonl
            """)

    @Argument(help: "Files of articles with marked quotations.", completion: .file())
    var files: [String]

    @Option(
        help: "The directory of the news that annotations without words are of.",
        completion: .directory)
    var data = "../shared/data/news"

    @Option(help: "How many failures to list; all if not given.")
    var failures: Int?

    func run() throws {
        try reportingCorpusFailures {
            let maker = RecordMaker()
            var missed = false
            for path in files {
                let file = try QuotationFile(path, data: data)
                var evaluation = QuotationEvaluation()
                for sample in file.samples {
                    evaluation.judge(try maker.record(of: sample.text), in: sample)
                }
                tell(evaluation, path, lost: file.lost)
                missed = missed || !evaluation.meetsGoals
            }
            if missed { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }

    private func tell(_ evaluation: QuotationEvaluation, _ path: String, lost: Int) {
        var lines = [path] + evaluation.table.map { "  " + $0 }
        if lost > 0 { lines.append("  \(lost) annotations have no text in \(data)") }
        if failures != 0 {
            lines += ["", "  failures: \(evaluation.failures.count)"]
            lines += evaluation.failures.prefix(failures ?? .max).map { "  " + $0 }
        }
        StandardOutput.write(Array((lines.joined(separator: "\n") + "\n\n").utf8))
    }
}
