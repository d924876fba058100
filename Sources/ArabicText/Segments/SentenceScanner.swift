/// Finds sentences in Arabic news text.
///
/// A sentence ends after a full stop, an exclamation or question mark (and the quotation marks and
/// brackets that close after it) before white space, and at the end of its paragraph. Two or more
/// dots end none: news writes `..` for a comma or a dash. Nor does a dot in a number or after a lone
/// letter (`د. محمد`, `و.م.ع`), unless the letter is that of a year (`1435 هـ.`).
public enum SentenceScanner {
    /// The sentences of valid UTF-8, in order. Takes time linear in it.
    public static func sentences(in text: Span<UInt8>) -> [TextSegment] {
        var scanner = Scanner()
        var byte = 0
        var scalar = 0
        while byte < text.count {
            let start = byte
            // Most of a text is Arabic letters, U+0620 to U+064A.
            while byte + 1 < text.count,
                Self.isLetter(text[unchecked: byte], text[unchecked: byte + 1])
            {
                byte += 2
            }
            if byte > start {
                scanner.addLetters(start..<byte, scalar, last: text[byte - 1], text[byte - 2])
                scalar += (byte - start) / 2
                continue
            }
            let next = text.scalar(at: byte)
            scanner.add(next, byte, scalar)
            byte += next.length
            scalar += 1
        }
        scanner.finish()
        return scanner.sentences
    }

    @inline(__always)
    private static func isLetter(_ first: UInt8, _ second: UInt8) -> Bool {
        first == 0xD8
            ? second >= 0xA0 && second < 0xC0
            : first == 0xD9 && second >= 0x80 && second < 0x8B && second != 0x80
    }

    /// The sentences of valid UTF-8, in order.
    public static func sentences(in text: [UInt8]) -> [TextSegment] { sentences(in: text.span) }
}

private struct Scanner {
    private(set) var sentences: [TextSegment] = []
    private var segment = SegmentBuilder()
    /// Terminators just read, and whether they end a sentence once white space follows.
    private var dots = 0
    private var isTerminated = false
    /// The word before the terminator.
    private var wordLetters = 0
    private var wordDigits = 0
    private var wasNumber = false
    private var isYearLetter = false

    mutating func add(_ scalar: DecodedScalar, _ byte: Int, _ index: Int) {
        let value = scalar.value
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: finish()
        case 0x2E:
            dots += 1
            isTerminated = dots == 1 && !isAbbreviation
        case 0x21, 0x3F, 0x61F, 0x6D4:  // ! ? ؟ ۔
            isTerminated = true
        case 0x2026: isTerminated = false
        case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D:  // Closers stay with their sentence.
            break
        case _ where SegmentBuilder.isSpace(value):
            if isTerminated { finish() }
            endWord()
        default: addOther(value)
        }
        segment.add(scalar, byte, index)
    }

    /// Takes a run of Arabic letters, of which the last has these bytes.
    mutating func addLetters(_ bytes: Range<Int>, _ scalar: Int, last second: UInt8, _ first: UInt8)
    {
        if dots > 0 {
            wordLetters = 0
            wordDigits = 0
        }
        dots = 0
        isTerminated = false
        let count = bytes.count / 2
        wordLetters += count
        isYearLetter = first == 0xD9 && (second == 0x87 || second == 0x85)  // ه م
        segment.addLetters(bytes, scalar..<scalar + count)
    }

    /// A lone letter before the dot, or a dot right after another abbreviation's letter.
    private var isAbbreviation: Bool {
        wordLetters == 1 && wordDigits == 0 && !(wasNumber && isYearLetter)
    }

    private mutating func addOther(_ value: UInt32) {
        let kind = ScalarKind.of(value)
        if dots > 0 || kind == .separator { wordLetters = 0 }
        if dots > 0 || kind == .separator { wordDigits = 0 }
        dots = 0
        isTerminated = false
        if kind == .letter {
            wordLetters += 1
            isYearLetter = value == FoldLetters.heh || value == 0x645  // ه م
        } else if kind == .number {
            wordDigits += 1
        }
    }

    private mutating func endWord() {
        wasNumber = wordDigits > 0 && wordLetters == 0
        wordLetters = 0
        wordDigits = 0
        dots = 0
        isTerminated = false
    }

    mutating func finish() {
        if let sentence = segment.finish() { sentences.append(sentence) }
        endWord()
    }
}
