internal import Dispatch
internal import GRDB
internal import Glibc
internal import WarraqCore

/// How the journal's file is opened.
enum JournalFile {
    /// Creates `directory` and what is missing above it.
    static func create(directory: String) throws(JournalOpenError) {
        guard mkdir(directory, 0o750) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, let slash = directory.lastIndex(of: "/"),
            slash != directory.startIndex
        else { throw .last("mkdir", directory) }
        try create(directory: String(directory[..<slash]))
        guard mkdir(directory, 0o750) == 0 || errno == EEXIST else {
            throw .last("mkdir", directory)
        }
    }

    /// Opens the writer and the readers, and brings the file to the newest format.
    static func openPool(path: String, createdAt: UnixTime) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "warraq.journal"
        // GRDB's own, userInitiated, has libdispatch ask for a nice value that an ordinary process may
        // not have, and log that.
        configuration.qos = .default
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.persistentReadOnlyConnections = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA page_size = \(JournalSchema.pageSize)")
            // Each connection's own cache: index pages that every commit touches stay in it.
            try db.execute(sql: "PRAGMA cache_size = \(db.configuration.readonly ? -4096 : -65536)")
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        // DatabasePool sets NORMAL after `prepareDatabase`, under which a commit is not synced.
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // 16 MiB of log between checkpoints; what a slow reader made of it is cut back after.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 2048")
            try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
            let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
            let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous")
            guard mode == "wal", synchronous == 2 else {
                throw JournalOpenError.unsafe(
                    path: path,
                    problem: "journal_mode \(mode ?? "none"), synchronous \(synchronous ?? -1)")
            }
        }
        let migrator = JournalSchema.migrator
        guard try !pool.read(migrator.hasBeenSuperseded) else {
            throw JournalOpenError.newerFormat(path: path)
        }
        try migrator.migrate(pool)
        try pool.write { db in
            try JournalState.create(epoch: JournalState.randomEpoch(), at: createdAt, in: db)
        }
        return pool
    }

    /// Opens a file for recovery, on one connection. `isDamaged` also opens one that was cut.
    static func openPlain(path: String, isDamaged: Bool = false) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "warraq.journal.recovery"
        configuration.qos = .default
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA page_size = \(JournalSchema.pageSize)")
            // SQLite refuses a file shorter than its header says, unless its schema is writable.
            if isDamaged { try db.execute(sql: "PRAGMA writable_schema = ON") }
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Opens the connection of single look-ups. A queue of its own costs a few microseconds a call; the
    /// pool's readers would add a transaction.
    static func openLookup(path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "warraq.journal.lookup"
        configuration.qos = .default
        configuration.readonly = true
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = -32768")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
