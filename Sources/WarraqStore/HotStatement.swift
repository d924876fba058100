internal import GRDB
internal import GRDBSQLite
internal import WarraqCore

/// A prepared statement for what runs for every article, driven through SQLite's C interface.
///
/// GRDB prepares it, owns it and keeps it for the connection. GRDB's own arguments and rows are dynamic
/// values: they took 20,000 instructions for a look-up by key, of which SQLite needs 2,000. Use it
/// only inside an access to the database it came from.
struct HotStatement {
    /// A value to bind.
    enum Argument {
        case integer(Int64)
        case text(String)
        case blob([UInt8])
        case null
    }

    private let owner: Statement
    private let handle: OpaquePointer

    /// The statement `sql` of the connection `db`.
    init(_ sql: String, in db: Database) throws {
        owner = try db.cachedStatement(sql: sql)
        handle = owner.sqliteStatement
    }

    /// Runs a statement that returns no rows.
    func run(_ arguments: Argument...) throws {
        defer { sqlite3_reset(handle) }
        try bind(arguments)
        while try step() {}
    }

    /// Calls `body` with the first row, if there is one.
    func first<Result>(
        _ arguments: Argument..., body: (HotRow) throws -> Result
    ) throws -> Result? {
        defer { sqlite3_reset(handle) }
        try bind(arguments)
        return try step() ? body(HotRow(handle: handle)) : nil
    }

    /// Calls `body` with each row until it answers `false`.
    func forEach(_ arguments: Argument..., body: (HotRow) throws -> Bool) throws {
        defer { sqlite3_reset(handle) }
        try bind(arguments)
        while try step() {
            guard try body(HotRow(handle: handle)) else { return }
        }
    }

    /// Whether there is a row.
    func hasRow(_ arguments: Argument...) throws -> Bool {
        defer { sqlite3_reset(handle) }
        try bind(arguments)
        return try step()
    }

    private func bind(_ arguments: [Argument]) throws {
        // SQLITE_TRANSIENT, a cast that C's macro does: SQLite copies the bytes before it returns.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (index, argument) in zip(Int32(1)..., arguments) {
            let code =
                switch argument {
                case .integer(let value): sqlite3_bind_int64(handle, index, value)
                case .text(let value):
                    sqlite3_bind_text(handle, index, value, Int32(value.utf8.count), transient)
                case .blob(let bytes):
                    // An empty array has no address, and SQLite would bind NULL for it.
                    bytes.isEmpty
                        ? sqlite3_bind_zeroblob(handle, index, 0)
                        : sqlite3_bind_blob(handle, index, bytes, Int32(bytes.count), transient)
                case .null: sqlite3_bind_null(handle, index)
                }
            guard code == SQLITE_OK else { throw error(code) }
        }
    }

    private func step() throws -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw error(code)
        }
    }

    private func error(_ code: Int32) -> DatabaseError {
        // Extended codes are on: GRDB asks for them when it opens a connection.
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
    }
}

/// The row that a ``HotStatement`` stands on. Values of another type than asked for read as zero or
/// empty, so a damaged page cannot trap.
struct HotRow {
    fileprivate let handle: OpaquePointer

    /// The column's number.
    func integer(_ index: Int32) -> Int64 { sqlite3_column_int64(handle, index) }

    /// A sequence number or a hash in a column.
    func unsigned(_ index: Int32) -> UInt64 { UInt64(bitPattern: integer(index)) }

    /// Whether the column is empty.
    func isNull(_ index: Int32) -> Bool { sqlite3_column_type(handle, index) == SQLITE_NULL }

    /// The column's bytes, copied.
    func bytes(_ index: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, index) else { return [] }
        return Array(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index))))
    }

    /// The identity in a column.
    func uri(_ index: Int32) throws -> ArticleURI {
        guard let uri = ArticleURI(storedBytes: bytes(index)) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "a stored identity is damaged")
        }
        return uri
    }
}
