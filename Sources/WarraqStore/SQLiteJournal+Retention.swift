internal import Foundation
internal import GRDB
internal import Synchronization
public import WarraqCore

/// What one slice of housekeeping did.
public struct Maintenance: Hashable, Sendable {
    /// Records removed, by age or size.
    public internal(set) var recordsRemoved = 0
    /// Senders' answers removed.
    public internal(set) var answersRemoved = 0
    /// Whether more is due. Then call again, after the commits that wait.
    public internal(set) var more = false
}

extension SQLiteJournal {
    /// Removes a little of what is due, oldest first: a few milliseconds, in a transaction of its own.
    /// Call it on the store queue, after a commit or when there is none.
    ///
    /// Records go by age and by size, never before they are published; one that a later record keeps
    /// stays as long as that one. Freed pages are used again, so the file stays as large as it was at
    /// its fullest. `isIdle` also empties the write-ahead log, once nothing more is due.
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
            if isIdle, !done.more { try emptyLog(patience: 0) }
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

    /// The numbers of the dead letters that were dropped to make room since this was asked last.
    public func takeDroppedDeadLetters() -> [Int64] {
        progress.withLock { progress in
            defer { progress.droppedDeadLetters = [] }
            return progress.droppedDeadLetters
        }
    }

    /// Drops the oldest dead letters until the others fit, always leaving the newest. Answers with the
    /// numbers of those that went.
    func trimDeadLetters(in db: Database) throws -> [Int64] {
        let state = try JournalState(in: db)
        var excess = state.deadLetterBytes - configuration.deadLetterBytes
        var dropped: [Int64] = []
        guard excess > 0 else { return dropped }
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, bytes FROM deadLetter \
                    WHERE id < (SELECT max(id) FROM deadLetter) ORDER BY id LIMIT 1000
                    """))
        for row in rows where excess > 0 {
            let bytes = try row.integer(1)
            dropped.append(try row.integer(0))
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
        return dropped
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
            // Setting a number in memory, which does not fail.
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
