internal import ArgumentParser
internal import Foundation
internal import NearDuplicates
internal import WarraqCore
internal import WarraqServer

/// `warraq eval duplicates`: recall and precision on pairs that someone else computed.
struct EvalDuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "Judge the duplicates found among four days of news against labelled pairs.",
        discussion: """
            Every text is cleaned, hashed, looked up among those before it and compared, as in the \
            daemon, except that copies stay in the index, so that every pair is judged, and for that \
            twice as many candidates are compared. Recall is against the pairs' exact 8-word shingles; precision against a word-by-word alignment of \
            every pair that is called a copy or contained, recomputed here without index or anchors. \
            Every failure is listed: its two ids, what was expected and what was found.

            Exits with 1 if a goal is missed.

            EXAMPLES
              warraq eval duplicates --data ../shared/data/news
              warraq eval duplicates --uncleaned
            """)

    @Option(help: "The directory of the news and the pairs.", completion: .directory)
    var data = "../shared/data/news"

    @Flag(help: "Take the texts as they are instead of cleaning them as the daemon does.")
    var uncleaned = false

    func run() throws {
        try reportingCorpusFailures {
            var evaluation = DuplicateEvaluation()
            try evaluation.read(
                texts: "\(data)/saudi-2015-08-08..11.jsonl.gz", cleaned: !uncleaned)
            try evaluation.read(pairs: "\(data)/saudi-pairs.jsonl.gz")
            StandardOutput.write(Array(evaluation.report.utf8))
            guard evaluation.meetsGoals else { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }
}

/// Runs `body`; a ``CorpusError`` becomes a line on stderr and an exit code.
func reportingCorpusFailures(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let error as CorpusError {
        notice(error.description)
        throw ExitCode(ExitStatus.badData.rawValue)
    }
}
