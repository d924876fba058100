import ArticleExtraction
import Foundation
import GRDB
import Testing
import WarraqCore

@testable import WarraqStore

struct SiteTests {
    private let directory = TemporaryDirectory()

    private static func row(_ number: Int, host: String = "hespress.com") -> SightingRow {
        SightingRow(
            host: host,
            sighting: SiteSighting(
                lines: [SiteSighting.Line(key: UInt64.max - UInt64(number), text: "سطر \(number)")],
                title: SiteSighting.Title(key: 1, tails: [])),
            at: UnixTime(milliseconds: Sample.time.milliseconds + Int64(number)))
    }

    private static func entry(_ number: Int, host: String = "hespress.com") -> JournalEntry {
        let article = StoredArticle(
            outcome: .new, record: Sample.record(number, host: host), index: Sample.index(number),
            url: nil, headlines: [Sample.headline(number, host: host)],
            sighting: row(number, host: host))
        return JournalEntry(
            senderID: nil, payload: Sample.uri(number), content: .articles([.stored(article)]),
            receivedAt: Sample.time)
    }

    private func rows(_ journal: SQLiteJournal, limit: Int = 100) throws -> [SightingRow] {
        var rows: [SightingRow] = []
        try journal.forEachSighting(limit: limit) { rows.append($0) }
        return rows
    }

    @Test func `sightings come back in the order of the records after a restart`() throws {
        let first = try directory.open()
        _ = try first.commit([Self.entry(3), Self.entry(1, host: "akhbarona.com")])
        _ = try first.commit([Self.entry(2), Sample.article(4)])
        try first.close()
        let second = try directory.open()
        #expect(
            try rows(second) == [Self.row(3), Self.row(1, host: "akhbarona.com"), Self.row(2)])
        #expect(try rows(second, limit: 2) == [Self.row(1, host: "akhbarona.com"), Self.row(2)])
    }

    @Test func `a forgotten site keeps what it shows afterwards`() throws {
        let first = try directory.open()
        _ = try first.commit([Self.entry(1), Self.entry(2, host: "akhbarona.com")])
        try first.forgetSite("hespress.com")
        _ = try first.commit([Self.entry(3)])
        try first.close()
        let second = try directory.open()
        #expect(try rows(second) == [Self.row(2, host: "akhbarona.com"), Self.row(3)])
        try second.forgetSite("hespress.com")
        #expect(try rows(second) == [Self.row(2, host: "akhbarona.com")])
    }

    @Test func `a sighting goes with its record`() throws {
        let clock = TestClock()
        var configuration = JournalConfiguration()
        configuration.days = 10
        let journal = try directory.open(configuration, clock: clock)
        _ = try journal.commit([Self.entry(1)])
        journal.setPublished(journal.lastSequence)
        clock.advance(days: 11)
        _ = try journal.commit([Self.entry(2)])
        _ = try journal.maintain()
        #expect(try rows(journal) == [Self.row(2)])
    }

    @Test func `a journal of the first format gets the new tables and keeps its records`() throws {
        let first = try directory.open()
        _ = try first.commit([Sample.article(1)])
        try first.pool.write { db in
            try db.execute(
                sql: """
                    DROP TABLE siteSighting; DROP TABLE siteForgotten;
                    DELETE FROM grdb_migrations WHERE identifier = '2: site memory';
                    """)
        }
        try first.close()
        let second = try directory.open()
        _ = try second.commit([Self.entry(2)])
        #expect(try rows(second) == [Self.row(2)])
        #expect(try second.page(after: 0, limit: 10).messages.count == 3)
    }

    @Test func `a damaged sighting is left out`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Self.entry(1), Self.entry(2)])
        try journal.pool.write { db in
            try db.execute(sql: "UPDATE siteSighting SET sighting = x'09' WHERE sequence = 1")
        }
        #expect(try rows(journal) == [Self.row(2)])
    }

    @Test(arguments: [true, false])
    func `what can be read of a damaged journal keeps its sightings`(isNew: Bool) throws {
        let journal = try directory.open()
        _ = try journal.commit((1...200).map { Self.entry($0) })
        try journal.forgetSite("akhbarona.com")
        if !isNew {
            try journal.pool.write { db in
                try db.execute(sql: "DROP TABLE siteSighting; DROP TABLE siteForgotten")
            }
        }
        try journal.close()
        try destroyPage(with: Sample.bytes(100, count: 120))
        let salvaged = try directory.open()
        #expect(salvaged.damage != nil)
        #expect(try rows(salvaged, limit: 1000) == (isNew ? (1...200).map { Self.row($0) } : []))
    }

    /// Overwrites the page that holds `bytes` and makes the next start look at the whole file.
    private func destroyPage(with bytes: [UInt8]) throws {
        let path = directory.path + "/journal.sqlite"
        let content = try Data(contentsOf: URL(fileURLWithPath: path))
        let place = try #require(content.range(of: Data(bytes)))
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seek(
            toOffset: UInt64(place.lowerBound / JournalSchema.pageSize * JournalSchema.pageSize))
        try file.write(contentsOf: Data(repeating: 0xA5, count: JournalSchema.pageSize))
        try file.close()
        try DirectoryLock(directory: directory.path).release(isClean: false)
    }
}
