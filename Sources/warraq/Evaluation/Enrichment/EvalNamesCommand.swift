internal import ArgumentParser
internal import NewsEnrichment
internal import WarraqServer

/// `warraq eval names`: people, organisations and places held against what readers marked.
struct EvalNamesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names",
        abstract: "Judge the people, organisations and places found against marked names.",
        discussion: """
            Each text is made a record as by warraq process, and the record's mentions are compared \
            with the names that a reader marked. Files are JSON lines, plain or gzipped: \
            {"id","text","entities":[{"start","end","label","optional"?,"alt"?,"accept"?}]}, the same \
            without text but with start, end and sha256 of a stretch of the news in --data, or \
            {"tokens","tags"} as Wojood and AQMAR have them. What is marked optional is neither asked \
            for nor wrong.

            A finding is right if class and span are the same. Beside it stands what overlaps. \
            Lists failures and the commonest of them. Exits with 1 if a goal is missed on files of our \
            own form.

            EXAMPLES
              warraq eval names Tests/NewsEnrichmentTests/Fixtures/names-dev.jsonl
              warraq eval names --failures 0 ../shared/data/names/wojood.jsonl.gz
            """)

    @Argument(help: "Files of texts with marked names.", completion: .file())
    var files: [String]

    @Option(
        help: "The directory of the news that annotations without words are of.",
        completion: .directory)
    var data = "../shared/data/news"

    @Option(
        help: """
            News to learn names from first, as the daemon does while it runs; not from the articles \
            that the texts are of. May be given several times.
            """,
        completion: .file())
    var learn: [String] = []

    @Flag(help: "See each sentence inside its article, as the daemon would.")
    var inArticles = false

    @Option(help: "How many failures to list, and how many of the commonest; all if not given.")
    var failures: Int?

    func run() throws {
        try reportingCorpusFailures {
            let parts = try files.map { path in
                (path, try NameFile(path, data: data, wholeArticles: inArticles))
            }
            let maker = RecordMaker(known: try learned(without: parts.map(\.1)))
            var missed = false
            for (path, file) in parts {
                var evaluation = NameEvaluation()
                for sample in file.samples {
                    evaluation.judge(try findings(in: sample.text, maker), in: sample)
                }
                tell(evaluation, of: file, path)
                missed = missed || file.isOurs && !evaluation.meetsGoals
            }
            if missed { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }

    private func learned(without files: [NameFile]) throws -> KnownNames {
        guard !learn.isEmpty else { return .none }
        let left = Set(files.flatMap(\.samples).map(\.id))
        var memory = NameMemory()
        for path in learn { try memory.learn(from: path, without: left) }
        return memory.known
    }

    private func findings(
        in text: String, _ maker: RecordMaker
    ) throws -> [NameEvaluation.Finding]? {
        guard let (view, map) = try maker.record(of: text) else { return nil }
        let lists: [(NameClass, [RecordView.Entity])] = [
            (.person, view.people), (.organisation, view.organisations), (.place, view.places),
        ]
        return lists.flatMap { label, entities in
            entities.flatMap(\.mentions).map { span in
                NameEvaluation.Finding(span: span.mapped(by: map), label: label)
            }
        }
    }

    private func tell(_ evaluation: NameEvaluation, of file: NameFile, _ path: String) {
        var lines = [path] + evaluation.table(withGoals: file.isOurs).map { "  " + $0 }
        if file.lost > 0 { lines.append("  \(file.lost) annotations have no text in \(data)") }
        if failures != 0 {
            lines += ["", "  commonest"]
            lines += evaluation.commonest(failures ?? 15).map { "  " + $0 }
            lines += ["", "  failures: \(evaluation.failures.count)"]
            lines += evaluation.failures.prefix(failures ?? .max).map { "  " + $0 }
        }
        StandardOutput.write(Array((lines.joined(separator: "\n") + "\n\n").utf8))
    }
}
