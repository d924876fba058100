/// One pass over a text, from bytes to hashed words.
struct FingerprintScanner {
    private let months = MonthNames.shared
    private var resolver: MonthResolver
    private var fold = WordFold(.fingerprint)
    private var group = DigitGroup()

    init(firstWord: Int) { resolver = MonthResolver(firstWord: firstWord) }

    /// Appends the words of `text`.
    mutating func scan(_ text: Span<UInt8>, to words: inout [FingerprintWord]) {
        let entries = FoldTable.fingerprint.entries
        let table = entries.span
        // Only at first: reserving exactly at every call would copy all that is there each time.
        if words.isEmpty { words.reserveCapacity(text.count / 9) }
        var offset = 0
        var scalar: UInt32 = 0
        while offset < text.count {
            var (entry, length) = Self.entry(at: offset, of: text, table)
            var action = entry >> 11
            if action >= FoldTable.Action.drop {
                offset += length
                scalar &+= 1
                continue
            }
            let startByte = offset
            let startScalar = scalar
            var endScalar = scalar
            var hasher = WordHasher()
            while true {
                if action == FoldTable.Action.letter {
                    hasher.addLetter(entry & 0x7FF)
                    endScalar = scalar &+ 1
                } else if action == FoldTable.Action.digit {
                    hasher.addDigit(entry & 0x7FF)
                    endScalar = scalar &+ 1
                } else if action == FoldTable.Action.drop {
                    endScalar = scalar &+ 1
                } else {
                    break
                }
                offset += length
                scalar &+= 1
                // Most of a word is Arabic letters of two bytes.
                let lettersEnd = hasher.addArabicLetters(of: text, from: offset, table)
                if lettersEnd > offset {
                    scalar &+= UInt32(truncatingIfNeeded: (lettersEnd &- offset) / 2)
                    endScalar = scalar
                    offset = lettersEnd
                }
                guard offset < text.count else { break }
                (entry, length) = Self.entry(at: offset, of: text, table)
                action = entry >> 11
            }
            if action == FoldTable.Action.slow {
                var cursor = WordCursor(byte: startByte, scalar: Int(startScalar))
                if let word = cursor.next(in: text) { appendSlowly(word, in: text, to: &words) }
                offset = cursor.byte
                scalar = UInt32(truncatingIfNeeded: cursor.scalar)
            } else {
                let (hash, isNumber) = hasher.finish()
                if !isNumber {
                    append(
                        hash, isNumber, startScalar, endScalar, at: startByte, in: text, to: &words)
                } else if group.continues(with: hasher, at: startByte, in: text),
                    let whole = words.last
                {
                    words[words.count - 1] = FingerprintWord(
                        hash: group.add(hasher, until: offset), start: whole.start, end: endScalar,
                        isNumber: true)
                } else {
                    group = DigitGroup(hasher, until: offset)
                    append(
                        hash, isNumber, startScalar, endScalar, at: startByte, in: text, to: &words)
                }
            }
        }
        resolver.resolve(&words)
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
        return longEntry(at: offset, of: text)
    }

    private static func longEntry(at offset: Int, of text: Span<UInt8>) -> (UInt32, Int) {
        let next = text.scalar(at: offset)
        let isSeparator = ScalarKind.of(next.value) == .separator
        return (
            (isSeparator ? FoldTable.Action.separator : FoldTable.Action.slow) << 11, next.length
        )
    }

    private mutating func appendSlowly(
        _ word: TextSegment, in text: Span<UInt8>, to words: inout [FingerprintWord]
    ) {
        var hasher = WordHasher()
        for scalar in fold.fold(text, word.bytes) { hasher.add(scalar) }
        let (hash, isNumber) = hasher.finish()
        append(
            hash, isNumber, UInt32(word.scalars.lowerBound), UInt32(word.scalars.upperBound),
            at: word.bytes.lowerBound, in: text, to: &words)
    }

    @inline(__always)
    private mutating func append(
        _ hash: UInt64, _ isNumber: Bool, _ start: UInt32, _ end: UInt32, at byte: Int,
        in text: Span<UInt8>, to words: inout [FingerprintWord]
    ) {
        if let name = months.name(of: hash) {
            resolver.note(name, wordIndex: words.count, at: byte, in: text)
        }
        words.append(FingerprintWord(hash: hash, start: start, end: end, isNumber: isNumber))
    }
}
