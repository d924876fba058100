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

    private var fold = WordFold(.fingerprint)

    /// The words of valid UTF-8 in display form. Takes time linear in it.
    public init(of text: Span<UInt8>) {
        words.reserveCapacity(text.count / 9)
        let entries = FoldTable.fingerprint.entries
        scan(text, entries.span)
    }

    /// The words of a string in display form.
    public init(of text: String) {
        let bytes = Array(text.utf8)
        self.init(of: bytes.span)
    }

    private mutating func scan(_ text: Span<UInt8>, _ table: Span<UInt16>) {
        var letters = LetterBuffer(count: text.count)
        var offset = 0
        var scalar: UInt32 = 0
        while offset < text.count {
            var (entry, length) = Self.entry(at: offset, of: text, table)
            guard entry >> 11 < FoldTable.Action.drop else {
                offset += length
                scalar &+= 1
                continue
            }
            var word = OpenWord(byte: offset, scalar: scalar, firstLetter: letters.count)
            var count = letters.count
            var output = letters.units.mutableSpan
            while true {
                let action = entry >> 11
                if action == FoldTable.Action.letter || action == FoldTable.Action.digit {
                    output[unchecked: count] = UInt16(truncatingIfNeeded: entry & 0x7FF)
                    count &+= 1
                    word.hasDigit = word.hasDigit || action == FoldTable.Action.digit
                } else if action != FoldTable.Action.drop {
                    break
                }
                offset += length
                scalar &+= 1
                // Most of a word is Arabic letters of two bytes.
                while offset + 1 < text.count, text[unchecked: offset] & 0xFC == 0xD8 {
                    let pair =
                        UInt32(text[unchecked: offset] & 0x1F) << 6
                        | UInt32(text[unchecked: offset + 1] & 0x3F)
                    let letter = table[unchecked: Int(pair)]
                    guard UInt32(letter >> 11) == FoldTable.Action.letter else { break }
                    output[unchecked: count] = letter & 0x7FF
                    count &+= 1
                    offset += 2
                    scalar &+= 1
                }
                (word.endByte, word.endScalar) = (offset, scalar)
                guard offset < text.count else { break }
                (entry, length) = Self.entry(at: offset, of: text, table)
            }
            if offset < text.count, entry >> 11 == FoldTable.Action.slow {
                var cursor = WordCursor(byte: word.byte, scalar: Int(word.scalar))
                let segment = cursor.next(in: text)
                offset = cursor.byte
                scalar = UInt32(truncatingIfNeeded: cursor.scalar)
                // Without a segment no word begins here: an invisible character between words.
                guard let segment else { continue }
                word = OpenWord(segment, firstLetter: letters.count)
                word.hasDigit = letters.append(fold.fold(text, segment.bytes))
            } else {
                if output[unchecked: count - 1] == UInt16(FoldLetters.alefMaksura) {
                    output[unchecked: count - 1] = UInt16(FoldLetters.yeh)
                }
                letters.count = count
            }
            words.append(Word(word, endLetter: letters.count))
        }
        letters.units.removeSubrange(letters.count...)
        self.letters = letters.units
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

/// Room for the letters of a text: as many as it has bytes, more where letters expand.
private struct LetterBuffer {
    var units: [UInt16]
    var count = 0

    init(count: Int) { units = [UInt16](repeating: 0, count: count) }

    /// Adds a word's folded scalars, which may be more than its bytes, as UTF-16; returns whether one
    /// is a digit.
    mutating func append(_ scalars: [UInt32]) -> Bool {
        var hasDigit = false
        // What follows needs the room that it had before.
        units.append(contentsOf: repeatElement(0, count: scalars.count * 2))
        for value in scalars {
            hasDigit = hasDigit || (0x30...0x39).contains(value)
            if value < 0x10000 {
                units[count] = UInt16(value)
                count += 1
            } else {
                let rest = value - 0x10000
                units[count] = UInt16(0xD800 + rest >> 10)
                units[count + 1] = UInt16(0xDC00 + rest & 0x3FF)
                count += 2
            }
        }
        return hasDigit
    }
}

/// A word that is being read.
private struct OpenWord {
    let byte: Int
    let scalar: UInt32
    let firstLetter: Int
    var endByte: Int
    var endScalar: UInt32
    var hasDigit = false

    init(byte: Int, scalar: UInt32, firstLetter: Int) {
        self.byte = byte
        self.scalar = scalar
        self.firstLetter = firstLetter
        endByte = byte
        endScalar = scalar
    }

    init(_ segment: TextSegment, firstLetter: Int) {
        byte = segment.bytes.lowerBound
        scalar = UInt32(truncatingIfNeeded: segment.scalars.lowerBound)
        self.firstLetter = firstLetter
        endByte = segment.bytes.upperBound
        endScalar = UInt32(truncatingIfNeeded: segment.scalars.upperBound)
    }
}

extension KeyWords.Word {
    fileprivate init(_ word: OpenWord, endLetter: Int) {
        startByte = UInt32(truncatingIfNeeded: word.byte)
        endByte = UInt32(truncatingIfNeeded: word.endByte)
        start = word.scalar
        end = word.endScalar
        firstLetter = UInt32(truncatingIfNeeded: word.firstLetter)
        self.endLetter = UInt32(truncatingIfNeeded: endLetter)
        hasDigit = word.hasDigit
    }
}
