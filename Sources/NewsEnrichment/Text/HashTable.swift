/// A table from hashes, which are never 0, to small numbers: open addressing, no removal.
struct HashTable: Sendable {
    private struct Slot {
        var key: UInt64 = 0
        var value: UInt32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 64)
    private var count = 0

    /// An empty table.
    init() {}

    /// The value of a hash.
    @inline(__always)
    subscript(hash: UInt64) -> UInt32? {
        get {
            let slot = slots[slot(of: hash)]
            return slot.key == hash ? slot.value : nil
        }
        set {
            if count * 2 >= slots.count { grow() }
            let slot = slot(of: hash)
            if slots[slot].key == 0 { count += 1 }
            slots[slot] = Slot(key: hash, value: newValue ?? 0)
        }
    }

    @inline(__always)
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
        while slots[slot].key != 0, slots[slot].key != hash {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for entry in old where entry.key != 0 { slots[slot(of: entry.key)] = entry }
    }
}
