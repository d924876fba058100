import Foundation
import GRDB
import NearDuplicates
import Testing
import WarraqCore

@testable import WarraqStore

struct StorageFailureTests {
    private let directory = TemporaryDirectory()

    @Test func `a full disk refuses and recovers when there is room`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Sample.article(1)])
        try journal.pool.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 10)")
        }
        let large = (2...9).map { Sample.article($0, id: "\($0)", size: 50_000) }
        for _ in 1...3 {
            #expect {
                try journal.commit(large)
            } throws: { error in
                if case .full = error as? StorageError { true } else { false }
            }
            #expect(journal.lastSequence == 1)
            #expect(try journal.version(of: Sample.uri(2)) == nil)
        }
        #expect(try journal.page(after: 0, limit: 10).messages.count == 1)

        try journal.pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA max_page_count = 1073741823")
        }
        #expect(try journal.commit(large).flatMap(\.messages).map(\.sequence) == Array(2...9))
    }

    @Test func `a lost table refuses and recovers when it is back`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Sample.article(1)])
        try journal.pool.write { try $0.execute(sql: "ALTER TABLE token RENAME TO hidden") }
        #expect {
            try journal.commit([Sample.article(2)])
        } throws: { error in
            if case .unavailable = error as? StorageError { true } else { false }
        }
        #expect(throws: StorageError.self) { try journal.tokens(of: DocumentNumber(rawValue: 1)) }
        #expect(journal.lastSequence == 1)
        try journal.pool.write { try $0.execute(sql: "ALTER TABLE hidden RENAME TO token") }
        #expect(try journal.commit([Sample.article(2)])[0].messages.map(\.sequence) == [2])
    }

    @Test(arguments: [
        (code: ResultCode.SQLITE_FULL, expected: StorageError.full("m [13]")),
        (code: .SQLITE_IOERR_FSYNC, expected: .syncFailed("m [1034]")),
        (code: .SQLITE_IOERR_DIR_FSYNC, expected: .syncFailed("m [1290]")),
        (code: .SQLITE_IOERR_WRITE, expected: .unavailable("m [778]")),
        (code: .SQLITE_CORRUPT, expected: .damaged("m [11]")),
        (code: .SQLITE_NOTADB, expected: .damaged("m [26]")),
        (code: .SQLITE_BUSY, expected: .unavailable("m [5]")),
    ])
    func `each error of SQLite has the store's word`(code: ResultCode, expected: StorageError) {
        #expect(StorageError(DatabaseError(resultCode: code, message: "m")) == expected)
    }

    @Test func `a second process gets an error that names the first`() throws {
        let journal = try directory.open()
        #expect(throws: JournalOpenError.locked(directory: directory.path, pid: getpid())) {
            try directory.open()
        }
        try journal.close()
        try directory.open().close()
    }

    @Test func `the directory is created closed to others`() throws {
        let nested = directory.path + "/a/b"
        let journal = try SQLiteJournal.open(directory: nested)
        try journal.close()
        let attributes = try FileManager.default.attributesOfItem(atPath: nested)
        #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o027 } == 0)
    }

    @Test func `a directory that cannot be made is named`() {
        #expect(throws: JournalOpenError.system("mkdir", "/proc/warraq", code: ENOENT)) {
            try SQLiteJournal.open(directory: "/proc/warraq")
        }
    }

    @Test func `a journal of a newer version is refused`() throws {
        let journal = try directory.open()
        try journal.pool.write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9: future')")
        }
        try journal.close()
        #expect(throws: JournalOpenError.newerFormat(path: directory.path + "/journal.sqlite")) {
            try directory.open()
        }
    }
}
