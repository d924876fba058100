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

    /// A committed document's record and source, `nil` if it is gone. A few microseconds.
    public func text(of document: DocumentNumber) throws(StorageError) -> StoredText? {
        try noting {
            try lookup.unsafeRead { db in
                try HotStatement(
                    """
                    SELECT uri, publishedFirst, publishedLast, source FROM document \
                    WHERE number = ?
                    """, in: db
                ).first(.integer(Int64(document.rawValue))) { row in
                    StoredText(
                        uri: try row.uri(0), source: TextSource(row, first: 1, last: 2, flags: 3))
                }
            }
        }
    }

    /// The latest committed version of a record, `nil` if there is none or its bytes are damaged.
    public func latest(of uri: ArticleURI) throws(StorageError) -> StoredRecord? {
        try noting {
            try lookup.unsafeRead { db in
                let found = try HotStatement(
                    """
                    SELECT record.version, topic.name, record.json, record.sequence, \
                    record.checksum, record.header FROM record JOIN topic ON topic.id = record.topic \
                    WHERE record.uriKey = ? AND record.uri = ? ORDER BY record.version DESC LIMIT 1
                    """, in: db
                ).first(.integer(uri.storageKey), .blob(uri.storedBytes)) { row in
                    let json = row.bytes(2)
                    let checksum = Checksum.of([row.bytes(5), json], sequence: row.unsigned(3))
                    let record = StoredRecord(
                        version: Int(row.integer(0)),
                        topic: Topic(stored: String(decoding: row.bytes(1), as: UTF8.self)),
                        json: json)
                    return checksum == row.integer(4) ? record : nil
                }
                return found ?? nil
            }
        }
    }
}
