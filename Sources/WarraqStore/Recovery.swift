internal import GRDB
internal import Glibc
internal import WarraqCore

/// What a start does before it trusts the journal.
///
/// SQLite brings a journal back from a crash by itself. This finds what a crash cannot do: a file that
/// was cut, overwritten or removed. It looks at the whole file after an unclean end if that is cheap,
/// or if the last process met damage; otherwise at its ends.
struct Recovery {
    /// The journal's path.
    let path: String
    /// What the last holder of the directory left.
    let remains: DirectoryLock.Remains
    /// How much may be checked.
    let configuration: JournalConfiguration

    /// Makes the journal readable, and says what that took; `nil` if it was whole.
    func run(at now: UnixTime) throws(JournalOpenError) -> DamageReport? {
        do {
            // A salvage that ended between its last two steps.
            let unfinished = Salvage.newPath(of: path)
            if access(path, F_OK) != 0, access(unfinished, F_OK) == 0 {
                try Salvage.move(unfinished, to: path)
            }
            guard access(path, F_OK) == 0 else { return lost("is gone") }
            if let problem = try findProblem() {
                return try Salvage(path: path, highWater: remains.highWater, problem: problem)
                    .run(at: now)
            }
            return try findLostCommits()
        } catch let error as JournalOpenError {
            throw error
        } catch {
            throw .storage(path: path, StorageError(error))
        }
    }

    /// The report of a journal with nothing in it, `nil` if there never was anything.
    private func lost(_ problem: String) -> DamageReport? {
        guard remains.highWater > 0 else { return nil }
        return DamageReport(
            setAside: nil, problem: "\(path) \(problem)", lostSequences: [1...remains.highWater],
            salvagedRows: 0, lostRows: [], keptEpoch: false)
    }

    /// SQLite's words for what is damaged, `nil` for nothing.
    private func findProblem() throws -> String? {
        do {
            let queue = try JournalFile.openPlain(path: path)
            return try queue.inDatabase { db in
                let isWhole = SQLiteJournal.size(of: path) <= configuration.checkedBytes
                if remains.sawDamage || (remains.isUnclean && isWhole) {
                    // Damage that SQLite met may be one that only the thorough check sees, as an entry
                    // missing from an index; a start that missed it would meet it again.
                    let check = remains.sawDamage ? "integrity_check" : "quick_check"
                    let result = try String.fetchOne(db, sql: "PRAGMA \(check)(1)")
                    if let result, result != "ok" { return result }
                }
                // A new file whose first transaction never came has no tables: not damage.
                guard try db.tableExists("record") else { return nil }
                _ = try JournalState(in: db)
                for order in ["ASC", "DESC"] {
                    let sql = "SELECT * FROM record ORDER BY sequence \(order) LIMIT 1"
                    _ = try Row.fetchOne(db, sql: sql)
                }
                return nil
            }
        } catch let error as DatabaseError where error.isDamage {
            return error.message ?? "SQLite found damage"
        }
    }

    /// A journal that is whole but behind the high-water mark lost its last commits: they were synced,
    /// so its write-ahead log was cut or removed. Their numbers are not given again.
    private func findLostCommits() throws -> DamageReport? {
        let queue = try JournalFile.openPlain(path: path)
        return try queue.inDatabase { db in
            // Cut to nothing, and SQLite throws away the log of an empty file.
            guard try db.tableExists("state") else { return lost("is empty") }
            let last = try JournalState(in: db).lastSequence
            guard last < remains.highWater else { return nil }
            try db.execute(
                sql: "UPDATE state SET lastSequence = ?, oldest = ?",
                arguments: [remains.highWater.stored, (remains.highWater + 1).stored])
            return DamageReport(
                setAside: nil, problem: "\(path) ends before what was committed",
                lostSequences: [last + 1...remains.highWater], salvagedRows: 0, lostRows: [],
                keptEpoch: true)
        }
    }
}
