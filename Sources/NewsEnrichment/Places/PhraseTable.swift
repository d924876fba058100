/// The hash of a phrase so far: what ``WordHash/join(_:)`` gives for its words.
struct PhraseHash: Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes the next word.
    @inline(__always)
    mutating func append(_ word: UInt64) {
        value = (value ^ word) &* 0x9FB2_1C65_1E98_DF25 ^ word >> 31
    }
}

/// Phrases by the hash of their words, and whether longer ones begin with them: an open table.
struct PhraseTable: Sendable {
    /// One phrase, or the beginning of longer ones.
    struct Node: Sendable {
        /// 0 for a free slot.
        var hash: UInt64
        /// The first of the names it spells; -1 if it spells none.
        var head: Int32
        /// Whether a longer phrase begins with it.
        var continues: Bool
    }

    var nodes: [Node]
    private let mask: Int

    /// A table with room for half of `capacity`, a power of two.
    init(capacity: Int) {
        nodes = Array(
            repeating: Node(hash: 0, head: -1, continues: false), count: capacity)
        mask = capacity - 1
    }

    /// A table with room for all phrases of so many words.
    init(words: Int) {
        var capacity = 4
        while capacity < words * 2 { capacity *= 2 }
        self.init(capacity: capacity)
    }

    /// Adds the words with these hashes and all their beginnings; returns the slot of the whole.
    mutating func add(_ words: some Collection<UInt64>) -> Int {
        var phrase = PhraseHash()
        var slot = 0
        var left = words.count
        for word in words {
            phrase.append(word)
            slot = self.slot(of: phrase.value)
            left -= 1
            if left > 0 { nodes[slot].continues = true }
        }
        return slot
    }

    /// The slot of a phrase, taken for it if it was not there.
    private mutating func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash >> 7) & mask
        while nodes[slot].hash != hash {
            if nodes[slot].hash == 0 {
                nodes[slot].hash = hash
                return slot
            }
            slot = (slot + 1) & mask
        }
        return slot
    }

    /// What is known of a phrase; `nil` for nothing.
    @inline(__always)
    func node(of hash: UInt64) -> Node? {
        var slot = Int(truncatingIfNeeded: hash >> 7) & mask
        while nodes[slot].hash != 0 {
            if nodes[slot].hash == hash { return nodes[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
