internal import GRDB
public import NewsEnrichment

extension SQLiteJournal {
    /// Hands over the names that articles introduced, oldest first, of at most the `limit` newest of
    /// these articles. About 1 µs a row.
    public func forEachNameSighting(
        limit: Int, _ body: (NameSighting) throws -> Void
    ) throws {
        try pool.read { db in
            let start = try HotStatement(
                "SELECT sequence FROM nameSighting ORDER BY sequence DESC LIMIT 1 OFFSET ?", in: db
            ).first(.integer(Int64(limit))) { $0.integer(0) }
            let statement = try HotStatement(
                "SELECT names FROM nameSighting WHERE sequence > ? ORDER BY sequence", in: db)
            try statement.forEach(.integer(start ?? 0)) { row in
                try body(NameSighting(bytes: row.bytes(0)))
                return true
            }
        }
    }
}
