internal import Foundation
internal import GRDB
internal import WarraqCore

/// A sender's id with the payload it was used for: what makes a repeat.
struct SenderKeys {
    private let id: [UInt8]
    private let payload: ArticleURI
    private let idKey: Int64

    /// The keys of `payload` sent under `id`.
    init(id: [UInt8], payload: ArticleURI) {
        self.id = id
        self.payload = payload
        // A cryptographic hash, because a sender chooses the id and could otherwise choose collisions.
        idKey = SHA256Digest(of: [id]).storageKey
    }

    /// The answer that these were given first, `nil` for none.
    func firstAnswer(in db: Database) throws -> [Acknowledgement]? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT answer FROM sender WHERE idKey = ? AND payloadKey = ? AND id = ? AND payload = ?
                """)
        let answer = try Data.fetchOne(
            statement, arguments: [idKey, payload.storageKey, Data(id), payload.blob])
        return answer.flatMap { StoredAnswer.items(in: [UInt8]($0)) }
    }

    /// Whether the id was used for any payload. By hash alone: it is only counted.
    func idWasUsed(in db: Database) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM sender WHERE idKey = ? LIMIT 1")
        return try Int.fetchOne(statement, arguments: [idKey]) != nil
    }

    /// Keeps `items` as the answer.
    func keep(_ items: [Acknowledgement], at: UnixTime, in db: Database) throws {
        let sequences = items.map(\.sequence)
        try db.cachedStatement(sql: "INSERT INTO sender VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)")
            .execute(arguments: [
                idKey, payload.storageKey, Data(id), payload.blob,
                Data(StoredAnswer.bytes(of: items)), at.milliseconds,
                (sequences.min() ?? 0).stored, (sequences.max() ?? 0).stored,
            ])
    }
}
