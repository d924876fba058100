internal import GRDB
public import WarraqCore

// Any queue may call these. Those that remove wait for a commit under way.
extension SQLiteJournal {
    /// The refused inputs with numbers above `after`, in order, at most `limit`.
    public func deadLetters(
        after: Int64 = 0, limit: Int
    ) throws(StorageError) -> [DeadLetterSummary] {
        try noting {
            try pool.read { db in
                let statement = try db.cachedStatement(
                    sql: """
                        SELECT id, code, reason, origin, at, bytes, label FROM deadLetter \
                        WHERE id > ? ORDER BY id LIMIT ?
                        """)
                return try Row.fetchAll(statement, arguments: [after, limit])
                    .map(DeadLetterSummary.init)
            }
        }
    }

    /// The refused input numbered `id`, `nil` if there is none.
    public func deadLetter(_ id: Int64) throws(StorageError) -> DeadLetter? {
        try noting { try pool.read { try Self.find(id, in: $0) } }
    }

    /// Removes the refused input numbered `id`. `false` if there is none.
    public func dropDeadLetter(_ id: Int64) throws(StorageError) -> Bool {
        try takeDeadLetter(id) != nil
    }

    /// Removes the refused input numbered `id` and returns it, `nil` if there is none. For a retry that
    /// a crash must not lose, use ``deadLetter(_:)``, and drop it once it was answered.
    public func takeDeadLetter(_ id: Int64) throws(StorageError) -> DeadLetter? {
        try noting {
            try pool.write { db in
                guard let letter = try Self.find(id, in: db) else { return nil }
                try db.execute(sql: "DELETE FROM deadLetter WHERE id = ?", arguments: [id])
                try db.execute(
                    sql: "UPDATE state SET deadLetterBytes = deadLetterBytes - ?",
                    arguments: [letter.summary.bytes])
                return letter
            }
        }
    }

    private static func find(_ id: Int64, in db: Database) throws -> DeadLetter? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, code, reason, origin, at, bytes, label, header, body FROM deadLetter \
                WHERE id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
        return DeadLetter(
            summary: try DeadLetterSummary(row), header: try row.bytes(7), body: try row.bytes(8))
    }
}

extension DeadLetterSummary {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.integer(0), code: try row.text(1), reason: try row.text(2),
            origin: try row.text(3), at: try row.time(4), bytes: Int(try row.integer(5)),
            label: try row.bytes(6))
    }
}
