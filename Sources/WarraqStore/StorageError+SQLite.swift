internal import GRDB
internal import WarraqCore

extension StorageError {
    /// The store's word for `error`.
    ///
    /// SQLite reports a disk without room and its own page limit both as `SQLITE_FULL`.
    init(_ error: any Error) {
        switch error {
        case let error as StorageError:
            self = error
        case let error as DatabaseError:
            let message =
                "\(error.message ?? "SQLite error") [\(error.extendedResultCode.rawValue)]"
            switch error.extendedResultCode {
            case .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC: self = .syncFailed(message)
            case let code where code.primaryResultCode == .SQLITE_FULL: self = .full(message)
            case _ where error.isDamage: self = .damaged(message)
            default: self = .unavailable(message)
            }
        default:
            self = .unavailable(String(describing: error))
        }
    }

    /// Runs `body` and gives its errors the store's words.
    static func wrap<Result>(_ body: () throws -> Result) throws(StorageError) -> Result {
        do {
            return try body()
        } catch {
            throw StorageError(error)
        }
    }
}

extension DatabaseError {
    /// Whether SQLite found the file itself damaged.
    var isDamage: Bool {
        resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB
    }
}
