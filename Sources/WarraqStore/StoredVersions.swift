internal import WarraqCore

/// What the journal holds under one identity.
struct StoredVersions: Hashable, Sendable {
    /// The sequence number of the oldest record kept. It is what a sender of the same bytes is told,
    /// so that every sender hears the same number while versions are added.
    private(set) var first: UInt64
    /// The newest version's number.
    private(set) var version: Int

    /// Looks `uri` up; `nil` if no record has it.
    init?(of uri: ArticleURI, _ find: HotStatement) throws {
        var found: (first: UInt64, version: Int)?
        try find.forEach(.integer(uri.storageKey), .blob(uri.storedBytes)) { row in
            let (sequence, version) = (row.unsigned(0), Int(row.integer(1)))
            found = (min(found?.first ?? sequence, sequence), max(found?.version ?? 0, version))
            return true
        }
        guard let found else { return nil }
        first = found.first
        version = found.version
    }
}
