internal import GRDB
public import NearDuplicates
internal import Synchronization
public import WarraqCore

/// A text of the duplicate index as a rebuild reads it: ``WarraqCore/IndexRow`` without its tokens.
public struct LoggedDocument: Sendable {
    /// Its number in the index.
    public let document: DocumentNumber
    /// The record that carries the text.
    public let uri: ArticleURI
    /// Its fingerprint's bytes.
    public let fingerprint: [UInt8]
    /// Hash of the host, 0 if unknown.
    public let host: UInt64
    /// When the text arrived.
    public let at: UnixTime
    /// The publication day as `yyyymmdd`, 0 if unknown.
    public let published: Int
}

extension SQLiteJournal {
    /// The highest document number that was ever stored, `nil` for none. The next one is higher, or a
    /// later rebuild would mix two texts.
    public var lastDocument: DocumentNumber? {
        get throws(StorageError) {
            let last = try noting { try pool.read(JournalState.init(in:)) }.lastDocument
            return last == 0 ? nil : DocumentNumber(rawValue: last)
        }
    }

    /// Hands over the index's log in order of number: texts that arrived at `since` or later, and at
    /// most the `limit` highest numbers. About 2 µs a row.
    public func forEachDocument(
        since: UnixTime, limit: Int, _ body: (LoggedDocument) throws -> Void
    ) throws {
        try pool.read { db in
            let last = Int64(try JournalState(in: db).lastDocument)
            let statement = try HotStatement(
                """
                SELECT number, uri, fingerprint, host, at, published FROM document \
                WHERE number > ? AND format = ? AND at >= ? ORDER BY number
                """, in: db)
            let start = max(last - Int64(limit), try Self.number(before: since, last: last, in: db))
            try statement.forEach(
                .integer(start), .integer(Int64(configuration.indexFormat)),
                .integer(since.milliseconds)
            ) { row in
                try body(
                    LoggedDocument(
                        document: DocumentNumber(rawValue: UInt32(clamping: row.integer(0))),
                        uri: try row.uri(1), fingerprint: row.bytes(2), host: row.unsigned(3),
                        at: UnixTime(milliseconds: row.integer(4)), published: Int(row.integer(5))))
                return true
            }
        }
    }

    /// Hands over the token blocks of the texts above `number`, in order, with their arrival.
    public func forEachText(
        after number: DocumentNumber, _ body: (DocumentNumber, [UInt8], UnixTime) throws -> Void
    ) throws {
        try pool.read { db in
            let statement = try HotStatement(
                """
                SELECT token.document, token.block, document.at FROM token \
                JOIN document ON document.number = token.document \
                WHERE token.document > ? AND token.format = ? ORDER BY token.document
                """, in: db)
            try statement.forEach(
                .integer(Int64(number.rawValue)), .integer(Int64(configuration.indexFormat))
            ) { row in
                try body(
                    DocumentNumber(rawValue: UInt32(clamping: row.integer(0))), row.bytes(1),
                    UnixTime(milliseconds: row.integer(2)))
                return true
            }
        }
    }

    /// Hands over what became the last record under a URL, oldest first: a later row replaces an
    /// earlier one with the same hash.
    public func forEachURL(since: UnixTime, _ body: (URLRow) throws -> Void) throws {
        try pool.read { db in
            let statement = try HotStatement(
                """
                SELECT urlHash, uri, textHash, document, at FROM url WHERE at >= ? ORDER BY sequence
                """, in: db)
            try statement.forEach(.integer(since.milliseconds)) { row in
                let number = DocumentNumber(rawValue: UInt32(clamping: row.integer(3)))
                try body(
                    URLRow(
                        urlHash: row.unsigned(0), uri: try row.uri(1), textHash: row.bytes(2),
                        document: row.isNull(3) ? nil : number,
                        at: UnixTime(milliseconds: row.integer(4))))
                return true
            }
        }
    }

    /// Hands over the page headlines committed at `since` or later, oldest first; one that was stored
    /// again comes again.
    public func forEachHeadline(
        since: UnixTime, _ body: (ArticleURI, UnixTime) throws -> Void
    ) throws {
        try pool.read { db in
            let statement = try HotStatement(
                """
                SELECT uri, at FROM record INDEXED BY recordHeadline \
                WHERE substr(uri, 1, 1) = x'03' AND at >= ? ORDER BY at
                """, in: db)
            try statement.forEach(.integer(since.milliseconds)) { row in
                try body(try row.uri(0), UnixTime(milliseconds: row.integer(1)))
                return true
            }
        }
    }

    /// The first records that were committed but not published before the last end, at most `limit`.
    /// Publish them, call ``setPublished(_:)``, and ask again until it is empty.
    public func unpublished(limit: Int = 1000) throws(StorageError) -> [FeedMessage] {
        var after = progress.withLock { $0.published }
        while true {
            let page = try page(after: after, limit: limit)
            if !page.messages.isEmpty || !page.more { return page.messages }
            after = page.last
        }
    }

    /// A number before which every text arrived an hour or more before `since`. Arrival rises with the
    /// number but for articles that overtook each other, which takes seconds.
    private static func number(
        before since: UnixTime, last: Int64, in db: Database
    ) throws -> Int64 {
        let statement = try db.cachedStatement(
            sql: "SELECT at FROM document WHERE number >= ? ORDER BY number LIMIT 1")
        var (low, high) = (Int64(0), last)
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
