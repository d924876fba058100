internal import ArgumentParser
internal import ArticleExtraction
internal import Foundation
internal import NearDuplicates
internal import WarraqCore
internal import WarraqServer

/// `warraq compare`: how one text reuses another.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Show how B reuses A: how much of each, and every passage side by side.",
        discussion: """
            Both are cleaned as the daemon would clean them, so a page may be compared with a text. \
            Offsets count Unicode scalar values of the clean bodies.

            EXAMPLES
              warraq compare communique.txt page.txt
              warraq compare --json communique.txt page.txt | jq .coverageA
            """)

    @Argument(
        help: ArgumentHelp("The text that may have been copied.", valueName: "a"),
        completion: .file())
    var first: String

    @Argument(
        help: ArgumentHelp("The text that may copy it.", valueName: "b"), completion: .file())
    var second: String

    @Flag(help: "Print one JSON object instead.")
    var json = false

    func run() throws {
        try reportingFailures {
            let (one, two) = (try article(first), try article(second))
            let result = TextComparison(of: one, with: two)
            if json {
                StandardOutput.write(result.json + [0x0A])
            } else {
                show(result, one, two)
            }
        }
    }

    private func article(_ path: String) throws -> CleanArticle {
        let body = try InputFile.contents(of: path)
        do {
            let raw = RawArticle(header: ArticleHeader(), body: body)
            return try ArticleProcessor().articles(of: raw)[0]
        } catch {
            throw CommandFailure(.badData, "\(path): \(error)")
        }
    }

    private func show(_ result: TextComparison, _ one: CleanArticle, _ two: CleanArticle) {
        let terminal = TerminalText()
        terminal.begin()
        defer { terminal.end() }
        let comparison = result.comparison
        terminal.line("A is \(first), \(one.wordCount) words.")
        terminal.line("B is \(second), \(two.wordCount) words.")
        terminal.line(Self.sentence(result.relation))
        terminal.line(
            "Copied passages hold \(percent(comparison.coverageA)) of A and "
                + "\(percent(comparison.coverageB)) of B; resemblance \(percent(comparison.resemblance))."
        )
        ComparisonView(terminal: terminal).show(
            comparison.passages.map { passage in
                ComparisonView.Passage(
                    first: passage.aStart..<passage.aEnd, second: passage.bStart..<passage.bEnd,
                    isFormulaic: passage.kind == .formulaic, matchedTokens: passage.matchedTokens)
            },
            first: ("A", one.body), second: ("B", two.body))
    }

    private static func sentence(_ relation: String) -> String {
        switch relation {
        case "exactCopyOf": "B is an exact copy of A."
        case "nearDuplicateOf": "B is nearly the same text as A."
        case "contains": "B contains most of A."
        case "containedIn": "B is mostly contained in A."
        case "reuses": "B reuses passages of A."
        default: "B reuses nothing of A."
        }
    }

    private func percent(_ share: Double) -> String {
        "\((share * 1000).rounded() / 10) %"
    }
}
