/// Which stories have a word: the newest only, so that a common word costs no more than a rare one.
struct StoryPostings: Sendable {
    /// A story that has the word, and how much it says there.
    struct Entry: Sendable {
        let slot: Int32
        let weight: Float
    }

    fileprivate struct List: Sendable {
        var entries: [Entry] = []
        /// How many members of live stories have the word, those beyond reach counted.
        var count: Int32 = 0
    }

    /// So many are looked at. Settled on four days of 14 outlets: 250 find nothing more.
    private static let reach = 64
    /// So many are kept, so that undoing brings back what was in reach.
    fileprivate static let most = 4 * reach

    private var lists: [UInt32: List] = [:]
    /// How many members there are in all.
    private(set) var members = 0

    /// The bits of surprise that the live members leave in a word: none if all have it.
    @inline(__always)
    func bits(of stem: UInt32) -> Float {
        // Few members say nothing of how common a word is.
        Self.log2(Float(max(members, 2000)) / Float(1 + (lists[stem]?.count ?? 0)))
    }

    /// Hands over the newest stories with a word.
    @inline(__always)
    func forEach(_ stem: UInt32, _ body: (Entry) -> Void) {
        guard let list = lists[stem] else { return }
        for entry in list.entries.suffix(Self.reach) { body(entry) }
    }

    /// Takes a member's words in.
    mutating func add(_ vector: StoryVector, slot: Int32) {
        members += 1
        for word in vector.heaviest {
            lists[word.stem, default: List()].add(Entry(slot: slot, weight: word.weight))
        }
    }

    /// Takes out one member's words.
    mutating func remove(_ vector: StoryVector, slot: Int32) {
        members -= 1
        for word in vector.heaviest {
            guard lists[word.stem]?.remove(slot) == true else { continue }
            lists[word.stem] = nil
        }
    }

    private static func log2(_ value: Float) -> Float {
        Float(value.exponent) + (value.significand - 1)
    }
}

extension StoryPostings.List {
    fileprivate mutating func add(_ entry: StoryPostings.Entry) {
        count += 1
        if entries.count == StoryPostings.most { entries.removeFirst(StoryPostings.most / 2) }
        entries.append(entry)
    }

    /// Takes one entry of a story out, the newest. `true` if nothing is left.
    fileprivate mutating func remove(_ slot: Int32) -> Bool {
        count -= 1
        if let place = entries.lastIndex(where: { $0.slot == slot }) { entries.remove(at: place) }
        return count == 0
    }
}
