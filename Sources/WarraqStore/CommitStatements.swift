internal import GRDB

/// The statements of a commit, looked up once a batch.
struct CommitStatements {
    let findVersions: HotStatement
    let findAnswer: HotStatement
    let findSender: HotStatement
    let insertRecord: HotStatement
    let insertDocument: HotStatement
    let insertToken: HotStatement
    let insertURL: HotStatement
    let insertSighting: HotStatement
    let insertStory: HotStatement
    let insertNames: HotStatement
    let insertSender: HotStatement
    let insertTopic: HotStatement
    let updateTopic: HotStatement
    let updateState: HotStatement

    init(in db: Database) throws {
        func prepare(_ sql: String) throws -> HotStatement { try HotStatement(sql, in: db) }
        findVersions = try prepare(
            "SELECT sequence, version FROM record WHERE uriKey = ? AND uri = ?")
        findAnswer = try prepare(
            "SELECT answer FROM sender WHERE idKey = ? AND payloadKey = ? AND id = ? AND payload = ?"
        )
        findSender = try prepare("SELECT 1 FROM sender WHERE idKey = ? LIMIT 1")
        insertRecord = try prepare(
            """
            INSERT INTO record (sequence, topic, uriKey, uri, version, previous, at, document, \
            keepsKey, keeps, checksum, header, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insertDocument = try prepare(
            """
            INSERT INTO document (number, format, at, host, published, uri, fingerprint, \
            publishedFirst, publishedLast, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insertToken = try prepare("INSERT INTO token (document, format, block) VALUES (?, ?, ?)")
        insertURL = try prepare(
            """
            INSERT INTO url (sequence, urlHash, uri, textHash, document, at) \
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        insertSighting = try prepare(
            "INSERT INTO siteSighting (sequence, at, host, sighting) VALUES (?, ?, ?, ?)")
        insertStory = try prepare(
            """
            INSERT INTO story (sequence, at, story, articles, independent, uri, features) \
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        insertNames = try prepare("INSERT INTO nameSighting (sequence, names) VALUES (?, ?)")
        insertSender = try prepare(
            """
            INSERT INTO sender (idKey, payloadKey, id, payload, answer, at, first, last) \
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insertTopic = try prepare("INSERT INTO topic (id, name, lastSequence) VALUES (?, ?, ?)")
        updateTopic = try prepare("UPDATE topic SET lastSequence = ? WHERE id = ?")
        updateState = try prepare(
            """
            UPDATE state SET lastSequence = ?, published = max(published, ?), \
            lastDocument = max(lastDocument, ?), deadLetterBytes = deadLetterBytes + ?
            """)
    }
}
