import NearDuplicates

/// A small tokenizer for Arabic test texts: folds alef and yeh, drops marks, equates the November
/// names, keeps numbers, and counts offsets in scalars.
enum SampleText {
    static func tokenized(_ text: String) -> TokenizedText {
        var words = WordCollector()
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            words.take(scalar, at: UInt32(offset))
        }
        return words.finished()
    }

    /// A text of words, each one token, its paragraphs separated by a line feed.
    static func tokenized(paragraphs: [[String]]) -> TokenizedText {
        tokenized(paragraphs.map { $0.joined(separator: " ") }.joined(separator: "\n\n"))
    }
}

private struct WordCollector {
    private var tokens: [Token] = []
    private var paragraphStarts = [0]
    private var word: [UInt32] = []
    private var start: UInt32 = 0
    private var end: UInt32 = 0

    mutating func take(_ scalar: Unicode.Scalar, at offset: UInt32) {
        switch scalar.value {
        case 0x064B...0x065F, 0x0670, 0x0640:
            end = word.isEmpty ? end : offset + 1
        case 0x0030...0x0039, 0x0041...0x005A, 0x0061...0x007A, 0x0621...0x064A, 0x0660...0x0669,
            0x066E...0x06D3:
            if word.isEmpty { start = offset }
            word.append(Self.folded(scalar.value))
            end = offset + 1
        default:
            finishWord()
            if scalar == "\n" { paragraphStarts.append(tokens.count) }
        }
    }

    consuming func finished() -> TokenizedText {
        finishWord()
        return TokenizedText(tokens: tokens, paragraphStarts: paragraphStarts)
    }

    private static func folded(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x0622, 0x0623, 0x0625: 0x0627  // alef with madda, hamza above, hamza below
        case 0x0649: 0x064A  // alef maksura
        case 0x0660...0x0669: value - 0x0660 + 0x0030
        default: value
        }
    }

    private static let november = Array("نوفمبر".unicodeScalars.map(\.value))
    private static let moroccanNovember = Array("نونبر".unicodeScalars.map(\.value))

    private mutating func finishWord() {
        guard !word.isEmpty else { return }
        if word == Self.moroccanNovember { word = Self.november }
        var digits = word[...]
        if digits.first == 0x0648, digits.count > 1 { digits.removeFirst() }  // the conjunction waw
        let isNumber = digits.allSatisfy { (0x30...0x39).contains($0) }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for value in isNumber ? digits : word[...] {
            hash = (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3
            hash ^= hash &>> 29
        }
        tokens.append(Token(hash: hash, start: start, end: end, isNumber: isNumber))
        word.removeAll(keepingCapacity: true)
    }
}
