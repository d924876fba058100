internal import GRDB
internal import WarraqCore

/// The journal's own row.
struct JournalState: Hashable, Sendable {
    let epoch: String
    let createdAt: UnixTime
    let lastSequence: UInt64
    let oldest: UInt64
    let published: UInt64
    let lastDocument: UInt32
    let deadLetterBytes: Int64
    let deadLettersDropped: Int64

    init(in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT epoch, createdAt, lastSequence, oldest, published, lastDocument, \
                deadLetterBytes, deadLettersDropped FROM state
                """)
        guard let row = try Row.fetchOne(statement) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "the journal's own row is gone")
        }
        epoch = try row.text(0)
        createdAt = try row.time(1)
        lastSequence = try row.unsigned(2)
        oldest = try row.unsigned(3)
        published = try row.unsigned(4)
        lastDocument = UInt32(clamping: try row.integer(5))
        deadLetterBytes = try row.integer(6)
        deadLettersDropped = try row.integer(7)
    }

    /// Every topic that was used.
    static func topics(in db: Database) throws -> [Topic: FeedPosition.KnownTopic] {
        var topics: [Topic: FeedPosition.KnownTopic] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT name, id, lastSequence FROM topic")
        while let row = try rows.next() {
            topics[Topic(stored: try row.text(0))] = FeedPosition.KnownTopic(
                id: try row.integer(1), last: try row.unsigned(2))
        }
        return topics
    }

    /// Writes the row of a new journal unless there is one.
    static func create(epoch: String, at: UnixTime, in db: Database) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO state VALUES (1, ?, ?, 0, 1, 0, 0, 0, 0)",
            arguments: [epoch, at.milliseconds])
    }

    /// A name for a new sequence: 128 random bits in hexadecimal.
    static func randomEpoch() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
