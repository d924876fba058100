internal import Foundation
internal import GRDB
public import NearDuplicates
public import WarraqCore

extension SQLiteJournal {
    /// Whether a record with this identity is committed. A few microseconds.
    public func holds(_ uri: ArticleURI) throws(StorageError) -> Bool {
        try noting {
            try lookup.unsafeRead { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT 1 FROM record WHERE uriKey = ? AND uri = ? LIMIT 1")
                return try Int.fetchOne(statement, arguments: [uri.storageKey, uri.blob]) != nil
            }
        }
    }

    /// The token block of a committed document, `nil` if it is gone or of another format. A few
    /// microseconds.
    public func tokens(of document: DocumentNumber) throws(StorageError) -> [UInt8]? {
        try noting {
            try lookup.unsafeRead { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT block FROM token WHERE document = ? AND format = ?")
                let block = try Data.fetchOne(
                    statement, arguments: [Int64(document.rawValue), configuration.indexFormat])
                return block.map { [UInt8]($0) }
            }
        }
    }
}
