internal import ArabicText
internal import Glibc

/// How rare words are in Arabic news: what makes a shared word evidence.
///
/// 17,000 words in key form, each with the class of its document frequency. A word that is not among
/// them is rarer than all of them, or a name. A form with a proclitic is a word of its own here: ask for
/// each reading and take the smallest answer.
struct WordFrequencies: Sendable {
    /// The frequencies of news, read once: some milliseconds.
    static let shared = WordFrequencies(reading: data)

    /// Half bits given to a word that is not listed.
    static let unknown = 25

    // 17,000 words in 32,768 slots: half full, 128 KB.
    private var words = FrequencyTable(slotBits: 15)
    // 8,000 stems.
    private var stems = FrequencyTable(slotBits: 14)

    /// The bits of surprise in a word: log2 of how many articles there are to one that has it. Between 0
    /// (every article) and 12.5 (not listed). About 5 ns.
    ///
    /// - Parameter hash: Of the word's key form.
    @inline(__always)
    func idf(of hash: UInt64) -> Float { Float(halfBits(of: hash)) / 2 }

    /// Whether the word is one of the list.
    @inline(__always)
    func isListed(_ hash: UInt64) -> Bool { words[hash] != nil }

    /// Twice ``idf(of:)``, whole.
    @inline(__always)
    func halfBits(of hash: UInt64) -> Int { words[hash] ?? Self.unknown }

    /// The half bits of a stem, from those of all words that have it.
    ///
    /// - Parameter hash: Of the letters that ``WordStem`` leaves.
    @inline(__always)
    func halfBits(ofStem hash: UInt64) -> Int { stems[hash] ?? Self.unknown }

    private init(reading data: StaticString) {
        let keys = KeyWords(of: data.withUTF8Buffer { String(decoding: $0, as: UTF8.self) })
        var frequency = 0
        for word in keys.words {
            let letters = Int(word.firstLetter)..<Int(word.endLetter)
            if word.hasDigit {
                frequency = keys.letters[letters].reduce(0) { $0 * 10 + Int($1 - 0x30) }
            } else {
                words[WordHash.of(keys.letters, letters)] = frequency
            }
        }
        addStems(of: keys)
    }

    /// An article with one of the words has the stem: their shares are added up, which is a little more
    /// than the share of those with any.
    private mutating func addStems(of keys: KeyWords) {
        var shares: [UInt64: Float] = [:]
        for word in keys.words where !word.hasDigit {
            let letters = Int(word.firstLetter)..<Int(word.endLetter)
            let stem = WordStem.of(keys.letters, letters) {
                words[WordHash.of(keys.letters, $0)] ?? Self.unknown
            }
            let share = exp2f(-idf(of: WordHash.of(keys.letters, letters)))
            shares[WordHash.of(keys.letters, stem), default: 0] += share
        }
        for (stem, share) in shares {
            stems[stem] = max(0, Int((-2 * log2f(min(1, share))).rounded()))
        }
    }
}

/// Small numbers by the hash of a word.
///
/// A slot is the upper 27 bits of the hash over five bits of the number and one more, 0 for none: a
/// strange word passes for a listed one once in 50 million.
private struct FrequencyTable: Sendable {
    private var slots: [UInt32]
    private let mask: Int

    /// A table of 2 to the power of `slotBits` slots; half of them is a good filling.
    init(slotBits: Int) {
        slots = [UInt32](repeating: 0, count: 1 << slotBits)
        mask = 1 << slotBits - 1
    }

    /// The number of a word, 0 to 30.
    @inline(__always)
    subscript(hash: UInt64) -> Int? {
        get {
            var slot = Self.slot(hash) & mask
            while slots[slot] != 0 {
                if slots[slot] >> 5 == Self.tag(hash) { return Int(slots[slot] & 31) - 1 }
                slot = (slot + 1) & mask
            }
            return nil
        }
        set {
            var slot = Self.slot(hash) & mask
            while slots[slot] != 0, slots[slot] >> 5 != Self.tag(hash) { slot = (slot + 1) & mask }
            slots[slot] = newValue.map { Self.tag(hash) << 5 | UInt32($0 + 1) } ?? 0
        }
    }

    // The lowest bit of a hash is always set.
    @inline(__always)
    private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 1) }

    @inline(__always)
    private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 37) }
}
