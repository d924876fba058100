/// Puts the phrases of an article together that are forms of one.
struct PhraseGroups {
    /// The places of one phrase.
    struct Group {
        let key: UInt64
        /// The first and the last of its phrases.
        let first: Int32
        fileprivate(set) var last: Int32
        fileprivate(set) var count: Int32 = 1
        fileprivate var longerCount: Int32
        /// Whether the title has the phrase.
        fileprivate(set) var isInTitle = false
        /// The key that the first longer one has; ``longerCount`` have it.
        fileprivate var longer: UInt64

        /// Whether most places have the same word after it: «أجهزة الصرف» where the article is on
        /// «أجهزة الصرف الآلي».
        var isMostlyLonger: Bool {
            longerCount * 5 >= count * 3 && (longerCount > 1 || count == 1) && longer != 0
        }
    }

    private(set) var groups: [Group] = []
    /// The next phrase of the group that each is in; 0 after the last.
    private(set) var next: [Int32]
    /// The number of each key's group, or -1: open addressing.
    private var slots: [Int32]

    /// Groups of the phrases, in the order of their first ones.
    ///
    /// - Parameters:
    ///   - phrases: Those that begin with the same word one after the other, rising.
    ///   - title: The phrases of the title.
    init(of phrases: [Phrase], title: [Phrase]) {
        next = [Int32](repeating: 0, count: phrases.count)
        var size = 64
        while size < phrases.count * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        groups.reserveCapacity(phrases.count)
        for index in phrases.indices {
            let goesOn =
                index + 1 < phrases.count && phrases[index + 1].first == phrases[index].first
            add(
                phrases[index].key, longer: goesOn ? phrases[index + 1].key : 0,
                at: Int32(truncatingIfNeeded: index))
        }
        for phrase in title {
            let number = Int(slots[slot(of: phrase.key)])
            if number >= 0 { groups[number].isInTitle = true }
        }
    }

    @inline(__always)
    private mutating func add(_ key: UInt64, longer: UInt64, at place: Int32) {
        let slot = slot(of: key)
        let number = Int(slots[slot])
        guard number >= 0 else {
            slots[slot] = Int32(truncatingIfNeeded: groups.count)
            groups.append(
                Group(
                    key: key, first: place, last: place, longerCount: longer == 0 ? 0 : 1,
                    longer: longer))
            return
        }
        next[Int(groups[number].last)] = place
        groups[number].last = place
        groups[number].count += 1
        if groups[number].longer == 0 { groups[number].longer = longer }
        if longer != 0, groups[number].longer == longer { groups[number].longerCount += 1 }
    }

    /// The slot of a key, or a free one.
    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key ^ key >> 29) & mask
        while slots[slot] >= 0, groups[Int(slots[slot])].key != key { slot = (slot + 1) & mask }
        return slot
    }
}
