import GRDB
import NewsEnrichment
import Testing
import WarraqCore

@testable import WarraqStore

struct StoryTests {
    private let directory = TemporaryDirectory()

    private static func row(_ number: Int, at: UnixTime = Sample.time) -> StoryRow {
        StoryRow(
            uri: Sample.uri(number), story: StoryID(rawValue: UInt64.max - UInt64(number / 10)),
            articleCount: number, independentCount: number / 2, features: StoryFeatures(), at: at)
    }

    private static func entry(_ number: Int, at: UnixTime = Sample.time) -> JournalEntry {
        let article = StoredArticle(
            outcome: .new, record: Sample.record(number), index: Sample.index(number), url: nil,
            headlines: [Sample.headline(number)], story: row(number, at: at))
        return JournalEntry(
            senderID: nil, payload: Sample.uri(number), content: .articles([.stored(article)]),
            receivedAt: at)
    }

    private func rows(
        _ journal: SQLiteJournal, since: UnixTime = UnixTime(milliseconds: 0)
    ) throws -> [StoryRow] {
        var rows: [StoryRow] = []
        try journal.forEachStory(since: since) { rows.append($0) }
        return rows
    }

    @Test func `places in stories come back in the order of the records after a restart`() throws {
        let first = try directory.open()
        _ = try first.commit([Self.entry(3), Self.entry(12)])
        _ = try first.commit([Self.entry(2), Sample.article(4)])
        try first.close()
        #expect(try rows(try directory.open()) == [Self.row(3), Self.row(12), Self.row(2)])
    }

    @Test func `only the last days are read`() throws {
        let journal = try directory.open()
        let times = (1...40).map {
            UnixTime(milliseconds: Sample.time.milliseconds + Int64($0) * 6 * 3_600_000)
        }
        for (number, time) in zip(1..., times) {
            _ = try journal.commit([Self.entry(number, at: time)])
        }
        for first in [0, 1, 17, 39] {
            let expected = (first..<40).map { Self.row($0 + 1, at: times[$0]) }
            #expect(try rows(journal, since: times[first]) == expected)
        }
        let later = UnixTime(milliseconds: times[39].milliseconds + 1)
        #expect(try rows(journal, since: later).isEmpty)
    }

    @Test func `a place in a story goes with its record`() throws {
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

    @Test func `a journal of an earlier format gets the new table`() throws {
        let first = try directory.open()
        _ = try first.commit([Sample.article(1)])
        try first.pool.write { db in
            try db.execute(
                sql: "DROP TABLE story; DELETE FROM grdb_migrations WHERE identifier = '4: stories'"
            )
        }
        try first.close()
        let second = try directory.open()
        _ = try second.commit([Self.entry(2)])
        #expect(try rows(second) == [Self.row(2)])
    }

    @Test func `damaged features leave the article in its story`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Self.entry(1), Self.entry(2)])
        try journal.pool.write { db in
            try db.execute(sql: "UPDATE story SET features = x'FF' WHERE sequence = 1")
        }
        #expect(try rows(journal) == [Self.row(1), Self.row(2)])
    }
}
