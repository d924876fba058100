/// One pass over a text, from bytes to hashed words.
struct FingerprintScanner {
    private let months = MonthNames.shared
    private var resolver: MonthResolver
    private var fold = WordFold(.fingerprint)

    init(firstWord: Int) { resolver = MonthResolver(firstWord: firstWord) }

    /// Appends the words of `text`.
    mutating func scan(_ text: Span<UInt8>, to words: inout [FingerprintWord]) {
        let entries = FoldTable.fingerprint.entries
        let table = entries.span
        let end = text.count
        var offset = 0
        var scalar: UInt32 = 0
        var hasher = WordHasher()
        var isInWord = false
        var startByte = 0
        var startScalar: UInt32 = 0
        var endScalar: UInt32 = 0
        while offset < end {
            let first = text[unchecked: offset]
            var value = UInt32(first)
            var length = 1
            if first >= 0x80 {
                if first < 0xE0, first >= 0xC2, offset + 1 < end {
                    value = (value & 0x1F) << 6 | UInt32(text[unchecked: offset + 1] & 0x3F)
                    length = 2
                } else {
                    let next = text.scalar(at: offset)
                    value = next.value
                    length = next.length
                }
            }
            var action = FoldTable.Action.slow.rawValue
            var folded: UInt32 = 0
            if value < 0x800 {
                let entry = table[unchecked: Int(value)]
                action = entry >> 11
                folded = UInt32(entry & 0x7FF)
            } else if ScalarKind.of(value) == .separator {
                action = FoldTable.Action.separator.rawValue
            }
            switch action {
            case FoldTable.Action.letter.rawValue, FoldTable.Action.digit.rawValue:
                if !isInWord {
                    isInWord = true
                    startByte = offset
                    startScalar = scalar
                    hasher = WordHasher()
                }
                if action == FoldTable.Action.letter.rawValue {
                    hasher.addLetter(folded)
                } else {
                    hasher.addDigit(folded)
                }
                endScalar = scalar &+ 1
            case FoldTable.Action.drop.rawValue:
                endScalar = scalar &+ 1
            case FoldTable.Action.separator.rawValue:
                if isInWord {
                    let (hash, isNumber) = hasher.finish()
                    append(
                        hash, isNumber, startScalar, endScalar, at: startByte, in: text, to: &words)
                    isInWord = false
                }
            default:
                var cursor =
                    isInWord
                    ? WordCursor(byte: startByte, scalar: Int(startScalar))
                    : WordCursor(byte: offset, scalar: Int(scalar))
                isInWord = false
                if let word = cursor.next(in: text) { appendSlowly(word, in: text, to: &words) }
                offset = cursor.byte
                scalar = UInt32(cursor.scalar)
                continue
            }
            offset += length
            scalar &+= 1
        }
        if isInWord {
            let (hash, isNumber) = hasher.finish()
            append(hash, isNumber, startScalar, endScalar, at: startByte, in: text, to: &words)
        }
        resolver.resolve(&words)
    }

    private mutating func appendSlowly(
        _ word: WordScanner.Word, in text: Span<UInt8>, to words: inout [FingerprintWord]
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
