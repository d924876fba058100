/// One part of the inverted index: open addressing over slots of 8 bytes, a 32-bit tag of the key and
/// the 32-bit number of a document.
///
/// Slots stand in the order of their tags, each at the place its tag calls home or after it, with no
/// empty slot between. Places rise with tags, so a search ends at the first greater tag, and laying
/// all out again is one walk. A slot whose document is older than the floor is free to be written
/// over, so nothing is ever swept: when the part fills up it is laid out again without them.
struct PostingTable {
    private var slots: [UInt64]
    /// Places that are home to a tag. A few more slots follow, for what is pushed beyond the last; the
    /// very last is always empty, so no search needs to look for the end.
    private var capacity: Int
    /// Slots that are not empty.
    private var used = 0

    private static let empty: UInt64 = 0
    private static let smallestCapacity = 8
    private static let tail = 8

    init() {
        capacity = Self.smallestCapacity
        slots = [UInt64](repeating: Self.empty, count: Self.smallestCapacity + Self.tail)
    }

    /// Bytes of the slots.
    var byteCount: Int { slots.capacity * 8 }

    /// Never 0, so that no slot looks empty whatever its document.
    @inline(__always)
    private static func tag(of key: UInt64) -> UInt64 {
        max(1, (key &>> 16) & 0xFFFF_FFFF)
    }

    /// Where a tag's slots begin: a product's upper half, so any capacity will do.
    @inline(__always)
    private static func home(of tag: UInt64, capacity: Int) -> Int {
        Int(truncatingIfNeeded: (tag &* UInt64(truncatingIfNeeded: capacity)) &>> 32)
    }

    @inline(__always)
    private static func document(of slot: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: slot)
    }

    /// What stands at home for a key.
    @inline(__always)
    func firstSlot(of key: UInt64) -> UInt64 {
        slots[Self.home(of: Self.tag(of: key), capacity: capacity)]
    }

    /// Whether nothing stands at home for a key, and it so has no postings.
    @inline(__always)
    func isHomeEmpty(of key: UInt64) -> Bool {
        firstSlot(of: key) == Self.empty
    }

    /// The first slot that is empty or has the key's tag or a greater one.
    @inline(__always)
    private func start(of tag: UInt64) -> Int {
        var index = Self.home(of: tag, capacity: capacity)
        while slots[index] != Self.empty, slots[index] &>> 32 < tag { index += 1 }
        return index
    }

    /// Appends the documents of `key` from `floor` on.
    @inline(__always)
    func appendPostings(of key: UInt64, from floor: UInt32, to result: inout [UInt32]) {
        let tag = Self.tag(of: key)
        var index = start(of: tag)
        while slots[index] &>> 32 == tag {
            let number = Self.document(of: slots[index])
            if number >= floor { result.append(number) }
            index += 1
        }
    }

    /// Adds a posting. A key that has `limit` live ones already loses the oldest for it, so that the
    /// postings of a key are always those of its latest documents, whatever came before.
    ///
    /// - Parameters:
    ///   - floor: The oldest live document.
    ///   - freeFloor: Slots of documents below this may be written over; not above `floor`, not 0.
    /// - Returns: The document that lost its posting, or 0.
    mutating func insert(
        _ key: UInt64, document: UInt32, limit: Int, floor: UInt32, freeFloor: UInt32
    ) -> UInt32 {
        let tag = Self.tag(of: key)
        let slot = tag &<< 32 | UInt64(document)
        var live = 0
        var free = -1
        var oldest = -1
        var oldestNumber = UInt32.max
        var index = start(of: tag)
        while slots[index] &>> 32 == tag {
            let number = Self.document(of: slots[index])
            if number < freeFloor {
                free = index
            } else if number >= floor {
                live += 1
                if number < oldestNumber {
                    oldestNumber = number
                    oldest = index
                }
            }
            index += 1
        }
        if live >= limit {
            slots[oldest] = slot
            return oldestNumber
        }
        if free >= 0 {
            slots[free] = slot
        } else {
            push(slot, to: index, freeFloor: freeFloor)
        }
        return 0
    }

    /// Puts a slot where it belongs and moves those behind it on, up to the first that is empty or
    /// free.
    private mutating func push(_ slot: UInt64, to start: Int, freeFloor: UInt32) {
        var carried = slot
        var index = start
        while true {
            let current = slots[index]
            slots[index] = carried
            if current == Self.empty { break }
            if Self.document(of: current) < freeFloor { return }
            carried = current
            index += 1
        }
        used += 1
        // Denser, the slots moved by an insertion grow faster than the memory saved is worth.
        if used * 4 > capacity * 3 || index == slots.count - 1 {
            layOutAgain(freeFloor: freeFloor)
        }
    }

    /// Takes back the posting of `key` for `document`.
    ///
    /// - Parameter loser: The document whose posting it took, or 0. The slot of document 0 is free.
    mutating func remove(_ key: UInt64, document: UInt32, givingBackTo loser: UInt32) {
        let tag = Self.tag(of: key)
        var index = start(of: tag)
        while slots[index] &>> 32 == tag {
            if Self.document(of: slots[index]) == document {
                slots[index] = tag &<< 32 | UInt64(loser)
                return
            }
            index += 1
        }
    }

    /// Copies the slots that are not free into an array of the right size for them.
    private mutating func layOutAgain(freeFloor: UInt32) {
        var kept = 0
        for slot in slots where Self.document(of: slot) >= freeFloor {
            kept += 1
        }
        // Between 1/3 and 2/3 full the size stays; otherwise it becomes 3/5 full.
        if kept * 3 > capacity * 2 || kept * 3 < capacity {
            capacity = max(Self.smallestCapacity, kept * 5 / 3 + 1)
        }
        // The array is made of the right size at once: one that grows takes twice its size.
        var end = 0
        for slot in slots where Self.document(of: slot) >= freeFloor {
            end = max(end, Self.home(of: slot &>> 32, capacity: capacity)) + 1
        }
        var fresh = [UInt64](repeating: Self.empty, count: max(capacity, end) + Self.tail)
        var next = 0
        for slot in slots where Self.document(of: slot) >= freeFloor {
            let place = max(next, Self.home(of: slot &>> 32, capacity: capacity))
            fresh[place] = slot
            next = place + 1
        }
        slots = fresh
        used = kept
    }
}
