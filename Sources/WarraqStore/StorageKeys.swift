internal import GRDB
internal import WarraqCore

extension ArticleURI {
    /// What the journal's index of identities holds: eight bytes of the digest, apart by kind.
    var storageKey: Int64 { digest.storageKey ^ Int64(kind.rawValue) }
}

extension SHA256Digest {
    /// The first eight bytes as a number.
    var storageKey: Int64 {
        Int64(bitPattern: bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}

// GRDB's own subscripts trap on a value of another type, which a damaged page can hold.
extension Row {
    /// The column's number.
    func integer(_ index: Int) throws -> Int64 {
        guard let value = Int64.fromDatabaseValue(self[index] as DatabaseValue) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a stored number is damaged")
        }
        return value
    }

    /// A sequence number or a hash in a column.
    func unsigned(_ index: Int) throws -> UInt64 { UInt64(bitPattern: try integer(index)) }

    /// A moment in a column.
    func time(_ index: Int) throws -> UnixTime { UnixTime(milliseconds: try integer(index)) }

    /// The column's text.
    func text(_ index: Int) throws -> String {
        guard let value = String.fromDatabaseValue(self[index] as DatabaseValue) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a stored text is damaged")
        }
        return value
    }

    /// The column's bytes, copied out of the row.
    func bytes(_ index: Int) throws -> [UInt8] {
        try withUnsafeData(atIndex: index) { data in data.map { [UInt8]($0) } ?? [] }
    }
}

extension UInt64 {
    /// The same bits as SQLite keeps them.
    var stored: Int64 { Int64(bitPattern: self) }
}
