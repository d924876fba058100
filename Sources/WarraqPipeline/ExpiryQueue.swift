internal import WarraqCore

/// Keys in the order of their age, so that old ones are found without looking at the young.
struct ExpiryQueue<Key> {
    private var entries: [(key: Key, time: UnixTime)] = []
    private var head = 0

    /// Adds a key. A key may be in the queue several times: the owner compares the time.
    mutating func add(_ key: Key, at time: UnixTime) {
        entries.append((key, time))
    }

    /// Hands every entry older than `horizon` to `body` and removes it. Stops at the first young
    /// one, so a clock that went backwards only delays.
    ///
    /// - Parameter limit: Beyond so many entries the oldest go too.
    mutating func removeAll(
        before horizon: UnixTime, limit: Int = .max, _ body: (Key, UnixTime) -> Void
    ) {
        while head < entries.count,
            entries[head].time < horizon || entries.count - head > limit
        {
            body(entries[head].key, entries[head].time)
            head += 1
        }
        if head > 1024, head > entries.count / 2 {
            entries.removeFirst(head)
            head = 0
        }
    }
}
