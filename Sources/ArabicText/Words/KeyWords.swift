/// The words of a text with their letters folded as in the key form, for looking words up one by one.
///
/// Letters of Persian and Urdu keyboards are always made Arabic, so that a word folds alike wherever
/// it stands. One pass, and three buffers however many words there are.
public struct KeyWords: Sendable {
    /// Where a word stands and which of ``KeyWords/letters`` are its own.
    public struct Word: Hashable, Sendable {
        /// Where it starts, in bytes.
        public let startByte: UInt32
        /// Where it ends, in bytes.
        public let endByte: UInt32
        /// Where it starts, in Unicode scalars.
        public let start: UInt32
        /// Where it ends, in Unicode scalars.
        public let end: UInt32
        /// Its first letter's place in ``KeyWords/letters``.
        public let firstLetter: UInt32
        /// The place after its last letter.
        public let endLetter: UInt32
        /// Whether it has a digit.
        public let hasDigit: Bool
    }

    /// The words, in order.
    public private(set) var words: [Word] = []
    /// The folded letters and digits of all words, one after the other, as UTF-16.
    public private(set) var letters: [UInt16] = []

    private let folds = FoldTable.fingerprint
    private var fold = WordFold(.fingerprint)

    /// The words of valid UTF-8 in display form. Takes time linear in it.
    public init(of text: Span<UInt8>) {
        words.reserveCapacity(text.count / 9)
        letters.reserveCapacity(text.count / 2)
        let entries = folds.entries
        scan(text, entries.span)
    }

    /// The words of a string in display form.
    public init(of text: String) {
        let bytes = Array(text.utf8)
        self.init(of: bytes.span)
    }

    private mutating func scan(_ text: Span<UInt8>, _ table: Span<UInt16>) {
        var offset = 0
        var scalar: UInt32 = 0
        while offset < text.count {
            var (entry, length) = Self.entry(at: offset, of: text, table)
            guard entry >> 11 < FoldTable.Action.drop else {
                offset += length
                scalar &+= 1
                continue
            }
            let (startByte, startScalar) = (offset, scalar)
            var (endByte, endScalar) = (offset, scalar)
            let firstLetter = letters.count
            var hasDigit = false
            while true {
                let action = entry >> 11
                if action == FoldTable.Action.letter || action == FoldTable.Action.digit {
                    letters.append(UInt16(truncatingIfNeeded: entry & 0x7FF))
                    hasDigit = hasDigit || action == FoldTable.Action.digit
                } else if action != FoldTable.Action.drop {
                    break
                }
                offset += length
                scalar &+= 1
                (endByte, endScalar) = (offset, scalar)
                guard offset < text.count else { break }
                (entry, length) = Self.entry(at: offset, of: text, table)
            }
            if offset < text.count, entry >> 11 == FoldTable.Action.slow {
                letters.removeSubrange(firstLetter...)
                var cursor = WordCursor(byte: startByte, scalar: Int(startScalar))
                guard let word = cursor.next(in: text) else {
                    // No word begins here: an invisible character between words.
                    offset = cursor.byte
                    scalar = UInt32(truncatingIfNeeded: cursor.scalar)
                    continue
                }
                appendSlowly(word, in: text, firstLetter: firstLetter)
                offset = cursor.byte
                scalar = UInt32(truncatingIfNeeded: cursor.scalar)
                continue
            }
            if letters.last == UInt16(FoldLetters.alefMaksura) {
                letters[letters.count - 1] = UInt16(FoldLetters.yeh)
            }
            words.append(
                Word(
                    startByte: UInt32(truncatingIfNeeded: startByte),
                    endByte: UInt32(truncatingIfNeeded: endByte), start: startScalar,
                    end: endScalar, firstLetter: UInt32(truncatingIfNeeded: firstLetter),
                    endLetter: UInt32(truncatingIfNeeded: letters.count), hasDigit: hasDigit))
        }
    }

    private mutating func appendSlowly(
        _ word: TextSegment, in text: Span<UInt8>, firstLetter: Int
    ) {
        var hasDigit = false
        for value in fold.fold(text, word.bytes) {
            hasDigit = hasDigit || (0x30...0x39).contains(value)
            if value < 0x10000 {
                letters.append(UInt16(value))
            } else {
                let rest = value - 0x10000
                letters.append(UInt16(0xD800 + rest >> 10))
                letters.append(UInt16(0xDC00 + rest & 0x3FF))
            }
        }
        words.append(
            Word(
                startByte: UInt32(truncatingIfNeeded: word.bytes.lowerBound),
                endByte: UInt32(truncatingIfNeeded: word.bytes.upperBound),
                start: UInt32(truncatingIfNeeded: word.scalars.lowerBound),
                end: UInt32(truncatingIfNeeded: word.scalars.upperBound),
                firstLetter: UInt32(truncatingIfNeeded: firstLetter),
                endLetter: UInt32(truncatingIfNeeded: letters.count), hasDigit: hasDigit))
    }

    /// The table's entry for the scalar at `offset`, and the length of it.
    @inline(__always)
    private static func entry(
        at offset: Int, of text: Span<UInt8>, _ table: Span<UInt16>
    ) -> (entry: UInt32, length: Int) {
        let first = UInt32(text[unchecked: offset])
        if first < 0x80 { return (UInt32(table[unchecked: Int(first)]), 1) }
        if first &- 0xC2 < 0x1E, offset + 1 < text.count {
            let second = UInt32(text[unchecked: offset + 1])
            return (UInt32(table[unchecked: Int((first & 0x1F) << 6 | second & 0x3F)]), 2)
        }
        let next = text.scalar(at: offset)
        let isSeparator = ScalarKind.of(next.value) == .separator
        return (
            (isSeparator ? FoldTable.Action.separator : FoldTable.Action.slow) << 11, next.length
        )
    }
}
