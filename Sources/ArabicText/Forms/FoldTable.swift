/// How one form folds the scalars below U+0800, which is nearly all of an Arabic text.
///
/// An entry holds an action in its upper five bits and the folded scalar in its lower eleven.
struct FoldTable: Sendable {
    /// What to do with a scalar. Plain numbers, for the innermost loop.
    enum Action {
        /// Look closer: the scalar may compose, reorder or expand.
        static let slow: UInt32 = 0
        /// A letter, or a number that is no digit.
        static let letter: UInt32 = 1
        static let digit: UInt32 = 2
        /// A mark or tatweel: leaves nothing behind.
        static let drop: UInt32 = 3
        static let separator: UInt32 = 4
    }

    /// The entries, by scalar.
    let entries: [UInt16]
    private let letters: [UInt32: UInt32]
    private let dropped: Set<UInt32>

    /// The folds of the key form.
    static let key = FoldTable(letters: FoldLetters.key, dropped: [])
    /// The key form's, with the letters of Persian and Urdu keyboards made Arabic.
    static let fingerprint = FoldTable(
        letters: FoldLetters.key.merging(FoldLetters.keyboards) { $1 }, dropped: [])
    /// What two bytes fold to that are a letter of U+0600 to U+06FF and ء to ي then; 0 for any other two.
    /// Of the fingerprint's folds, and for the innermost loop: most of the table is never read.
    static let arabicPairs: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0x10000)
        for value in 0x600..<0x700 {
            let entry = fingerprint.entries[value]
            guard entry >> 11 == Action.letter, entry & 0x7FF <= FoldLetters.yeh else { continue }
            table[(0xC0 | value >> 6) << 8 | 0x80 | value & 0x3F] = entry & 0x7FF
        }
        return table
    }()
    /// The folds of the loose key form.
    static let loose = FoldTable(
        letters: FoldLetters.key.merging(FoldLetters.keyboards) { $1 }
            .merging(FoldLetters.loose) { $1 }, dropped: [FoldLetters.hamza])

    private init(letters: [UInt32: UInt32], dropped: Set<UInt32>) {
        self.letters = letters
        self.dropped = dropped
        entries = (UInt32(0)..<0x800).map { value in
            let (action, folded) = Self.entry(value, letters, dropped)
            return UInt16(action << 11 | folded)
        }
    }

    private static func entry(
        _ value: UInt32, _ letters: [UInt32: UInt32], _ dropped: Set<UInt32>
    ) -> (action: UInt32, folded: UInt32) {
        let composition = CanonicalComposition.shared
        if composition.isExcluded(value) || composition.composesBackward(value) {
            return (Action.slow, 0)
        }
        if dropped.contains(value) { return (Action.drop, 0) }
        switch ScalarKind.of(value) {
        case .separator: return (Action.separator, 0x20)
        case .invisible: return (Action.slow, 0)
        case .tatweel: return (Action.drop, 0)
        case .mark: return FoldLetters.isArabicMark(value) ? (Action.drop, 0) : (Action.slow, 0)
        case .number, .letter:
            if let folded = letters[value] { return (Action.letter, folded) }
            let properties = ScalarProperties.of(value)
            if let digit = FoldLetters.digit(value) { return (Action.digit, 0x30 + digit) }
            let lower = Array(properties.lowercaseMapping.unicodeScalars)
            guard lower.count == 1, lower[0].value < 0x800 else { return (Action.slow, 0) }
            return (Action.letter, lower[0].value)
        }
    }

    /// Whether a letter leaves nothing behind.
    func drops(_ letter: UInt32) -> Bool { dropped.contains(letter) }

    /// Appends what a scalar folds to, wherever it lies in Unicode.
    func appendFold(of value: UInt32, to output: inout [UInt32]) {
        if FoldLetters.isArabicMark(value) || dropped.contains(value) { return }
        let kind = ScalarKind.of(value)
        if kind == .tatweel || kind == .invisible { return }
        if let folded = letters[value] {
            output.append(folded)
        } else if let digit = FoldLetters.digit(value) {
            output.append(0x30 + digit)
        } else if ScalarProperties.of(value).changesWhenLowercased {
            for scalar in ScalarProperties.of(value).lowercaseMapping.unicodeScalars {
                output.append(scalar.value)
            }
        } else {
            output.append(value)
        }
    }
}
