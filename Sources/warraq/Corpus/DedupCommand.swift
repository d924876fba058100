internal import ArgumentParser
internal import Foundation
internal import WarraqServer

/// `warraq dedup`: the copies in a whole file, without a daemon.
struct DedupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dedup",
        abstract: "Find every copy and every shared passage in a file of texts.",
        discussion: """
            FILE has one JSON object a line, each with a text and an identity; - is standard input, \
            and what ends in .gz is unpacked. Texts are taken as they are: give scraped pages to \
            warraq process first. Spelling variants, marks, digits of either kind and the months' \
            names of all countries count as equal; numbers must agree, so yesterday's weather is no \
            copy of today's.

            Every line printed is one of two things, in the order in which they are found, groups last:

              {"type":"relation","id":"b","rel":"contains","of":"a","coverageHere":0.4,\
            "coverageThere":0.9}
              {"type":"group","original":"a","copies":[{"id":"c","rel":"exactCopyOf"}]}

            rel is exactCopyOf (the same words), nearDuplicateOf (nearly), contains, containedIn or \
            reuses (a passage of 12 words or more); coverage is the share of a text's words that stand in \
            copied passages. The first of a group in the file is its original; all others are its \
            copies, never copies of copies, so a group does not drift from text to text.

            Memory is 500 to 1,100 bytes a text, by its length; the words lie in a temporary file (TMPDIR).

            EXAMPLES
              warraq dedup news.jsonl > relations.jsonl
              warraq dedup --unique clean.jsonl --groups news.jsonl     what to keep, and what went
              warraq dedup --text body --id url news.jsonl.gz | jq -c 'select(.type=="group")'
              warraq dedup --source site pages.jsonl     what pages of a site share is no reuse
              zcat part-*.gz | warraq dedup --passages -
            """)

    @Argument(help: "A file of JSON lines; - is standard input.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The key of the text.", valueName: "key"))
    var text = "text"

    @Option(
        help: ArgumentHelp(
            "The key of the identity; a line without it is named by its number.", valueName: "key"))
    var id = "id"

    @Option(
        help: ArgumentHelp(
            "The key of where a text comes from: what five texts of one source share is its furniture, "
                + "no reuse.", valueName: "key"))
    var source: String?

    @Flag(help: "Print groups only.")
    var groups = false

    @Flag(help: "Print every passage of a relation too, with offsets in both texts.")
    var passages = false

    @Option(
        help: ArgumentHelp(
            "Write every line that is no copy of an earlier one to this file, as it is.",
            valueName: "path"),
        completion: .file())
    var unique: String?

    func run() throws {
        try reportingCorpusFailures {
            let options = CorpusRun.Options(
                textKey: text, idKey: id, sourceKey: source, printsRelations: !groups,
                printsPassages: passages)
            let directory = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
            var run = try CorpusRun(
                options: options, directory: directory,
                unique: unique.map { try LineFile(path: $0) })
            try run.read(try CorpusFile.open(file))
            try run.finish()
            guard run.unreadable == 0 else { throw ExitCode(ExitStatus.badData.rawValue) }
        }
    }
}
