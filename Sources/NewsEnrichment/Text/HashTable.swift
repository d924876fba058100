/// A table from hashes, which are never 0, to small numbers: open addressing, no removal.
struct HashTable: Sendable {
    private var keys: [UInt64]
    private var values: [UInt32]
    private var count = 0

    /// An empty table.
    init() {
        keys = [UInt64](repeating: 0, count: 64)
        values = [UInt32](repeating: 0, count: 64)
    }

    /// The value of a hash.
    @inline(__always)
    subscript(hash: UInt64) -> UInt32? {
        get {
            let slot = slot(of: hash)
            return keys[slot] == hash ? values[slot] : nil
        }
        set {
            if count * 2 >= keys.count { grow() }
            let slot = slot(of: hash)
            if keys[slot] == 0 {
                keys[slot] = hash
                count += 1
            }
            values[slot] = newValue ?? 0
        }
    }

    @inline(__always)
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash >> 20) & (keys.count - 1)
        while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        values = [UInt32](repeating: 0, count: oldKeys.count * 2)
        for (key, value) in zip(oldKeys, oldValues) where key != 0 {
            let slot = slot(of: key)
            keys[slot] = key
            values[slot] = value
        }
    }
}
