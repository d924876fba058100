/// One part of the inverted index: open addressing over slots of 8 bytes, a 32-bit tag of the key and
/// the 32-bit number of a document.
///
/// The postings of a key stand in its probe sequence, up to the first empty slot. A slot whose
/// document is older than the floor is free to be written over, so nothing is ever swept: when the
/// part fills up it is laid out again without them.
struct PostingTable {
    private var slots: [UInt64]
    /// Slots that are not empty; the others end probe sequences.
    private var used = 0

    private static let empty: UInt64 = 0
    /// Not empty, and of document 0, which is below every floor.
    private static let removed: UInt64 = 1 &<< 32
    private static let smallestCapacity = 8

    init() {
        slots = [UInt64](repeating: Self.empty, count: Self.smallestCapacity)
    }

    /// Bytes of the slots.
    var byteCount: Int { slots.capacity * 8 }

    @inline(__always)
    private static func tag(of key: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: key &>> 16)
    }

    /// Where the probe sequence of a tag begins: a product's upper half, so any capacity will do, and
    /// the tag alone is enough to lay the slots out again.
    @inline(__always)
    private static func home(of tag: UInt32, capacity: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(tag) &* UInt64(capacity)) &>> 32)
    }

    /// What stands in the first slot of a key's probe sequence.
    @inline(__always)
    func firstSlot(of key: UInt64) -> UInt64 {
        slots[Self.home(of: Self.tag(of: key), capacity: slots.count)]
    }

    /// Whether the first slot of a key's probe sequence is empty, and the key so has no postings.
    @inline(__always)
    func isHomeEmpty(of key: UInt64) -> Bool {
        firstSlot(of: key) == Self.empty
    }

    /// Appends the documents of `key` from `floor` on, and says how many there are.
    @inline(__always)
    func appendPostings(of key: UInt64, from floor: UInt32, to result: inout [UInt32]) {
        let tag = Self.tag(of: key)
        slots.withUnsafeBufferPointer { slots in
            var index = Self.home(of: tag, capacity: slots.count)
            while slots[index] != Self.empty {
                let slot = slots[index]
                let number = UInt32(truncatingIfNeeded: slot)
                if UInt32(truncatingIfNeeded: slot &>> 32) == tag, number >= floor {
                    result.append(number)
                }
                index += 1
                if index == slots.count { index = 0 }
            }
        }
    }

    /// Adds a posting. A key that has `limit` live ones already loses the oldest for it, so that the
    /// postings of a key are always those of its latest documents, whatever came before.
    ///
    /// - Parameters:
    ///   - floor: The oldest live document.
    ///   - freeFloor: Slots of documents below this may be written over; not above `floor`.
    /// - Returns: The document that lost its posting, or 0.
    mutating func insert(
        _ key: UInt64, document: UInt32, limit: Int, floor: UInt32, freeFloor: UInt32
    ) -> UInt32 {
        let tag = Self.tag(of: key)
        var live = 0
        var free = -1
        var oldest = -1
        var oldestNumber = UInt32.max
        var index = Self.home(of: tag, capacity: slots.count)
        while slots[index] != Self.empty {
            let slot = slots[index]
            let number = UInt32(truncatingIfNeeded: slot)
            if number < freeFloor {
                if free < 0 { free = index }
            } else if UInt32(truncatingIfNeeded: slot &>> 32) == tag, number >= floor {
                live += 1
                if number < oldestNumber {
                    oldestNumber = number
                    oldest = index
                }
            }
            index += 1
            if index == slots.count { index = 0 }
        }
        let slot = UInt64(tag) &<< 32 | UInt64(document)
        if live >= limit {
            slots[oldest] = slot
            return oldestNumber
        }
        if free >= 0 {
            slots[free] = slot
            return 0
        }
        slots[index] = slot
        used += 1
        // 3/4 full: an unsuccessful search of linear probing reads 8.5 slots there, one cache line.
        if used * 4 > slots.count * 3 {
            layOutAgain(freeFloor: freeFloor)
        }
        return 0
    }

    /// Takes back the posting of `key` for `document`.
    ///
    /// - Parameter loser: The document whose posting it took, or 0.
    mutating func remove(_ key: UInt64, document: UInt32, givingBackTo loser: UInt32) {
        let tag = Self.tag(of: key)
        let wanted = UInt64(tag) &<< 32 | UInt64(document)
        var index = Self.home(of: tag, capacity: slots.count)
        while slots[index] != Self.empty {
            if slots[index] == wanted {
                slots[index] = loser == 0 ? Self.removed : UInt64(tag) &<< 32 | UInt64(loser)
                return
            }
            index += 1
            if index == slots.count { index = 0 }
        }
    }

    /// Copies the slots that are not free into an array of the right size for them.
    private mutating func layOutAgain(freeFloor: UInt32) {
        var kept = 0
        for slot in slots where UInt32(truncatingIfNeeded: slot) >= freeFloor {
            kept += 1
        }
        // Between 1/3 and 2/3 full the size stays; otherwise it becomes 3/5 full.
        var capacity = slots.count
        if kept * 3 > capacity * 2 || kept * 3 < capacity {
            capacity = max(Self.smallestCapacity, kept * 5 / 3 + 1)
        }
        var fresh = [UInt64](repeating: Self.empty, count: capacity)
        for slot in slots where UInt32(truncatingIfNeeded: slot) >= freeFloor {
            var index = Self.home(of: UInt32(truncatingIfNeeded: slot &>> 32), capacity: capacity)
            while fresh[index] != Self.empty {
                index += 1
                if index == capacity { index = 0 }
            }
            fresh[index] = slot
        }
        slots = fresh
        used = kept
    }
}
