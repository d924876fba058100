/// A few words by their hashes: what a rule asks of single words. A probe or two.
struct WordSet: Sendable {
    /// Open addressing; 0 is a free slot.
    private let slots: [UInt64]

    /// The words of a list, white space between them.
    ///
    /// - Parameter withArticle: Whether each is meant with ال, too.
    init(_ words: String, withArticle: Bool = false) {
        var hashes: Set<UInt64> = []
        for word in words.split(whereSeparator: \.isWhitespace) {
            hashes.insert(WordHash.of(String(word)))
            if withArticle { hashes.insert(WordHash.of("ال" + word)) }
        }
        var size = 4
        while size < hashes.count * 2 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for hash in hashes {
            var slot = Int(truncatingIfNeeded: hash >> 1) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = hash
        }
        self.slots = slots
    }

    /// The words' hashes, in no order.
    var hashes: [UInt64] { slots.filter { $0 != 0 } }

    /// Whether the word with this hash is one of them.
    @inline(__always)
    func contains(_ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash >> 1) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }
}

/// What is known of some words, by their hashes.
struct WordTable<Value: Sendable>: Sendable {
    private var numbers = HashTable()
    private let values: [Value]

    /// A table of these words.
    init(_ known: [UInt64: Value]) {
        values = Array(known.values)
        for (number, hash) in known.keys.enumerated() { numbers[hash] = UInt32(number) }
    }

    /// What is known of a word; `nil` if nothing is.
    @inline(__always)
    subscript(hash: UInt64) -> Value? { numbers[hash].map { values[Int($0)] } }
}
