internal import GRDB
internal import Synchronization
public import WarraqCore

/// What the journal says of itself, for status and metrics.
public struct JournalStatistics: Hashable, Sendable {
    /// From here on nothing is missing.
    public let oldestSequence: UInt64
    /// The last sequence number committed, 0 for none.
    public let lastSequence: UInt64
    /// Up to here subscribers have everything.
    public let publishedSequence: UInt64
    /// When the oldest of these was committed, `nil` if there is none.
    public let oldestAt: UnixTime?
    /// When the last was committed, `nil` if there is none.
    public let lastAt: UnixTime?
    /// Bytes of pages in use: what `store.bytes` bounds.
    public let usedBytes: Int64
    /// Bytes of the journal's files, the write-ahead log included.
    public let fileBytes: Int64
    /// Refused inputs kept.
    public let deadLetters: Int
    /// Their bytes.
    public let deadLetterBytes: Int64
    /// Refused inputs that were dropped to make room, ever.
    public let deadLettersDropped: Int64
    /// Records found damaged since the start.
    public let damagedRecords: Int

    /// Whether damage was met since the start: a restart salvages what it can.
    public let needsSalvage: Bool

    /// Records from the oldest on; older ones that later records keep are not counted.
    public var records: UInt64 { lastSequence + 1 - oldestSequence }

    /// Bytes of pages in use.
    static func usedBytes(in db: Database) throws -> Int64 {
        let pages = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA page_count")) ?? 0
        let free = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA freelist_count")) ?? 0
        return (pages - free) * Int64(JournalSchema.pageSize)
    }
}

extension SQLiteJournal {
    /// What the journal says of itself. Cheap but for the count of dead letters.
    public func statistics() throws(StorageError) -> JournalStatistics {
        try noting {
            try pool.read { db in
                let state = try JournalState(in: db)
                func time(_ order: String) throws -> UnixTime? {
                    let at = try Int64.fetchOne(
                        db.cachedStatement(
                            sql: """
                                SELECT at FROM record WHERE sequence >= ? \
                                ORDER BY sequence \(order) LIMIT 1
                                """), arguments: [state.oldest.stored])
                    return at.map { UnixTime(milliseconds: $0) }
                }
                let letters = try db.cachedStatement(sql: "SELECT count(*) FROM deadLetter")
                return JournalStatistics(
                    oldestSequence: state.oldest, lastSequence: state.lastSequence,
                    publishedSequence: progress.withLock { $0.published },
                    oldestAt: try time("ASC"), lastAt: try time("DESC"),
                    usedBytes: try JournalStatistics.usedBytes(in: db),
                    fileBytes: Self.size(of: path) + Self.size(of: path + "-wal"),
                    deadLetters: try Int.fetchOne(letters) ?? 0,
                    deadLetterBytes: state.deadLetterBytes,
                    deadLettersDropped: state.deadLettersDropped,
                    damagedRecords: progress.withLock { $0.damagedRecords.count },
                    needsSalvage: progress.withLock { $0.sawDamage })
            }
        }
    }
}
