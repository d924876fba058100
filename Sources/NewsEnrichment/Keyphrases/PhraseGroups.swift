/// Puts the phrases of an article together that are forms of one.
struct PhraseGroups {
    /// The places of one phrase.
    struct Group {
        let key: UInt64
        /// The first and the last of its phrases.
        let first: Int
        fileprivate(set) var last: Int
        fileprivate(set) var count = 1
        /// The key that the first longer one has, and how many have it.
        fileprivate var longer: UInt64
        fileprivate var longerCount: Int

        /// Whether most places have the same word after it: «أجهزة الصرف» where the article is on
        /// «أجهزة الصرف الآلي».
        var isMostlyLonger: Bool {
            longerCount * 5 >= count * 3 && (longerCount > 1 || count == 1) && longer != 0
        }
    }

    private(set) var groups: [Group] = []
    /// The next phrase of the group that each is in; 0 after the last.
    private(set) var next: [Int]

    /// Groups of the phrases, in the order of their first ones.
    init(of phrases: [Phrase]) {
        next = [Int](repeating: 0, count: phrases.count)
        groups.reserveCapacity(phrases.count)
        var size = 64
        while size < phrases.count * 2 { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        for index in phrases.indices {
            let key = phrases[index].key
            var slot = Int(truncatingIfNeeded: key ^ key >> 29) & (size - 1)
            while slots[slot] >= 0, groups[Int(slots[slot])].key != key {
                slot = (slot + 1) & (size - 1)
            }
            let longer = phrases[index].longer
            guard slots[slot] >= 0 else {
                slots[slot] = Int32(groups.count)
                groups.append(
                    Group(
                        key: key, first: index, last: index, longer: longer,
                        longerCount: longer == 0 ? 0 : 1))
                continue
            }
            let group = Int(slots[slot])
            next[groups[group].last] = index
            groups[group].last = index
            groups[group].count += 1
            if groups[group].longer == 0 { groups[group].longer = longer }
            if longer != 0, groups[group].longer == longer { groups[group].longerCount += 1 }
        }
    }
}
