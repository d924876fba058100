/// The latest insertions, with what the index was before each.
struct RollbackJournal {
    /// One insertion.
    struct Entry {
        let number: UInt32
        let fingerprint: Fingerprint
        /// The state before it.
        let before: IndexClock
        /// Postings that older documents lost to it, by key: only stop keys have them.
        var losers: [UInt64: UInt32] = [:]
    }

    private var entries: [Entry] = []
    /// The oldest entry, once the ring is full.
    private var head = 0
    private let depth: Int

    init(depth: Int) {
        precondition(depth > 0, "a journal without entries")
        self.depth = depth
    }

    /// The oldest insertion that can be taken back.
    var oldest: Entry? {
        entries.isEmpty ? nil : entries[head]
    }

    mutating func append(_ entry: Entry) {
        if entries.count < depth {
            entries.append(entry)
        } else {
            entries[head] = entry
            head = (head + 1) % depth
        }
    }

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        head = 0
    }

    /// Removes and gives the latest insertion if its number is above `number`.
    mutating func popLast(above number: UInt32) -> Entry? {
        guard !entries.isEmpty else { return nil }
        if head != 0 {
            // Straighten the ring: rolling back is rare, and the ring then grows from its end again.
            entries = Array(entries[head...] + entries[..<head])
            head = 0
        }
        guard let last = entries.last, last.number > number else { return nil }
        return entries.removeLast()
    }
}

/// What an insertion changes besides postings and documents.
struct IndexClock: Hashable {
    /// The latest document, 0 before the first.
    var last: UInt32
    /// The oldest live document; above `last` when there is none.
    var oldest: UInt32
    /// Live documents.
    var liveCount: Int
    /// The latest time seen by an insertion. A clock that steps back does not make times fall.
    var milliseconds: Int64
}
