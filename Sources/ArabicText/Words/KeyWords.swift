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
        /// Whether it is letters of two bytes each that fold to ء to ي, and nothing else, not even a mark.
        public let isPlain: Bool
    }

    /// The words, in order.
    public private(set) var words: [Word] = []
    /// The folded letters and digits of all words, one after the other, as UTF-16.
    public private(set) var letters: [UInt16] = []

    private var fold = WordFold(.fingerprint)

    /// The words of valid UTF-8 in display form. Takes time linear in it.
    public init(of text: Span<UInt8>) {
        let arabic = FoldTable.arabicPairs
        scan(text, arabic.span)
    }

    /// The words of a string in display form.
    public init(of text: String) {
        let bytes = Array(text.utf8)
        self.init(of: bytes.span)
    }

    private mutating func scan(_ text: Span<UInt8>, _ arabic: Span<UInt16>) {
        // A word has no more letters than bytes, but where folding takes one apart.
        var letters: [UInt16] = []
        letters.reserveCapacity(text.count)
        var place = Place()
        while true {
            let (first, left) = (letters.count, text.count - place.byte)
            var isFull = false
            place.letter = 0
            words.append(addingCapacity: left / 9 + 1) { words in
                letters.append(addingCapacity: left) { letters in
                    letters.withUnsafeMutableBufferPointer { letters, count in
                        place = Self.scanPlain(
                            text, arabic, from: place, to: letters, behind: first, &words)
                        count = place.letter
                        isFull = words.isFull
                    }
                }
            }
            guard place.byte < text.count else { break }
            if isFull { continue }
            // A word that the table cannot fold, or an invisible character between words.
            var cursor = WordCursor(byte: place.byte, scalar: Int(place.scalar))
            let start = letters.count
            if let segment = cursor.next(in: text) {
                let hasDigit = letters.append(folded: fold.fold(text, segment.bytes))
                words.append(
                    Word(
                        from: Place(segment.bytes.lowerBound, segment.scalars.lowerBound, start),
                        to: Place(
                            segment.bytes.upperBound, segment.scalars.upperBound, letters.count),
                        hasDigit: hasDigit))
            }
            place = Place(cursor.byte, cursor.scalar)
        }
        self.letters = letters
    }

    /// Reads words while there is room for them, up to the end or to one with a scalar that takes a
    /// closer look, and returns where that begins. Letters are written to `output`, which has room,
    /// behind `count` others.
    private static func scanPlain(
        _ text: Span<UInt8>, _ arabic: Span<UInt16>, from place: Place,
        to output: UnsafeMutableBufferPointer<UInt16>, behind count: Int,
        _ words: inout OutputSpan<Word>
    ) -> Place {
        var place = place
        while place.byte < text.count, !words.isFull {
            let start = place
            place.takeLetters(of: text, arabic, to: output)
            var (hasDigit, isPlain) = (false, true)
            var separator = 1
            // Most words are Arabic letters and end at a blank.
            if place.byte == text.count || text[unchecked: place.byte] != 0x20 {
                guard let rest = rest(of: start, from: place, in: text, arabic, to: output) else {
                    return start
                }
                isPlain = rest.end.byte == place.byte
                (place, hasDigit, separator) = (rest.end, rest.hasDigit, rest.separator)
            }
            if place.letter > start.letter {
                if output[place.letter &- 1] == UInt16(FoldLetters.alefMaksura) {
                    output[place.letter &- 1] = UInt16(FoldLetters.yeh)
                }
                words.append(
                    Word(
                        from: start, to: place, behind: count, hasDigit: hasDigit,
                        isPlain: isPlain))
            }
            place.byte &+= separator
            place.scalar &+= 1
        }
        return place
    }

    /// What is left of a word.
    private struct Rest {
        var end: Place
        var hasDigit = false
        /// How many bytes the scalar takes that ends the word, or a mark without one; 0 at the end.
        var separator = 0
    }

    /// Reads a word on, whatever it is made of; `nil` if a scalar takes a closer look.
    @inline(never)
    private static func rest(
        of start: Place, from place: Place, in text: Span<UInt8>, _ arabic: Span<UInt16>,
        to output: UnsafeMutableBufferPointer<UInt16>
    ) -> Rest? {
        let entries = FoldTable.fingerprint.entries
        let table = entries.span
        var rest = Rest(end: place)
        while rest.end.byte < text.count {
            let (entry, length) = entry(at: rest.end.byte, of: text, table)
            let action = entry >> 11
            if action == FoldTable.Action.slow { return nil }
            if action == FoldTable.Action.letter || action == FoldTable.Action.digit {
                output[rest.end.letter] = UInt16(truncatingIfNeeded: entry & 0x7FF)
                rest.end.letter &+= 1
                rest.hasDigit = rest.hasDigit || action == FoldTable.Action.digit
            } else if action != FoldTable.Action.drop || rest.end.letter == start.letter {
                rest.separator = length
                break
            }
            rest.end.byte &+= length
            rest.end.scalar &+= 1
            rest.end.takeLetters(of: text, arabic, to: output)
        }
        return rest
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

extension [UInt16] {
    /// Adds a word's folded scalars as UTF-16; returns whether one is a digit.
    fileprivate mutating func append(folded scalars: [UInt32]) -> Bool {
        var hasDigit = false
        for value in scalars {
            hasDigit = hasDigit || (0x30...0x39).contains(value)
            if value < 0x10000 {
                append(UInt16(value))
            } else {
                let rest = value - 0x10000
                append(UInt16(0xD800 + rest >> 10))
                append(UInt16(0xDC00 + rest & 0x3FF))
            }
        }
        return hasDigit
    }
}

/// A place in a text and in its letters.
private struct Place {
    var byte: Int
    var scalar: UInt32
    var letter: Int

    init(_ byte: Int = 0, _ scalar: Int = 0, _ letter: Int = 0) {
        self.byte = byte
        self.scalar = UInt32(truncatingIfNeeded: scalar)
        self.letter = letter
    }

    /// Takes the Arabic letters of two bytes that stand here.
    @inline(__always)
    mutating func takeLetters(
        of text: Span<UInt8>, _ arabic: Span<UInt16>,
        to output: UnsafeMutableBufferPointer<UInt16>
    ) {
        let bytes = text.bytes
        let last = text.count &- 1
        var end = byte
        while end < last {
            let pair = UInt16(
                bigEndian: bytes.unsafeLoadUnaligned(
                    fromUncheckedByteOffset: end, as: UInt16.self))
            let folded = arabic[unchecked: Int(pair)]
            guard folded != 0 else { break }
            output[letter] = folded
            letter &+= 1
            end &+= 2
        }
        scalar &+= UInt32(truncatingIfNeeded: (end &- byte) >> 1)
        byte = end
    }
}

extension KeyWords.Word {
    fileprivate init(
        from start: Place, to end: Place, behind count: Int = 0, hasDigit: Bool,
        isPlain: Bool = false
    ) {
        startByte = UInt32(truncatingIfNeeded: start.byte)
        endByte = UInt32(truncatingIfNeeded: end.byte)
        self.start = start.scalar
        self.end = end.scalar
        firstLetter = UInt32(truncatingIfNeeded: count &+ start.letter)
        endLetter = UInt32(truncatingIfNeeded: count &+ end.letter)
        self.hasDigit = hasDigit
        self.isPlain = isPlain
    }
}
