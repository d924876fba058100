/// The words of time, by their packed folded letters.
///
/// Built once; a look-up is a multiplication and, nearly always, one comparison.
struct Lexicon: Sendable {
    /// What a word means.
    struct Entry: Sendable {
        let kind: TokenKind
        let value: Int16
        let size: UInt8
    }

    private let keys: [UInt64]
    private let entries: [Entry]
    private static let bits: UInt64 = 12

    /// The one lexicon.
    static let shared = Lexicon(LexiconWords.all)

    init(_ groups: [LexiconWords.Group]) {
        let capacity = 1 << Int(Lexicon.bits)
        var keys = [UInt64](repeating: 0, count: capacity)
        var entries = [Entry](
            repeating: Entry(kind: .other, value: 0, size: 0), count: capacity)
        for group in groups {
            for word in group.words.split(separator: " ") {
                let key = Lexicon.key(of: Array(word.utf8))
                var slot = Lexicon.slot(of: key)
                while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (capacity - 1) }
                // The first meaning given to a spelling stands.
                guard keys[slot] == 0 else { continue }
                keys[slot] = key
                entries[slot] = Entry(kind: group.kind, value: group.value, size: group.size)
            }
        }
        self.keys = keys
        self.entries = entries
    }

    @inline(__always)
    func entry(for key: UInt64) -> Entry? {
        let keys = keys.span
        var slot = Lexicon.slot(of: key)
        while keys[unchecked: slot] != key {
            if keys[unchecked: slot] == 0 { return nil }
            slot = (slot &+ 1) & (keys.count &- 1)
        }
        return entries.span[unchecked: slot]
    }

    @inline(__always)
    private static func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
    }

    /// Packs one word of the vocabulary.
    static func key(of word: [UInt8]) -> UInt64 {
        var key: UInt64 = 0
        var shift: UInt64 = 0
        var index = 0
        while index < word.count {
            let byte = word[index]
            var code = LetterCode.foreign
            if byte < 0x80 {
                code = LetterCode.ascii[Int(byte)]
                key |= LetterCode.latin
                index += 1
            } else {
                let scalar = Int(byte & 0x1F) << 6 | Int(word[index + 1] & 0x3F)
                code = LetterCode.arabic[scalar - 0x600]
                index += 2
            }
            precondition(code < 32 && shift < 60, "not a word of up to twelve letters")
            key |= UInt64(code) << shift
            shift += 5
        }
        return key
    }
}
