internal import Foundation
internal import GRDB
internal import Synchronization
public import WarraqCore

/// What one slice of housekeeping did.
public struct Maintenance: Hashable, Sendable {
    /// Records removed, by age or size.
    public fileprivate(set) var recordsRemoved = 0
    /// Senders' answers removed.
    public fileprivate(set) var answersRemoved = 0
    /// Whether more records are due. Then call again, after the commits that wait.
    public fileprivate(set) var more = false
}

extension SQLiteJournal {
    /// Removes a little of what is due, oldest first: a few milliseconds, in a transaction of its own.
    /// Call it on the store queue, after a commit or when there is none.
    ///
    /// Records go by age and by size, never before they are published; one that a later record keeps
    /// stays as long as that one. Freed pages are used again, so the file stays as large as it was at
    /// its fullest. `isIdle` also empties the write-ahead log.
    public func maintain(isIdle: Bool = false) throws(StorageError) -> Maintenance {
        try noting {
            let done = try pool.writeWithoutTransaction { db in
                var slice = RetentionSlice(
                    db: db, configuration: configuration, now: now(),
                    published: progress.withLock { $0.published },
                    senderCursor: progress.withLock { $0.senderCursor })
                try db.inTransaction(.immediate) {
                    try slice.run()
                    return .commit
                }
                progress.withLock { $0.senderCursor = slice.senderCursor }
                return slice.done
            }
            if isIdle { try emptyLog(patience: 0) }
            return done
        }
    }

    /// Keeps the write-ahead log from growing without end behind a reader that never rests: past its
    /// limit, waits a tenth of a second for readers. If one is slower than that, a quarter of the limit
    /// must be written before the next try.
    func limitLog() throws {
        let size = Self.size(of: path + "-wal")
        let limit = progress.withLock { $0.logLimit ?? configuration.logBytes }
        guard size > limit else { return }
        let isEmpty = try emptyLog(patience: 100)
        progress.withLock { $0.logLimit = isEmpty ? nil : size + configuration.logBytes / 4 }
    }

