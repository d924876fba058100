internal import ArgumentParser
internal import ArticleExtraction
internal import Foundation
internal import JSONReading
internal import WarraqServer

/// `warraq eval gold`: whole records held against gold ones, item by item.
struct EvalGoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gold",
        abstract: "Hold records against gold records, item by item.",
        discussion: """
            The directory holds NAME.txt, an input, and NAME.json, its gold record; and, if at all, \
            ticker-pairs.json, the judged pairs among the page headlines of the first. Each input is \
            made a record as by warraq process, as if fetched on the day the gold says. Ids that are no \
            URIs are compared by the mentions they join, names by key form; where a record alone cannot \
            know a year, what it can say counts as right.

            Each item is ok, differs, is MISSING or, where the gold leaves it open, absent; what was \
            found beyond the gold is listed for a reader to judge. Exits with 1 unless all that is \
            asked for is right.

            EXAMPLES
              warraq eval gold ../shared/gold
              warraq eval gold --summary ../shared/gold
            """)

    @Argument(help: "The directory of the gold records.", completion: .directory)
    var directory = "../shared/gold"

    @Flag(help: "Print a line a part only.")
    var summary = false

    func run() throws {
        try reportingFailures {
            let files = try goldFiles()
            var parts: [(title: String, parts: [GoldPart])] = []
            var articles: [CleanArticle] = []
            for (place, file) in files.enumerated() {
                let record = try read("\(directory)/\(file).json")
                let gold = RecordView(record)
                let input = try input(file, record)
                guard let ours = try RecordMaker().record(of: input.body, header: input.header)
                else { throw CommandFailure(.badData, "\(file).txt is refused") }
                var compared = GoldComparison(of: ours, with: gold).parts
                if place == 0, let pairs = try? read("\(directory)/ticker-pairs.json") {
                    compared.append(GoldHeadlines(pairs).part(of: ours))
                }
                parts.append((file, compared))
                articles.append(try ArticleProcessor().articles(of: input)[0])
            }
            if articles.count == 2,
                let passages = GoldPassages(of: try read("\(directory)/\(files[0]).json"))
            {
                parts[0].parts.append(passages.part(of: articles[0], with: articles[1]))
            }
            try tell(parts)
        }
    }

    /// The names that have both an input and a record, in order.
    private func goldFiles() throws -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        let found = names.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
            .filter { names.contains($0 + ".json") }
        guard !found.isEmpty else {
            throw CommandFailure(.badData, "\(directory) has no NAME.txt with NAME.json")
        }
        return found.sorted()
    }

    private func read(_ path: String) throws -> JSONValue {
        do {
            return try JSONDocument(try InputFile.contents(of: path)).root
        } catch let error as JSONError {
            throw CommandFailure(.badData, "\(path): \(error)")
        }
    }

    private func input(_ file: String, _ record: JSONValue) throws -> RawArticle {
        var header = ArticleHeader()
        if let day = record["enrichment"]?["crawled"]?["date"]?.string {
            header.fetchedAt = day + "T12:00:00Z"
        }
        return RawArticle(
            header: header, body: try InputFile.contents(of: "\(directory)/\(file).txt"))
    }

    private func tell(_ records: [(title: String, parts: [GoldPart])]) throws {
        var lines: [String] = []
        for record in records {
            lines.append(record.title)
            for part in record.parts {
                lines.append("  " + part.summary)
                if !summary { lines += part.details.map { "  " + $0 } }
            }
            lines.append("")
        }
        StandardOutput.write(Array(lines.joined(separator: "\n").utf8))
        guard records.allSatisfy({ $0.parts.allSatisfy(\.isComplete) }) else {
            throw ExitCode(ExitStatus.negative.rawValue)
        }
    }
}
