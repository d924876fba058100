internal import NearDuplicates
internal import WarraqServer

/// Shows how one text reuses another, passage by passage, the two above each other.
struct ComparisonView {
    let terminal: TerminalText

    /// A passage in both bodies, by scalars.
    struct Passage {
        let first: Range<Int>
        let second: Range<Int>
        let isFormulaic: Bool
        let matchedTokens: Int
    }

    /// Prints `passages` of the bodies `first` and `second` under the names given.
    func show(
        _ passages: [Passage], first: (name: String, body: String),
        second: (name: String, body: String), linesEach: Int = .max
    ) {
        for (number, passage) in passages.enumerated() {
            let kind = passage.isFormulaic ? "a set phrase, not copied" : "copied"
            terminal.line()
            terminal.item(
                "\(number + 1) of \(passages.count): \(passage.matchedTokens) words in common, \(kind)",
                indent: 2)
            terminal.faint(
                "  \(first.name), characters \(passage.first.lowerBound) to \(passage.first.upperBound)"
            )
            terminal.paragraph(
                first.body.scalars(passage.first.lowerBound, passage.first.upperBound),
                lines: linesEach)
            terminal.faint(
                "  \(second.name), characters \(passage.second.lowerBound) to \(passage.second.upperBound)"
            )
            terminal.paragraph(
                second.body.scalars(passage.second.lowerBound, passage.second.upperBound),
                lines: linesEach)
        }
    }
}
