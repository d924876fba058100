internal import GRDB
internal import NewsEnrichment
public import WarraqCore

extension SQLiteJournal {
    /// Hands over the places of articles in their stories, oldest first: of articles that arrived at
    /// `since` or later. Rows that are damaged, or of another format, come without features: then the
    /// article still counts. About 3 µs a row.
    public func forEachStory(since: UnixTime, _ body: (StoryRow) throws -> Void) throws {
        try pool.read { db in
            let start = try Self.sequence(before: since, in: db)
            let statement = try HotStatement(
                """
                SELECT uri, story, articles, independent, features, at FROM story \
                WHERE sequence > ? AND at >= ? ORDER BY sequence
                """, in: db)
            try statement.forEach(.integer(start), .integer(since.milliseconds)) { row in
                try body(
                    StoryRow(
                        uri: try row.uri(0), story: StoryID(rawValue: row.unsigned(1)),
                        articleCount: Int(row.integer(2)), independentCount: Int(row.integer(3)),
                        features: StoryFeatures(bytes: row.bytes(4)) ?? StoryFeatures(),
                        at: UnixTime(milliseconds: row.integer(5))))
                return true
            }
        }
    }

    /// A sequence number up to which every article arrived an hour or more before `since`, found by
    /// halving: arrival rises with the number but for articles that overtook each other.
    private static func sequence(before since: UnixTime, in db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(
            sql: "SELECT at FROM story WHERE sequence >= ? ORDER BY sequence LIMIT 1")
        var low = Int64(0)
        var high = try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM story") ?? 0
        while low < high {
            let middle = low + (high - low + 1) / 2
            let at = try Int64.fetchOne(statement, arguments: [middle])
            if let at, at < since.milliseconds - 3_600_000 {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return low
    }
}
