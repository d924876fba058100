import GRDB
import NewsEnrichment
import Testing
import WarraqCore

@testable import WarraqStore

struct NameSightingTests {
    private let directory = TemporaryDirectory()

    private static func sighting(_ number: Int) -> NameSighting {
        NameSighting(bytes: Array("سامي العياري \(number)\nقلبوش مرجدي".utf8))
    }

    private static func entry(_ number: Int) -> JournalEntry {
        let article = StoredArticle(
            outcome: .new, record: Sample.record(number), index: Sample.index(number), url: nil,
            headlines: [Sample.headline(number)], names: sighting(number))
        return JournalEntry(
            senderID: nil, payload: Sample.uri(number), content: .articles([.stored(article)]),
            receivedAt: Sample.time)
    }

    private func rows(_ journal: SQLiteJournal, limit: Int = 100) throws -> [NameSighting] {
        var rows: [NameSighting] = []
        try journal.forEachNameSighting(limit: limit) { rows.append($0) }
        return rows
    }

    @Test func `names come back in the order of the records after a restart`() throws {
        let first = try directory.open()
        _ = try first.commit([Self.entry(3), Self.entry(1)])
        _ = try first.commit([Self.entry(2), Sample.article(4)])
        try first.close()
        let second = try directory.open()
        #expect(try rows(second) == [3, 1, 2].map(Self.sighting))
        #expect(try rows(second, limit: 2) == [1, 2].map(Self.sighting))
    }

    @Test func `names go with their record`() throws {
        let clock = TestClock()
        var configuration = JournalConfiguration()
        configuration.days = 10
        let journal = try directory.open(configuration, clock: clock)
        _ = try journal.commit([Self.entry(1)])
        journal.setPublished(journal.lastSequence)
        clock.advance(days: 11)
        _ = try journal.commit([Self.entry(2)])
        _ = try journal.maintain()
        #expect(try rows(journal) == [Self.sighting(2)])
    }

    @Test func `a journal of an earlier format gets the new table`() throws {
        let first = try directory.open()
        _ = try first.commit([Sample.article(1)])
        try first.pool.write { db in
            try db.execute(
                sql: """
                    DROP TABLE nameSighting;
                    DELETE FROM grdb_migrations WHERE identifier = '5: names'
                    """)
        }
        try first.close()
        let second = try directory.open()
        _ = try second.commit([Self.entry(2)])
        #expect(try rows(second) == [Self.sighting(2)])
    }
}
