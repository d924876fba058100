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
    func firstAnswer(_ find: HotStatement) throws -> [Acknowledgement]? {
        let answer = try find.first(
            .integer(idKey), .integer(payload.storageKey), .blob(id), .blob(payload.storedBytes)
        ) { $0.bytes(0) }
        return answer.flatMap(StoredAnswer.items(in:))
    }

    /// Whether the id was used for any payload. By hash alone: it is only counted.
    func idWasUsed(_ find: HotStatement) throws -> Bool {
        try find.hasRow(.integer(idKey))
    }

    /// Keeps `items` as the answer.
    func keep(_ items: [Acknowledgement], at: UnixTime, _ insert: HotStatement) throws {
        let sequences = items.map(\.sequence)
        try insert.run(
            .integer(idKey), .integer(payload.storageKey), .blob(id), .blob(payload.storedBytes),
            .blob(StoredAnswer.bytes(of: items)), .integer(at.milliseconds),
            .integer((sequences.min() ?? 0).stored), .integer((sequences.max() ?? 0).stored))
    }
}
