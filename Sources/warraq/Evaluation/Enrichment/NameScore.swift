/// What was found of one class of names, counted.
struct NameScore {
    /// Names asked for.
    var expected = 0
    /// Of those, found with the same span, or at all.
    var foundExactly = 0
    var foundAtAll = 0
    /// Findings that count.
    var given = 0
    /// Of those, right with the same span, or over a name of the class.
    var rightExactly = 0
    var rightAtAll = 0

    static func += (left: inout NameScore, right: NameScore) {
        left.expected += right.expected
        left.foundExactly += right.foundExactly
        left.foundAtAll += right.foundAtAll
        left.given += right.given
        left.rightExactly += right.rightExactly
        left.rightAtAll += right.rightAtAll
    }

    var precision: Double { Share.of(rightExactly, in: given) }
    var recall: Double { Share.of(foundExactly, in: expected) }
    var loosePrecision: Double { Share.of(rightAtAll, in: given) }
    var looseRecall: Double { Share.of(foundAtAll, in: expected) }

    /// Whether the share right and the share found reach the goals of `label`.
    func meetsGoals(of label: NameClass) -> Bool {
        precision >= label.goals.precision && recall >= label.goals.recall
    }
}

/// Shares as they are printed.
enum Share {
    /// `part` in `whole`; 1 of nothing, for nothing was missed.
    static func of(_ part: Int, in whole: Int) -> Double {
        whole == 0 ? 1 : Double(part) / Double(whole)
    }

    /// Three decimals, always as wide.
    static func text(_ share: Double) -> String {
        let thousandths = Int((share * 1_000).rounded())
        let decimals = String(thousandths % 1_000)
        return "\(thousandths / 1_000)."
            + String(repeating: "0", count: 3 - decimals.utf8.count) + decimals
    }
}
