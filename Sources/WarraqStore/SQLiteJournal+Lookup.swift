internal import GRDB
public import NearDuplicates
public import WarraqCore

extension SQLiteJournal {
    /// The latest committed version of a record, `nil` if there is none. A few microseconds.
    public func version(of uri: ArticleURI) throws(StorageError) -> Int? {
        try noting {
            try lookup.unsafeRead { db in
                try HotStatement(
                    """
                    SELECT version FROM record WHERE uriKey = ? AND uri = ? \
                    ORDER BY version DESC LIMIT 1
                    """, in: db
                ).first(.integer(uri.storageKey), .blob(uri.storedBytes)) { Int($0.integer(0)) }
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
