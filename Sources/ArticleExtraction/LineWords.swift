/// The words of one line, folded so that spellings of the same word are equal.
///
/// For recognising set phrases in short lines. Words are runs of letters, marks and digits;
/// within them marks and tatweel fall, alefs and final yehs fold, digits become ASCII, Latin
/// becomes lower case.
struct LineWords {
    /// One word.
    struct Word {
        /// In ``LineWords/key``.
        let key: Range<Int>
        /// In the text the line is from.
        let bytes: Range<Int>
    }

    /// The folded words, each followed by one space.
    private(set) var key: [UInt8] = []
    /// The words in order.
    private(set) var words: [Word] = []

    /// Reads the words of `range` in place of those before; keeps its memory.
    ///
    /// - Parameters:
    ///   - text: Valid UTF-8.
    ///   - range: Bytes of it, on scalar boundaries.
    ///   - limit: Words after which reading stops.
    mutating func read(_ text: Span<UInt8>, _ range: Range<Int>, limit: Int = .max) {
        key.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        var scan = ScalarScan(byte: range.lowerBound)
        var keyStart = 0
        var start = range.lowerBound
        var end = start
        while scan.byte < range.upperBound, words.count < limit {
            let before = scan.byte
            let scalar = scan.next(in: text)
            switch ScalarKind(scalar) {
            case .word:
                if key.count == keyStart { start = before }
                appendFolded(scalar, text, before..<scan.byte)
                end = scan.byte
            case .invisible:
                break
            case .white, .lineBreak, .other:
                close(&keyStart, start..<end)
            }
        }
        close(&keyStart, start..<end)
    }

    /// The folded word at `index`.
    func word(_ index: Int) -> ArraySlice<UInt8> { key[words[index].key] }

    /// A hash of the word at `index`.
    func hash(_ index: Int) -> UInt64 { Self.hash(key, words[index].key) }

    /// FNV-1a of `range` of `key`.
    static func hash(_ key: [UInt8], _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(key[index])) &* 0x100_0000_01B3 }
        return hash
    }

    /// Whether the word at `index` is a number.
    func isNumber(_ index: Int) -> Bool { word(index).allSatisfy { (0x30...0x39).contains($0) } }

    /// Whether `phrase`, made by ``key(of:)``, stands at word `index`.
    func has(_ phrase: [UInt8], at index: Int) -> Bool {
        guard index < words.count else { return false }
        let start = words[index].key.lowerBound
        guard start + phrase.count <= key.count else { return false }
        for offset in phrase.indices where key[start + offset] != phrase[offset] { return false }
        return true
    }

    /// `phrase` as words in key form, each followed by one space.
    static func key(of phrase: String) -> [UInt8] {
        let bytes = Array(phrase.utf8)
        var words = LineWords()
        words.read(bytes.span, 0..<bytes.count)
        return words.key
    }

    private mutating func close(_ keyStart: inout Int, _ bytes: Range<Int>) {
        guard key.count > keyStart else { return }
        if key.count - keyStart >= 2, key[key.count - 2] == 0xD9, key[key.count - 1] == 0x89 {
            key[key.count - 1] = 0x8A  // final ARABIC LETTER ALEF MAKSURA reads as YEH
        }
        words.append(Word(key: keyStart..<key.count, bytes: bytes))
        key.append(UInt8(ascii: " "))
        keyStart = key.count
    }

    private mutating func appendFolded(
        _ scalar: UInt32, _ text: Span<UInt8>, _ bytes: Range<Int>
    ) {
        switch scalar {
        case 0x41...0x5A: key.append(UInt8(scalar) + 0x20)
        case 0...0x7F: key.append(UInt8(scalar))
        case 0x0622, 0x0623, 0x0625, 0x0671:
            key.append(0xD8)
            key.append(0xA7)  // ARABIC LETTER ALEF
        case 0x06CC:
            key.append(0xD9)
            key.append(0x8A)  // ARABIC LETTER YEH
        case 0x06A9:
            key.append(0xD9)
            key.append(0x83)  // ARABIC LETTER KAF
        case 0x0660...0x0669: key.append(UInt8(scalar - 0x0660) + 0x30)
        case 0x06F0...0x06F9: key.append(UInt8(scalar - 0x06F0) + 0x30)
        case 0x0640, 0x064B...0x065F, 0x0670, 0x0610...0x061A, 0x06D6...0x06DC, 0x06DF...0x06E8:
            break  // tatweel and marks
        default: for index in bytes { key.append(text[index]) }
        }
    }
}
