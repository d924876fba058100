/// How rare words are in Arabic news: what makes a shared word evidence.
///
/// 17,000 words in key form, each with the class of its document frequency. A word that is not among
/// them is rarer than all of them, or a name. A form with a proclitic is a word of its own here: ask for
/// each reading and take the smallest answer.
struct WordFrequencies: Sendable {
    /// The frequencies of news, read once.
    static let shared = WordFrequencies(reading: data)

    /// Half bits given to a word that is not listed.
    private static let unknown = 25

    // 17,000 words in 32,768 slots: half full, 128 KB. A slot is the upper 27 bits of a word's hash over
    // five bits of class, 0 for none: a strange word passes for a listed one once in 50 million.
    private static let slotBits = 15
    private let slots: [UInt32]

    /// The bits of surprise in a word: log2 of how many articles there are to one that has it. Between 0
    /// (every article) and 12.5 (not listed). About 5 ns.
    ///
    /// - Parameter hash: Of the word's key form.
    @inline(__always)
    func idf(of hash: UInt64) -> Float {
        Float(halfBits(of: hash)) / 2
    }

    /// Whether the word is one of the list.
    @inline(__always)
    func isListed(_ hash: UInt64) -> Bool { halfBits(of: hash) != Self.unknown }

    /// Twice ``idf(of:)``, whole.
    @inline(__always)
    func halfBits(of hash: UInt64) -> Int {
        let tag = UInt32(truncatingIfNeeded: hash >> 37)
        var slot = Int(truncatingIfNeeded: hash) & (1 << Self.slotBits - 1)
        while true {
            let entry = slots[slot]
            if entry == 0 { return Self.unknown }
            if entry >> 5 == tag { return Int(entry & 31) - 1 }
            slot = (slot + 1) & (1 << Self.slotBits - 1)
        }
    }

    private init(reading data: StaticString) {
        var slots = [UInt32](repeating: 0, count: 1 << Self.slotBits)
        data.withUTF8Buffer { bytes in
            var frequency: UInt32 = 0
            for entry in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
                if let first = entry.first, first < 0x3A {
                    frequency = entry.reduce(0) { $0 * 10 + UInt32($1 - 0x30) }
                    continue
                }
                let hash = KeyHash.of(entry)
                var slot = Int(truncatingIfNeeded: hash) & (1 << Self.slotBits - 1)
                while slots[slot] != 0 { slot = (slot + 1) & (1 << Self.slotBits - 1) }
                slots[slot] = UInt32(truncatingIfNeeded: hash >> 37) << 5 | (frequency + 1)
            }
        }
        self.slots = slots
    }
}

/// The hash of a word's key form.
enum KeyHash {
    /// The hash of a word that is in key form already.
    static func of(_ key: some Sequence<UInt8>) -> UInt64 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for byte in key {
            state = ((state << 5 | state >> 59) ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
        }
        var hash = state ^ state >> 32
        hash = hash &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ hash >> 29
    }
}
