/// The postings of one text's keys, and the documents they speak for.
struct FoundPostings {
    /// Documents of all keys that count, one key's after another's.
    var numbers: [UInt32] = []
    /// Keys that are too common, in the order they were met.
    private(set) var commonKeys: [UInt64] = []
    /// Where in ``numbers`` each key's documents stand.
    private var ranges: [Range<Int>] = []

    /// Postings that are counted for one text. A story in everyone's news has thousands; keys of the
    /// fewest documents, which say most, come first.
    private static let mostCounted = 1_024

    /// What one of so many postings says for its document: a rare key says more.
    static func weight(ofPostings count: Int) -> UInt32 {
        UInt32(clamping: 4_096 / max(1, count))
    }

    /// Keeps the postings appended from `start` on as those of one key.
    mutating func keep(from start: Int) {
        ranges.append(start..<numbers.count)
    }

    /// Drops the postings appended from `start` on, because their key is common.
    mutating func dropCommon(_ key: UInt64, from start: Int) {
        commonKeys.append(key)
        numbers.removeLast(numbers.count - start)
    }

    /// Each document with the keys it shares, in no order.
    func sharing() -> [SharingDocument] {
        guard !numbers.isEmpty else { return [] }
        var counted = ranges
        if numbers.count > Self.mostCounted {
            counted.sort { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }
        }
        // Twice as many places as postings can be counted, so the table never fills.
        var capacity = 64
        while capacity < 2 * min(numbers.count, 2 * Self.mostCounted) { capacity *= 2 }
        var places = [Int32](repeating: -1, count: capacity)
        var documents: [SharingDocument] = []
        var total = 0
        for range in counted {
            guard total == 0 || total + range.count <= Self.mostCounted else { break }
            total += range.count
            let weight = Self.weight(ofPostings: range.count)
            for index in range {
                let number = numbers[index]
                var place = Int(truncatingIfNeeded: (number &* 0x9E37_79B1) &>> 8) & (capacity - 1)
                while places[place] >= 0, documents[Int(places[place])].number != number {
                    place = (place + 1) & (capacity - 1)
                }
                if places[place] < 0 {
                    places[place] = Int32(truncatingIfNeeded: documents.count)
                    documents.append(SharingDocument(number: number, sharedKeys: 0, weight: 0))
                }
                documents[Int(places[place])].sharedKeys += 1
                documents[Int(places[place])].weight += weight
            }
        }
        return documents
    }
}

/// A document that shares keys with the text looked up.
struct SharingDocument {
    let number: UInt32
    var sharedKeys: Int
    /// The keys' rarity together.
    var weight: UInt32

    /// Inserts it among the best few: heavier ones first, of equals the older.
    func insert(into best: inout [SharingDocument], limit: Int) {
        guard limit > 0 else { return }
        if best.count == limit {
            guard isBefore(best[limit - 1]) else { return }
            best.removeLast()
        }
        var index = best.count
        while index > 0, isBefore(best[index - 1]) {
            index -= 1
        }
        best.insert(self, at: index)
    }

    private func isBefore(_ other: SharingDocument) -> Bool {
        weight != other.weight ? weight > other.weight : number < other.number
    }
}
