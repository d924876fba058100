import Foundation
import GRDB
import NearDuplicates
import Testing
import WarraqCore

@testable import WarraqStore

struct RecoveryTests {
    private let directory = TemporaryDirectory()

    /// Fills a journal and ends it in good order, so that all of it is in one file.
    private func fill(_ count: Int, size: Int = 3000) throws -> [FeedMessage] {
        let journal = try directory.open()
        let messages = try journal.commit(
            (1...count).map { Sample.article($0, id: "\($0)", size: size) }
        ).flatMap(\.messages)
        journal.setPublished(UInt64(count))
        _ = try journal.commit([Sample.refused(1)])
        try journal.close()
        return messages
    }

    private var path: String { directory.path + "/journal.sqlite" }

    private func overwrite(at offset: Int, _ bytes: [UInt8]) throws {
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seek(toOffset: UInt64(offset))
        try file.write(contentsOf: Data(bytes))
        try file.close()
    }

    /// Makes the next start look at the whole file, as after a crash.
    private func markUnclean() throws {
        let lock = try DirectoryLock(directory: directory.path)
        lock.release(isClean: false)
    }

    private func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
    }

    @Test func `a whole journal is not touched, whatever the last end was`() throws {
        let messages = try fill(20)
        try markUnclean()
        let journal = try directory.open()
        #expect(journal.damage == nil)
        #expect(try journal.page(after: 0, limit: 100).messages == messages)
    }

    @Test func `a process that is killed loses nothing it acknowledged`() async throws {
        let path = directory.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let journal = try SQLiteJournal.open(directory: path)
            for number in 1...50 {
                _ = try journal.commit([Sample.article(number, id: "\(number)")])
            }
            kill(getpid(), SIGKILL)
        }
        let journal = try directory.open()
        #expect(journal.damage == nil)
        #expect(journal.lastSequence == 50)
        #expect(try journal.page(after: 0, limit: 100).messages.map(\.sequence) == Array(1...50))
        let again = try journal.commit([Sample.known(50, id: "50")])[0]
        #expect(again.isRepeated)
        #expect(try journal.commit([Sample.article(51)])[0].messages.map(\.sequence) == [51])
    }

    @Test func `a changed byte inside a record leaves out that record only`() throws {
        let messages = try fill(20)
        let file = try Data(contentsOf: URL(fileURLWithPath: path))
        let place = try #require(file.range(of: Data(messages[6].record.prefix(600))))
        try overwrite(at: place.lowerBound + 300, [0x00])
        try markUnclean()
        let journal = try directory.open()
        let page = try journal.page(after: 0, limit: 100)
        #expect(page.damaged == [7])
        #expect(page.messages == messages.filter { $0.sequence != 7 })
        #expect(page.last == 20)
        #expect(try journal.statistics().damagedRecords == 1)
    }

    @Test func `an overwritten page is set aside, the rest is served, the loss is named`() throws {
        let messages = try fill(200)
        let file = try Data(contentsOf: URL(fileURLWithPath: path))
        let place = try #require(file.range(of: Data(messages[99].record.prefix(400))))
        let page = place.lowerBound / JournalSchema.pageSize
        try overwrite(
            at: page * JournalSchema.pageSize,
            [UInt8](repeating: 0xA5, count: JournalSchema.pageSize))
        try markUnclean()

        let journal = try directory.open()
        let damage = try #require(journal.damage)
        #expect(damage.keptEpoch)
        #expect(damage.lostRecords >= 1)
        #expect(damage.lostRecords < 10)
        let lost = Set(damage.lostSequences.flatMap { Array($0) })
        #expect(lost.contains(100))
        let served = try journal.page(after: 0, limit: 1000)
        #expect(served.messages == messages.filter { !lost.contains($0.sequence) })
        #expect(served.oldest == (lost.max() ?? 0) + 1)
        #expect(try journal.deadLetters(limit: 10).count == 1)
        #expect(try journal.commit([Sample.known(1, id: "1")])[0].isRepeated)
        #expect(try journal.commit([Sample.article(201)])[0].messages.map(\.sequence) == [201])
        let aside = try #require(damage.setAside)
        #expect(try files().contains((aside as NSString).lastPathComponent))
        try journal.close()

        let next = try directory.open()
        #expect(next.damage == nil)
    }

    @Test func `a journal cut short serves what is left and goes on with its numbers`() throws {
        let messages = try fill(200)
        let size = Int(SQLiteJournal.size(of: path))
        #expect(truncate(path, off_t(size / 2 + 123)) == 0)

        let journal = try directory.open()
        let damage = try #require(journal.damage)
        #expect(damage.keptEpoch)
        let lost = Set(damage.lostSequences.flatMap { Array($0) })
        #expect(!lost.isEmpty)
        #expect(lost.count < 200)
        let served = try journal.page(after: 0, limit: 1000)
        #expect(served.messages == messages.filter { !lost.contains($0.sequence) })
        #expect(try journal.commit([Sample.article(999)])[0].messages.map(\.sequence) == [201])
    }

    @Test func `a journal without a readable first page starts again under a new epoch`() throws {
        _ = try fill(20)
        try overwrite(at: 0, [UInt8](repeating: 0, count: 200))
        let journal = try directory.open()
        let damage = try #require(journal.damage)
        #expect(!damage.keptEpoch)
        #expect(try journal.commit([Sample.article(1)])[0].messages.map(\.sequence) == [21])
    }

    @Test func `commits that vanished with the log are reported and their numbers not reused`()
        throws
    {
        let path = directory.path
        let journal = try directory.open()
        _ = try journal.commit((1...5).map { Sample.article($0) })
        _ = try journal.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        _ = try journal.commit((6...9).map { Sample.article($0) })
        // What is on disk now, but for the log: as if somebody removed it.
        let copy = TemporaryDirectory()
        try FileManager.default.createDirectory(
            atPath: copy.path, withIntermediateDirectories: true)
        for name in ["journal.sqlite", "lock"] {
            try FileManager.default.copyItem(
                atPath: path + "/" + name, toPath: copy.path + "/" + name)
        }
        let reopened = try copy.open()
        #expect(reopened.damage?.lostSequences == [6...9])
        #expect(reopened.epoch == journal.epoch)
        let page = try reopened.page(after: 0, limit: 10)
        #expect(page.messages.map(\.sequence) == [1, 2, 3, 4, 5])
        #expect(page.oldest == 10)
        #expect(try reopened.commit([Sample.article(20)])[0].messages.map(\.sequence) == [10])
    }

    @Test func `a journal that was removed is reported`() throws {
        _ = try fill(3)
        #expect(unlink(path) == 0)
        let journal = try directory.open()
        #expect(journal.damage?.lostSequences == [1...3])
        #expect(journal.damage?.keptEpoch == false)
        #expect(try journal.commit([Sample.article(1)])[0].messages.map(\.sequence) == [1])
    }

    @Test func `a journal that was cut to nothing is reported`() throws {
        _ = try fill(3)
        #expect(truncate(path, 0) == 0)
        let journal = try directory.open()
        #expect(journal.damage?.lostSequences == [1...3])
        #expect(journal.damage?.keptEpoch == false)
        #expect(try journal.commit([Sample.article(1)])[0].messages.map(\.sequence) == [1])
    }

    @Test func `an index unlike its table is found once SQLite met it`() throws {
        _ = try fill(20)
        let broken = try DatabaseQueue(path: path)
        try broken.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA writable_schema = ON")
            try db.execute(
                sql: """
                    UPDATE sqlite_master SET sql = 'CREATE INDEX recordURI ON record (version)' \
                    WHERE name = 'recordURI'
                    """)
        }
        try broken.close()
        let lock = try DirectoryLock(directory: directory.path)
        lock.noteDamage()
        lock.release(isClean: false)
        let journal = try directory.open()
        #expect(journal.damage?.salvagedRows ?? 0 > 0)
        #expect(try journal.page(after: 0, limit: 100).messages.count == 20)
    }

    @Test func `a page overwritten while the journal is open costs its records, not the replay`()
        throws
    {
        let messages = try fill(200)
        let file = try Data(contentsOf: URL(fileURLWithPath: path))
        let place = try #require(file.range(of: Data(messages[99].record.prefix(400))))
        let page = place.lowerBound / JournalSchema.pageSize
        let journal = try directory.open()
        try overwrite(
            at: page * JournalSchema.pageSize,
            [UInt8](repeating: 0xA5, count: JournalSchema.pageSize))
        var served: [FeedMessage] = []
        var damaged = false
        var after: UInt64 = 0
        var pages = 0
        while pages < 100 {
            let page = try journal.page(after: after, limit: 30)
            served += page.messages
            damaged = damaged || !page.damaged.isEmpty
            pages += 1
            #expect(page.last > after)
            after = page.last
            if !page.more { break }
        }
        #expect(damaged)
        #expect(pages < 20)
        #expect(served.count > 180)
        #expect(!served.contains { $0.sequence == 100 })
        #expect(try journal.statistics().needsSalvage)
        try journal.close()
        // The next start looks at all of the file, though it was closed in order.
        #expect(try directory.open().damage != nil)
    }

    @Test(arguments: 0..<12)
    func `damage anywhere never stops a start, nor changes a record`(seed: Int) throws {
        let messages = try fill(60)
        let size = Int(SQLiteJournal.size(of: path))
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<6 {
            let offset = Int.random(in: JournalSchema.pageSize..<size - 64, using: &generator)
            try overwrite(
                at: offset, (0..<64).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
        try markUnclean()
        let journal = try directory.open()
        let served = try journal.page(after: 0, limit: 1000)
        let original = Dictionary(uniqueKeysWithValues: messages.map { ($0.sequence, $0) })
        if journal.damage?.keptEpoch ?? true {
            #expect(served.messages.allSatisfy { original[$0.sequence] == $0 })
        } else {
            #expect(served.messages.allSatisfy { original[$0.sequence]?.record == $0.record })
        }
        let next = try journal.commit([Sample.article(1000)])[0].messages.map(\.sequence)
        #expect(next == [61])
    }
}