    /// Drops the oldest dead letters until the others fit, always leaving the newest.
    func trimDeadLetters(in db: Database) throws {
        let state = try JournalState(in: db)
        var excess = state.deadLetterBytes - configuration.deadLetterBytes
        guard excess > 0 else { return }
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, bytes FROM deadLetter \
                    WHERE id < (SELECT max(id) FROM deadLetter) ORDER BY id LIMIT 1000
                    """))
        for row in rows where excess > 0 {
            let bytes = try row.integer(1)
            try db.cachedStatement(sql: "DELETE FROM deadLetter WHERE id = ?")
                .execute(arguments: [try row.integer(0)])
            try db.cachedStatement(
                sql: """
                    UPDATE state SET deadLetterBytes = deadLetterBytes - ?, \
                    deadLettersDropped = deadLettersDropped + 1
                    """
            ).execute(arguments: [bytes])
            excess -= bytes
        }
    }

    /// The bytes of the file at `path`, 0 if there is none.
    static func size(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// Copies the log into the journal and cuts it to nothing. `false` if a reader would not let go of it
    /// within `patience` milliseconds.
    @discardableResult
    private func emptyLog(patience: Int) throws -> Bool {
        guard Self.size(of: path + "-wal") > 0 else { return true }
        return try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA busy_timeout = \(patience)")
            defer { try? db.execute(sql: "PRAGMA busy_timeout = 5000") }
            do {
                _ = try db.checkpoint(.truncate)
                return true
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                return false
            }
        }
    }
}

/// One slice of retention, inside its transaction.
private struct RetentionSlice {
    private static let records = 128
    private static let answers = 256

    let db: Database
    let configuration: JournalConfiguration
    let now: UnixTime
    let published: UInt64
    var senderCursor: Int64
    private(set) var done = Maintenance()

    init(
        db: Database, configuration: JournalConfiguration, now: UnixTime, published: UInt64,
        senderCursor: Int64
    ) {
        self.db = db
        self.configuration = configuration
        self.now = now
        self.published = published
        self.senderCursor = senderCursor
    }

    mutating func run() throws {
        try removeRecords()
        try removeAnswers()
    }

    /// Walks from the oldest record on, until one is not due.
    private mutating func removeRecords() throws {
        let state = try JournalState(in: db)
        let isTooLarge = try JournalStatistics.usedBytes(in: db) > configuration.bytes
        let due = before(days: configuration.days)
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT sequence, at FROM record WHERE sequence >= ? AND sequence <= ? \
                    ORDER BY sequence LIMIT \(Self.records)
                    """), arguments: [state.oldest.stored, published.stored])
        var oldest = state.oldest
        for row in rows {
            guard try row.time(1) < due || isTooLarge else { break }
            oldest = try row.unsigned(0) + 1
            try remove(from: oldest - 1, oldest: oldest)
        }
        guard oldest > state.oldest else { return }
        done.more = try rows.count == Self.records && oldest > (rows.last?.unsigned(0) ?? oldest)
        try db.cachedStatement(sql: "UPDATE state SET oldest = ?").execute(arguments: [
            oldest.stored
        ])
    }

    /// Removes the record at `sequence` unless it is kept, and with it the older ones that only it kept.
    private mutating func remove(from sequence: UInt64, oldest: UInt64) throws {
        var waiting = [sequence]
        while let sequence = waiting.popLast() {
            let record = try Row.fetchOne(
                db.cachedStatement(
                    sql:
                        "SELECT uri, uriKey, document, keeps, keepsKey FROM record WHERE sequence = ?"
                ),
                arguments: [sequence.stored])
            guard let record else { continue }
            let keeper = try Int.fetchOne(
                db.cachedStatement(
                    sql: "SELECT 1 FROM record WHERE keepsKey = ? AND keeps = ? AND sequence <> ?"),
                arguments: [try record.integer(1), Data(try record.bytes(0)), sequence.stored])
            if keeper != nil { continue }
            try delete(sequence, document: try record.optionalInteger(2))
            guard let keepsKey = try record.optionalInteger(4) else { continue }
            let kept = try Row.fetchAll(
                db.cachedStatement(
                    sql: "SELECT sequence FROM record WHERE uriKey = ? AND uri = ? AND sequence < ?"
                ),
                arguments: [keepsKey, Data(try record.bytes(3)), oldest.stored])
            waiting += try kept.map { try $0.unsigned(0) }
        }
    }

    private mutating func delete(_ sequence: UInt64, document: Int64?) throws {
        for table in ["record", "url"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE sequence = ?")
                .execute(arguments: [sequence.stored])
        }
        if let document {
            try db.cachedStatement(sql: "DELETE FROM document WHERE number = ?")
                .execute(arguments: [document])
            try db.cachedStatement(sql: "DELETE FROM token WHERE document = ?")
                .execute(arguments: [document])
        }
        done.recordsRemoved += 1
    }

    /// Goes on where the last slice stopped, round and round: an answer stays while a record of it
    /// does, so the answers that are due do not lie at the front.
    private mutating func removeAnswers() throws {
        let due = before(days: configuration.idDays)
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT number, at, first, last FROM sender WHERE number > ? \
                    ORDER BY number LIMIT \(Self.answers)
                    """), arguments: [senderCursor])
        senderCursor = rows.count < Self.answers ? 0 : try rows.last?.integer(0) ?? 0
        for row in rows {
            guard try row.time(1) < due else {
                senderCursor = 0
                return
            }
            let lives = try Int.fetchOne(
                db.cachedStatement(
                    sql: "SELECT 1 FROM record WHERE sequence BETWEEN ? AND ? LIMIT 1"),
                arguments: [try row.integer(2), try row.integer(3)])
            guard lives == nil else { continue }
            try db.cachedStatement(sql: "DELETE FROM sender WHERE number = ?")
                .execute(arguments: [try row.integer(0)])
            done.answersRemoved += 1
        }
    }

    private func before(days: Int) -> UnixTime {
        UnixTime(milliseconds: now.milliseconds - Int64(days) * 86_400_000)
    }
}
