internal import GRDB
internal import WarraqCore

/// What the journal holds under one identity.
struct StoredVersions: Hashable, Sendable {
    /// The sequence number of the oldest record kept. It is what a sender of the same bytes is told,
    /// so that every sender hears the same number while versions are added.
    private(set) var first: UInt64
    /// The newest version's number.
    private(set) var version: Int

    /// Looks `uri` up; `nil` if no record has it.
    init?(of uri: ArticleURI, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "SELECT sequence, version FROM record WHERE uriKey = ? AND uri = ?")
        let rows = try Row.fetchCursor(statement, arguments: [uri.storageKey, uri.blob])
        var found: (first: UInt64, version: Int)?
        while let row = try rows.next() {
            let (sequence, version) = (try row.unsigned(0), Int(try row.integer(1)))
            found = (min(found?.first ?? sequence, sequence), max(found?.version ?? 0, version))
        }
        guard let found else { return nil }
        first = found.first
        version = found.version
    }
}
