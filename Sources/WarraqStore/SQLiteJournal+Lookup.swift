internal import GRDB
public import NearDuplicates
public import WarraqCore

extension SQLiteJournal {
    /// Whether a record with this identity is committed. A few microseconds.
    public func holds(_ uri: ArticleURI) throws(StorageError) -> Bool {
        try noting {
            try lookup.unsafeRead { db in
                try HotStatement(
                    "SELECT 1 FROM record WHERE uriKey = ? AND uri = ? LIMIT 1", in: db
                ).hasRow(.integer(uri.storageKey), .blob(uri.storedBytes))
            }
        }
    }

    /// The token block of a committed document, `nil` if it is gone or of another format. A few
    /// microseconds.
    public func tokens(of document: DocumentNumber) throws(StorageError) -> [UInt8]? {
        try noting {
            try lookup.unsafeRead { db in
                try HotStatement(
                    "SELECT block FROM token WHERE document = ? AND format = ?", in: db
                ).first(
                    .integer(Int64(document.rawValue)),
                    .integer(Int64(configuration.indexFormat))
                ) { $0.bytes(0) }
            }
        }
    }
}
