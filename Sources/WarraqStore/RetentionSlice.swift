internal import GRDB
internal import WarraqCore

/// One slice of retention, inside its transaction.
struct RetentionSlice {
    private static let records = 256
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
        let statements = try RetentionStatements(in: db)
        var oldest = state.oldest
        for row in rows {
            guard try row.time(1) < due || isTooLarge else { break }
            oldest = try row.unsigned(0) + 1
            try remove(from: oldest - 1, oldest: oldest, statements)
        }
        guard oldest > state.oldest else { return }
        done.more = try rows.count == Self.records && oldest > (rows.last?.unsigned(0) ?? oldest)
        try db.cachedStatement(sql: "UPDATE state SET oldest = ?").execute(arguments: [
            oldest.stored
        ])
    }

    /// Removes the record at `sequence` unless it is kept, and with it the older ones that only it kept.
    private mutating func remove(
        from sequence: UInt64, oldest: UInt64, _ statements: RetentionStatements
    ) throws {
        var waiting = [sequence]
        while let sequence = waiting.popLast() {
            let record = try statements.findRecord.first(.integer(sequence.stored)) { row in
                (
                    uri: row.bytes(0), key: row.integer(1),
                    document: row.isNull(2) ? nil : row.integer(2),
                    keeps: row.isNull(4) ? nil : (uri: row.bytes(3), key: row.integer(4))
                )
            }
            guard let record else { continue }
            let isKept = try statements.findKeeper.hasRow(
                .integer(record.key), .blob(record.uri), .integer(sequence.stored))
            if isKept { continue }
            try statements.deleteRecord.run(.integer(sequence.stored))
            try statements.deleteURL.run(.integer(sequence.stored))
            try statements.deleteSighting.run(.integer(sequence.stored))
            try statements.deleteStory.run(.integer(sequence.stored))
            try statements.deleteNames.run(.integer(sequence.stored))
            if let document = record.document {
                try statements.deleteDocument.run(.integer(document))
                try statements.deleteToken.run(.integer(document))
            }
            done.recordsRemoved += 1
            guard let keeps = record.keeps else { continue }
            try statements.findKept.forEach(
                .integer(keeps.key), .blob(keeps.uri), .integer(oldest.stored)
            ) { row in
                waiting.append(row.unsigned(0))
                return true
            }
        }
    }

    /// Goes on where the last slice stopped, round and round: an answer stays while a record of it
    /// does, so some at the front are not due, and a slice that removes none waits for the next call.
    private mutating func removeAnswers() throws {
        let due = before(days: configuration.idDays).milliseconds
        var rows: [(number: Int64, at: Int64, first: Int64, last: Int64)] = []
        try HotStatement(
            """
            SELECT number, at, first, last FROM sender WHERE number > ? \
            ORDER BY number LIMIT \(Self.answers)
            """, in: db
        ).forEach(.integer(senderCursor)) { row in
            rows.append((row.integer(0), row.integer(1), row.integer(2), row.integer(3)))
            return true
        }
        senderCursor = rows.count < Self.answers ? 0 : rows.last?.number ?? 0
        let find = try HotStatement(
            "SELECT 1 FROM record WHERE sequence BETWEEN ? AND ? LIMIT 1", in: db)
        let delete = try HotStatement("DELETE FROM sender WHERE number = ?", in: db)
        for row in rows {
            guard row.at < due else {
                senderCursor = 0
                return
            }
            if try find.hasRow(.integer(row.first), .integer(row.last)) { continue }
            try delete.run(.integer(row.number))
            done.answersRemoved += 1
            done.more = true
        }
    }

    private func before(days: Int) -> UnixTime {
        UnixTime(milliseconds: now.milliseconds - Int64(days) * 86_400_000)
    }
}

/// The statements that run for every record removed.
private struct RetentionStatements {
    let findRecord: HotStatement
    let findKeeper: HotStatement
    let findKept: HotStatement
    let deleteRecord: HotStatement
    let deleteURL: HotStatement
    let deleteSighting: HotStatement
    let deleteStory: HotStatement
    let deleteNames: HotStatement
    let deleteDocument: HotStatement
    let deleteToken: HotStatement

    init(in db: Database) throws {
        func prepare(_ sql: String) throws -> HotStatement { try HotStatement(sql, in: db) }
        findRecord = try prepare(
            "SELECT uri, uriKey, document, keeps, keepsKey FROM record WHERE sequence = ?")
        findKeeper = try prepare(
            "SELECT 1 FROM record WHERE keepsKey = ? AND keeps = ? AND sequence <> ? LIMIT 1")
        findKept = try prepare(
            "SELECT sequence FROM record WHERE uriKey = ? AND uri = ? AND sequence < ?")
        deleteRecord = try prepare("DELETE FROM record WHERE sequence = ?")
        deleteURL = try prepare("DELETE FROM url WHERE sequence = ?")
        deleteSighting = try prepare("DELETE FROM siteSighting WHERE sequence = ?")
        deleteStory = try prepare("DELETE FROM story WHERE sequence = ?")
        deleteNames = try prepare("DELETE FROM nameSighting WHERE sequence = ?")
        deleteDocument = try prepare("DELETE FROM document WHERE number = ?")
        deleteToken = try prepare("DELETE FROM token WHERE document = ?")
    }
}
