internal import Foundation
internal import GRDB
internal import WarraqCore

/// Copies what can be read of a damaged journal to a new one, and sets the damaged file aside.
///
/// The damaged file stays in its place until the new one is complete and synced, so a salvage that is
/// interrupted starts again.
struct Salvage {
    /// The journal's path.
    let path: String
    /// The last sequence number known to be given, 0 if unknown.
    let highWater: UInt64
    /// What SQLite said.
    let problem: String

    private static let tables = [
        ("topic", "id"), ("record", "sequence"), ("document", "number"), ("token", "document"),
        ("url", "sequence"), ("siteSighting", "sequence"), ("siteForgotten", "id"),
        ("story", "sequence"), ("nameSighting", "sequence"),
        ("sender", "number"), ("deadLetter", "id"),
    ]

    /// Where a new journal grows before it takes its place.
    static func newPath(of path: String) -> String { path + ".new" }

    /// Renames a file that may not be there.
    static func move(_ from: String, to: String) throws(JournalOpenError) {
        guard rename(from, to) == 0 || errno == ENOENT else { throw .last("rename", from) }
    }

    /// Salvages.
    func run(at now: UnixTime) throws -> DamageReport {
        let newPath = Self.newPath(of: path)
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(newPath + suffix) }
        var report = try copy(to: newPath, at: now)
        let stamp = now.rfc3339.filter { $0 != ":" }
        let aside = path.replacingOccurrences(
            of: "journal.sqlite", with: "journal-damaged-\(stamp).sqlite")
        for suffix in ["-shm", "-wal", ""] { try Self.move(path + suffix, to: aside + suffix) }
        try Self.move(newPath, to: path)
        try Self.syncDirectory(of: path)
        report.setAside = aside
        return report
    }

    /// Makes renames in the directory of `path` durable.
    private static func syncDirectory(of path: String) throws(JournalOpenError) {
        let directory = (path as NSString).deletingLastPathComponent
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", directory) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .last("fsync", directory) }
    }

    private func copy(to newPath: String, at now: UnixTime) throws -> DamageReport {
        let target = try JournalFile.openPlain(path: newPath)
        try JournalSchema.migrator.migrate(target)
        return try target.inDatabase { new in
            try new.execute(sql: "PRAGMA synchronous = OFF")
            var copier = SalvageCopier(target: new, highWater: highWater)
            try new.inTransaction {
                // Without a readable first page there is nothing to copy.
                if let damaged = try? JournalFile.openPlain(path: path, isDamaged: true) {
                    try damaged.inDatabase { old in
                        copier.readState(in: old)
                        for (table, key) in Self.tables {
                            // A file of an earlier format lacks some. If its schema cannot be read,
                            // neither can the table, and the copier says so.
                            if (try? old.tableExists(table)) == false { continue }
                            try copier.copy(TableReader(table: table, key: key, db: old))
                        }
                    }
                }
                try copier.writeState(at: now)
                return .commit
            }
            // The one transaction whose sync makes all of the file durable.
            try new.execute(sql: "PRAGMA synchronous = FULL")
            try new.execute(sql: "UPDATE state SET id = 1")
            return copier.report(problem: problem)
        }
    }
}

/// The copying itself, and what it learns on the way.
private struct SalvageCopier {
    let target: Database
    let highWater: UInt64
    private var state: JournalState?
    private let newEpoch = JournalState.randomEpoch()
    private var topics: Set<Int64> = []
    private var highest: UInt64 = 0
    private var expected: UInt64?
    private var lostSequences: [ClosedRange<UInt64>] = []
    private var lostRows: [String] = []
    private var salvagedRows = 0

    init(target: Database, highWater: UInt64) {
        self.target = target
        self.highWater = highWater
    }

    /// Sequence numbers go on where they were if their end is known: then the epoch stays.
    private var keepsEpoch: Bool { state != nil }

    private var lastSequence: UInt64 { max(highest, highWater, state?.lastSequence ?? 0) }

    mutating func readState(in old: Database) {
        // Without it there is a new epoch, which the report says.
        state = try? JournalState(in: old)
        expected = state?.oldest
    }

    mutating func copy(_ reader: TableReader) throws {
        var insert: Statement?
        let lost = try reader.forEach { row in
            var values = Array(row.databaseValues)
            guard try accept(row, of: reader.table, values: &values) else { return }
            let statement = try insert ?? makeInsert(into: reader.table, like: row)
            insert = statement
            try statement.execute(arguments: StatementArguments(values))
            salvagedRows += 1
        }
        lostRows += lost.map {
            "\(reader.table) \($0.lowerBound)…" + ($0.upperBound == .max ? "" : "\($0.upperBound)")
        }
        if reader.table == "record" { expect(lastSequence + 1) }
    }

    private func makeInsert(into table: String, like row: Row) throws -> Statement {
        let columns = row.columnNames.joined(separator: ", ")
        let marks = row.columnNames.map { _ in "?" }.joined(separator: ", ")
        return try target.makeStatement(
            sql: "INSERT OR IGNORE INTO \(table) (\(columns)) VALUES (\(marks))")
    }

    /// Whether `row` is what it says. Changes what a new epoch changes.
    private mutating func accept(
        _ row: Row, of table: String, values: inout [DatabaseValue]
    ) throws -> Bool {
        switch table {
        case "topic":
            topics.insert(try row.integer(0))
            highest = max(highest, try row.unsigned(2))
        case "record":
            let sequence = try row.unsigned(0)
            let (header, json) = (try row.bytes(11), try row.bytes(12))
            guard Checksum.of([header, json], sequence: sequence) == (try row.integer(10)),
                topics.contains(try row.integer(1)),
                let uri = ArticleURI(storedBytes: try row.bytes(3)),
                uri.storageKey == (try row.integer(2))
            else { return false }
            expect(sequence)
            expected = max(expected ?? 0, sequence + 1)
            highest = max(highest, sequence)
            guard !keepsEpoch else { return true }
            let rebuilt = FeedHeader(
                epoch: newEpoch, sequence: sequence, previous: try row.unsigned(5), uri: uri,
                version: Int(try row.integer(4)), at: try row.time(6)
            ).json
            values[10] = Checksum.of([rebuilt, json], sequence: sequence).databaseValue
            values[11] = Data(rebuilt).databaseValue
        default: break
        }
        return true
    }

    /// Notes as lost what lies between the last record and `sequence`.
    private mutating func expect(_ sequence: UInt64) {
        guard let expected, expected < sequence else { return }
        lostSequences.append(expected...sequence - 1)
        self.expected = sequence
    }

    func writeState(at now: UnixTime) throws {
        let bytes = try Int64.fetchOne(target, sql: "SELECT sum(bytes) FROM deadLetter") ?? 0
        let number = try Int64.fetchOne(target, sql: "SELECT max(number) FROM document") ?? 0
        let oldest = lostSequences.last.map { $0.upperBound + 1 } ?? state?.oldest ?? 1
        try target.execute(
            sql: "INSERT INTO state VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                state?.epoch ?? newEpoch, (state?.createdAt ?? now).milliseconds,
                lastSequence.stored, oldest.stored, (state?.published ?? lastSequence).stored,
                max(number, Int64(state?.lastDocument ?? 0)), bytes,
                state?.deadLettersDropped ?? 0,
            ])
    }

    func report(problem: String) -> DamageReport {
        DamageReport(
            setAside: nil, problem: problem, lostSequences: lostSequences,
            salvagedRows: salvagedRows, lostRows: lostRows, keptEpoch: keepsEpoch)
    }
}
