internal import GRDB
public import WarraqCore

extension SQLiteJournal {
    /// Hands over what new articles showed of their sites, oldest first, at most the `limit` newest, and
    /// none of a site that was forgotten after them. Rows that are damaged are left out.
    public func forEachSighting(limit: Int, _ body: (SightingRow) throws -> Void) throws {
        try pool.read { db in
            var forgotten: [String: Int64] = [:]
            let rows = try Row.fetchCursor(db, sql: "SELECT host, sequence FROM siteForgotten")
            while let row = try rows.next() {
                forgotten[try row.text(0)] = try row.integer(1)
            }
            let start = try HotStatement(
                "SELECT sequence FROM siteSighting ORDER BY sequence DESC LIMIT 1 OFFSET ?", in: db
            ).first(.integer(Int64(limit))) { $0.integer(0) }
            let statement = try HotStatement(
                """
                SELECT sequence, at, host, sighting FROM siteSighting \
                WHERE sequence > ? ORDER BY sequence
                """, in: db)
            try statement.forEach(.integer(start ?? 0)) { row in
                let host = String(decoding: row.bytes(2), as: UTF8.self)
                if let last = forgotten[host], row.integer(0) <= last { return true }
                let at = UnixTime(milliseconds: row.integer(1))
                if let row = SightingRow(host: host, bytes: row.bytes(3), at: at) { try body(row) }
                return true
            }
        }
    }

    /// Notes that what articles up to now showed of `host` counts no more.
    public func forgetSite(_ host: String) throws(StorageError) {
        let last = lastSequence
        try noting {
            try pool.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO siteForgotten (host, sequence) VALUES (?, ?) \
                        ON CONFLICT (host) DO UPDATE SET sequence = excluded.sequence
                        """,
                    arguments: [host, last.stored])
            }
        }
    }
}
