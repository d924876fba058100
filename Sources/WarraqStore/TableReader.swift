internal import GRDB

/// Reads a table of a damaged file in the order of its key, and steps over what cannot be read.
struct TableReader {
    /// The table. Its first column is its integer key.
    let table: String
    /// The key column.
    let key: String
    /// The damaged file.
    let db: Database

    /// Calls `body` with each row that can be read. Answers with the ranges of keys between them that
    /// cannot; they may hold fewer rows.
    func forEach(_ body: (Row) throws -> Void) throws -> [ClosedRange<Int64>] {
        var lost: [ClosedRange<Int64>] = []
        var last: Int64 = 0
        while true {
            do {
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT * FROM \(table) WHERE \(key) > ? ORDER BY \(key)",
                    arguments: [last])
                while let row = try rows.next() {
                    let current = try row.integer(0)
                    try body(row)
                    last = current
                }
                return lost
            } catch let error as DatabaseError where error.isDamage {
                guard let next = nextReadable(after: last) else {
                    lost.append(last + 1...Int64.max)
                    return lost
                }
                lost.append(last + 1...next - 1)
                last = next - 1
            }
        }
    }

    /// The first key after `last` from which reading works again, `nil` for none. Damage is whole
    /// pages, so doubling steps and then halving finds its end in some tens of reads.
    func nextReadable(after last: Int64) -> Int64? {
        var step: Int64 = 1
        while step < 1 << 40, !canRead(from: last + 1 + step) { step *= 2 }
        guard step < 1 << 40 else { return nil }
        // Unreadable at `low`, readable at `high`.
        var (low, high) = (last + 1 + step / 2, last + 1 + step)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if canRead(from: middle) { high = middle } else { low = middle }
        }
        return high
    }

    private func canRead(from start: Int64) -> Bool {
        // Only whether it works: the error itself was reported for the range.
        (try? Row.fetchOne(
            db, sql: "SELECT * FROM \(table) WHERE \(key) >= ? ORDER BY \(key) LIMIT 1",
            arguments: [start])) != nil
    }
}
