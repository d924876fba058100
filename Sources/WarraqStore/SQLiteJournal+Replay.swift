internal import GRDB
internal import Synchronization
public import WarraqCore

extension SQLiteJournal {
    /// The most records that one page by prefix examines, about 10 ms of reading.
    private static let examinedAtMost: UInt64 = 50_000

    /// The records after `after` whose topic begins with one of `prefixes` (none: all), at most
    /// `limit` and `maxBytes`, but at least one if any matches.
    ///
    /// Nothing after `through` is examined: pass what was published. Reads one snapshot on a
    /// connection of its own and may be called from any queue, by four at a time. Prefixes are
    /// compared to the topics, not to the records, so a prefix without news costs as little as none.
    public func page(
        after: UInt64, prefixes: [[UInt8]] = [], limit: Int, maxBytes: Int = 8 << 20,
        through: UInt64 = .max
    ) throws(StorageError) -> ReplayPage {
        precondition(limit >= 1, "a page of no records")
        let page = try noting {
            // SQLite cannot end a transaction in good order in which it met damage, so what was read
            // before leaves it beside the error.
            var cut: ReplayPage?
            do {
                return try pool.read { db in
                    try read(after, prefixes, limit, maxBytes, through, in: db) { cut = $0 }
                }
            } catch let error as DatabaseError where error.isDamage {
                guard let cut else { throw error }
                noteDamage()
                return cut
            }
        }
        count(damaged: page.damaged)
        return page
    }

    private func read(
        _ after: UInt64, _ prefixes: [[UInt8]], _ limit: Int, _ maxBytes: Int, _ through: UInt64,
        in db: Database, onDamage: (ReplayPage) -> Void
    ) throws -> ReplayPage {
        let state = try JournalState(in: db)
        let end = min(through, state.lastSequence)
        var reader = PageReader(db: db, limit: limit, maxBytes: maxBytes)
        func page(last: UInt64) -> ReplayPage {
            ReplayPage(
                messages: reader.messages, last: last, more: last < end, oldest: state.oldest,
                damaged: reader.damaged)
        }
        guard after < end else { return page(last: after) }
        do {
            switch try Self.topics(matching: prefixes, after: after, in: db) {
            case .all(let names):
                return page(last: try reader.readAll(after: after, through: end, topics: names))
            case .some(let names):
                let stop = min(end, after + Self.examinedAtMost)
                return page(last: try reader.read(after: after, through: stop, topics: names))
            case .none: return page(last: end)
            }
        } catch let error as DatabaseError where error.isDamage {
            onDamage(page(last: reader.stepOverDamage(after: after, through: end)))
            throw error
        }
    }

    private enum Matching {
        case all([Int64: Topic])
        case some([Int64: Topic])
        case none
    }

    /// Which topics of records after `after` begin with one of `prefixes`.
    private static func topics(
        matching prefixes: [[UInt8]], after: UInt64, in db: Database
    ) throws -> Matching {
        let statement = try db.cachedStatement(
            sql: "SELECT id, name FROM topic WHERE lastSequence > ?")
        let rows = try Row.fetchCursor(statement, arguments: [after.stored])
        var matching: [Int64: Topic] = [:]
        var others = false
        while let row = try rows.next() {
            let name = try row.text(1)
            if prefixes.isEmpty || prefixes.contains(where: { name.utf8.starts(with: $0) }) {
                matching[try row.integer(0)] = Topic(stored: name)
            } else {
                others = true
            }
        }
        if matching.isEmpty { return .none }
        return others ? .some(matching) : .all(matching)
    }

    private func count(damaged: [UInt64]) {
        guard !damaged.isEmpty else { return }
        progress.withLock { $0.damagedRecords.formUnion(damaged) }
    }
}

/// Fills one page.
private struct PageReader {
    let db: Database
    let limit: Int
    let maxBytes: Int
    private(set) var messages: [FeedMessage] = []
    private(set) var damaged: [UInt64] = []
    private var byteCount = 0

    init(db: Database, limit: Int, maxBytes: Int) {
        self.db = db
        self.limit = limit
        self.maxBytes = maxBytes
    }

    /// Reads every record. Answers with the last one examined.
    mutating func readAll(
        after: UInt64, through end: UInt64, topics: [Int64: Topic]
    ) throws -> UInt64 {
        let statement = try HotStatement(
            """
            SELECT sequence, topic, checksum, header, json FROM record \
            WHERE sequence > ? AND sequence <= ? ORDER BY sequence
            """, in: db)
        var (last, isFull) = (after, false)
        try statement.forEach(.integer(after.stored), .integer(end.stored)) { row in
            isFull = !add(row, topics: topics)
            if !isFull { last = row.unsigned(0) }
            return !isFull
        }
        return isFull ? last : end
    }

    /// Reads the records on `topics`, which it finds in the index. Answers with the last one examined.
    mutating func read(
        after: UInt64, through end: UInt64, topics: [Int64: Topic]
    ) throws -> UInt64 {
        let index = try HotStatement(
            """
            SELECT sequence, topic FROM record INDEXED BY recordTopic \
            WHERE sequence > ? AND sequence <= ? ORDER BY sequence
            """, in: db)
        let record = try HotStatement(
            "SELECT sequence, topic, checksum, header, json FROM record WHERE sequence = ?", in: db)
        var (last, isFull) = (after, false)
        try index.forEach(.integer(after.stored), .integer(end.stored)) { entry in
            if topics[entry.integer(1)] != nil {
                isFull =
                    try record.first(.integer(entry.integer(0))) { !add($0, topics: topics) }
                    ?? false
            }
            if !isFull { last = entry.unsigned(0) }
            return !isFull
        }
        return isFull ? last : end
    }

    /// Ends the page before what cannot be read; if it lies at the page's start, behind it. Answers with
    /// the last record examined.
    mutating func stepOverDamage(after: UInt64, through end: UInt64) -> UInt64 {
        if let last = messages.last { return last.sequence }
        let table = TableReader(table: "record", key: "sequence", db: db)
        let next = table.nextReadable(after: after.stored).map { UInt64(bitPattern: $0) }
        let last = min(end, (next ?? end + 1) - 1)
        // Enough to name the range in a log.
        damaged += [after + 1, last]
        return last
    }

    /// Adds the record of `row`. `false` if the page is full without it.
    private mutating func add(_ row: HotRow, topics: [Int64: Topic]) -> Bool {
        guard messages.count < limit else { return false }
        let sequence = row.unsigned(0)
        let (header, json) = (row.bytes(3), row.bytes(4))
        guard let topic = topics[row.integer(1)],
            Checksum.of([header, json], sequence: sequence) == row.integer(2)
        else {
            damaged.append(sequence)
            return true
        }
        let message = FeedMessage(sequence: sequence, topic: topic, header: header, record: json)
        guard messages.isEmpty || byteCount + message.byteCount <= maxBytes else { return false }
        messages.append(message)
        byteCount += message.byteCount
        return true
    }
}
