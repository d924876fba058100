internal import Dispatch
internal import GRDB
internal import Synchronization
public import WarraqCore

/// The journal on disk: SQLite in WAL mode, every commit synced.
///
/// One object owns a directory: `journal.sqlite` with its write-ahead log, and `lock`. Commits are
/// serial; replay reads on connections of its own and never waits for a commit, nor a commit for it.
/// What a start needs to know about damage is in ``damage``.
public final class SQLiteJournal: Journal {
    /// The journal's name in its directory.
    static let fileName = "journal.sqlite"

    /// Names the sequence: it changes only when a journal is lost.
    public let epoch: String
    /// What the start found damaged, `nil` if nothing.
    public let damage: DamageReport?

    let path: String
    private let settings: Mutex<JournalConfiguration>
    let pool: DatabasePool
    let lookup: DatabaseQueue
    let lock: DirectoryLock
    let now: @Sendable () -> UnixTime
    let position: Mutex<FeedPosition>
    let progress = Mutex(JournalProgress())

    /// What holds now.
    var configuration: JournalConfiguration { settings.withLock { $0 } }

    /// Takes up what is kept, and how long, from `newer`: the next slice of retention goes by it.
    public func setRetention(as newer: JournalConfiguration) {
        settings.withLock { settings in
            settings.days = newer.days
            settings.bytes = newer.bytes
            settings.idDays = newer.idDays
            settings.deadLetterBytes = newer.deadLetterBytes
        }
    }

    /// Opens the journal in `directory`, creates what is missing (mode 0750), and takes the
    /// directory's lock.
    ///
    /// A journal that SQLite finds damaged is set aside and what can be read of it is copied to a new
    /// one, which takes about as long as reading it. `now` is asked for the time of every commit.
    public static func open(
        directory: String, configuration: JournalConfiguration = JournalConfiguration(),
        now: @escaping @Sendable () -> UnixTime = { .now() }
    ) throws(JournalOpenError) -> SQLiteJournal {
        try JournalFile.create(directory: directory)
        let lock = try DirectoryLock(directory: directory)
        let path = directory + "/" + fileName
        let recovered = try Recovery(
            path: path, remains: lock.remains, configuration: configuration
        )
        .run(at: now())
        do {
            return try SQLiteJournal(
                path: path, configuration: configuration, lock: lock, damage: recovered, now: now)
        } catch let error as JournalOpenError {
            throw error
        } catch {
            throw .storage(path: path, StorageError(error))
        }
    }

    private init(
        path: String, configuration: JournalConfiguration, lock: DirectoryLock,
        damage: DamageReport?, now: @escaping @Sendable () -> UnixTime
    ) throws {
        self.path = path
        settings = Mutex(configuration)
        self.lock = lock
        self.now = now
        pool = try JournalFile.openPool(path: path, createdAt: now())
        lookup = try JournalFile.openLookup(path: path)
        let state = try pool.read(JournalState.init(in:))
        epoch = state.epoch
        self.damage = damage
        position = Mutex(
            FeedPosition(
                epoch: state.epoch, sequence: state.lastSequence,
                topics: try pool.read(JournalState.topics(in:))))
        progress.withLock { $0.published = state.published }
        lock.raiseHighWater(to: state.lastSequence)
    }

    /// The last sequence number committed, 0 for none.
    public var lastSequence: UInt64 { position.withLock { $0.sequence } }

    /// Stores `entries` in one synced transaction, in order: all or, when it throws, nothing.
    ///
    /// A known article is answered with the sequence number of the oldest record that has its
    /// identity. A draft whose version is not above the stored one's is a caller bug and traps.
    public func commit(_ entries: [JournalEntry]) throws(StorageError) -> [Receipt] {
        try noting {
            try limitLog()
            return try pool.writeWithoutTransaction { db in
                var receipts: [Receipt] = []
                receipts.reserveCapacity(entries.count)
                var batch = try CommitBatch(
                    db: db, at: now(), indexFormat: configuration.indexFormat, epoch: epoch,
                    advance: position.withLock { $0.advance },
                    knownTopic: { topic in self.position.withLock { $0.topics[topic] } })
                var dropped: [Int64] = []
                try db.inTransaction(.immediate) {
                    for entry in entries { receipts.append(try batch.store(entry)) }
                    try batch.finish(published: progress.withLock { $0.published })
                    if batch.addedDeadLetterBytes > 0 { dropped = try trimDeadLetters(in: db) }
                    return .commit
                }
                if !dropped.isEmpty { progress.withLock { $0.droppedDeadLetters += dropped } }
                position.withLock { $0.apply(batch.advance) }
                lock.raiseHighWater(to: batch.advance.sequence)
                return receipts
            }
        }
    }

    /// Notes that subscribers have everything up to `sequence`. It reaches the disk with the next
    /// commit that stores something, and at ``close()``.
    public func setPublished(_ sequence: UInt64) {
        progress.withLock { $0.published = max($0.published, sequence) }
    }

    /// Ends in good order: writes the published mark, empties the write-ahead log and closes. Call it
    /// last, when no other thread uses the journal.
    public func close() throws(StorageError) {
        try noting {
            let published = progress.withLock { $0.published }
            try pool.writeWithoutTransaction { db in
                try db.execute(
                    sql: "UPDATE state SET published = max(published, ?)",
                    arguments: [published.stored])
            }
            try lookup.close()
            try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            try pool.close()
            lock.release(isClean: !progress.withLock { $0.sawDamage })
        }
    }

    /// Runs `body`, gives its errors the store's words, and remembers damage for the next start.
    func noting<Result>(_ body: () throws -> Result) throws(StorageError) -> Result {
        do {
            return try body()
        } catch {
            if let error = error as? DatabaseError, error.isDamage { noteDamage() }
            throw StorageError(error)
        }
    }

    func noteDamage() {
        progress.withLock { $0.sawDamage = true }
        lock.noteDamage()
    }
}

/// What the journal keeps in memory besides the feed's position.
struct JournalProgress {
    /// Up to here subscribers have everything.
    var published: UInt64 = 0
    /// Whether SQLite or a checksum found damage while this process ran.
    var sawDamage = false
    /// Records whose bytes did not fit their checksum, so that each is counted once.
    var damagedRecords: Set<UInt64> = []
    /// Dead letters that were dropped to make room and not told of yet.
    var droppedDeadLetters: [Int64] = []
    /// From which size on the write-ahead log is tried again, if a reader would not let go of it.
    var logLimit: Int64?
    /// Where the expiry of senders' ids goes on.
    var senderCursor: Int64 = 0
}
