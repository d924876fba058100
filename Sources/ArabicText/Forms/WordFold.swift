/// Folds one word at a time, the way every form but display does.
///
/// A fold never looks past its word, so the same word folds alike wherever it stands.
struct WordFold {
    let table: FoldTable
    private var scalars: [UInt32] = []
    private var spare: [UInt32] = []

    init(_ table: FoldTable) { self.table = table }

    /// The folded scalars of the word in `bytes` of `text`.
    mutating func fold(_ text: Span<UInt8>, _ bytes: Range<Int>) -> [UInt32] {
        scalars.removeAll(keepingCapacity: true)
        var isSlow = false
        var offset = bytes.lowerBound
        while offset < bytes.upperBound {
            let next = text.scalar(at: offset)
            offset += next.length
            scalars.append(next.value)
            guard !isSlow else { continue }
            isSlow =
                next.value >= 0x800
                || UInt32(table.entries[Int(next.value)] >> 11) == FoldTable.Action.slow
        }
        if isSlow { foldSlowly() } else { foldSimply() }
        finish()
        return scalars
    }

    private mutating func foldSimply() {
        var end = 0
        for value in scalars {
            let entry = table.entries[Int(value)]
            guard UInt32(entry >> 11) != FoldTable.Action.drop else { continue }
            scalars[end] = UInt32(entry & 0x7FF)
            end += 1
        }
        scalars.removeSubrange(end...)
    }

    /// Decomposes, composes and folds until nothing changes: a fold may bring together what composes.
    private mutating func foldSlowly() {
        while true {
            spare.removeAll(keepingCapacity: true)
            for value in scalars where !ScalarKind.isInvisible(value) {
                if let letters = PresentationForms.letters(of: value) {
                    for letter in letters {
                        CanonicalComposition.shared.appendDecomposition(of: letter, to: &spare)
                    }
                } else {
                    CanonicalComposition.shared.appendDecomposition(of: value, to: &spare)
                }
            }
            CanonicalComposition.shared.compose(&spare)
            var folded: [UInt32] = []
            folded.reserveCapacity(spare.count)
            for value in spare {
                if folded.isEmpty, ScalarKind.of(value) == .mark { continue }
                table.appendFold(of: value, to: &folded)
            }
            if folded == scalars { return }
            scalars = folded
        }
    }

    /// Whether a word of which nothing is left had letters, all of them hamzas.
    func leavesHamza(_ text: Span<UInt8>, _ bytes: Range<Int>) -> Bool {
        guard table.drops(FoldLetters.hamza) else { return false }
        var offset = bytes.lowerBound
        while offset < bytes.upperBound {
            let next = text.scalar(at: offset)
            if next.value == FoldLetters.hamza { return true }
            offset += next.length
        }
        return false
    }

    private mutating func finish() {
        if scalars.last == FoldLetters.alefMaksura {
            scalars[scalars.count - 1] = FoldLetters.yeh
        }
        // The loose key drops hamza; a word of nothing else stays one.
        if scalars.isEmpty { scalars.append(FoldLetters.hamza) }
    }
}
