import Foundation
import GRDB
import NearDuplicates
import Testing
import WarraqCore

@testable import WarraqStore

struct RetentionTests {
    private let directory = TemporaryDirectory()
    private let clock = TestClock()

    private func maintainAll(_ journal: SQLiteJournal) throws -> (records: Int, answers: Int) {
        var total = (records: 0, answers: 0)
        while true {
            let done = try journal.maintain()
            total.records += done.recordsRemoved
            total.answers += done.answersRemoved
            if !done.more { return total }
        }
    }

    @Test func `records past their days go, with all that belongs to them`() throws {
        var configuration = JournalConfiguration()
        configuration.days = 10
        configuration.idDays = 5
        let journal = try directory.open(configuration, clock: clock)
        _ = try journal.commit((1...300).map { Sample.article($0, id: "\($0)") })
        clock.advance(days: 6)
        _ = try journal.commit([Sample.article(301, id: "301")])
        journal.setPublished(301)
        #expect(try maintainAll(journal) == (0, 0))

        clock.advance(days: 5)
        let first = try journal.maintain()
        #expect(first.recordsRemoved == 256)
        #expect(first.more)
        #expect(try maintainAll(journal).records == 44)
        let page = try journal.page(after: 0, limit: 10)
        #expect(page.messages.map(\.sequence) == [301])
        #expect(page.oldest == 301)
        for table in ["record", "document", "token", "url"] {
            let rows = try journal.pool.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)")
            }
            #expect(rows == 1, "\(table)")
        }
        #expect(try journal.version(of: Sample.uri(7)) == nil)
        let left = try journal.pool.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM sender")
        }
        #expect(left == 1)
        #expect(try journal.commit([Sample.known(301, id: "301")])[0].isRepeated)
    }

    @Test func `an answer stays as long as its record, however old`() throws {
        var configuration = JournalConfiguration()
        configuration.idDays = 1
        let journal = try directory.open(configuration, clock: clock)
        _ = try journal.commit([Sample.article(1, id: "a")])
        journal.setPublished(1)
        clock.advance(days: 100)
        #expect(try journal.maintain().answersRemoved == 0)
        #expect(try journal.commit([Sample.known(1, id: "a")])[0].isRepeated)
    }

    @Test func `a record that a later one keeps goes when the last such one does`() throws {
        var configuration = JournalConfiguration()
        configuration.days = 10
        let journal = try directory.open(configuration, clock: clock)
        _ = try journal.commit([Sample.article(1), Sample.article(2)])
        clock.advance(days: 6)
        _ = try journal.commit([Sample.article(3, keeps: Sample.uri(1))])
        journal.setPublished(3)
        clock.advance(days: 5)
        _ = try maintainAll(journal)
        #expect(try journal.version(of: Sample.uri(1)) == 1)
        #expect(try journal.version(of: Sample.uri(2)) == nil)
        let page = try journal.page(after: 0, limit: 10)
        #expect(page.messages.map(\.sequence) == [1, 3])
        #expect(page.oldest == 3)

        clock.advance(days: 6)
        #expect(try maintainAll(journal).records == 2)
        #expect(try journal.version(of: Sample.uri(1)) == nil)
        #expect(try journal.page(after: 0, limit: 10).messages.isEmpty)
    }

    @Test func `nothing goes before it is published`() throws {
        var configuration = JournalConfiguration()
        configuration.days = 1
        let journal = try directory.open(configuration, clock: clock)
        _ = try journal.commit([Sample.article(1), Sample.article(2)])
        clock.advance(days: 9)
        journal.setPublished(1)
        #expect(try maintainAll(journal).records == 1)
        #expect(try journal.unpublished().map(\.sequence) == [2])
    }

    @Test func `past its bytes the oldest records go and the file stops growing`() throws {
        var configuration = JournalConfiguration()
        configuration.bytes = 4 << 20
        let journal = try directory.open(configuration, clock: clock)
        var sizes: [Int64] = []
        for round in 0..<12 {
            let numbers = (round * 100 + 1)...(round * 100 + 100)
            _ = try journal.commit(numbers.map { Sample.article($0, size: 10_000) })
            journal.setPublished(journal.lastSequence)
            _ = try maintainAll(journal)
            sizes.append(try journal.statistics().usedBytes)
        }
        let statistics = try journal.statistics()
        #expect(sizes.allSatisfy { $0 <= 4 << 20 })
        #expect(statistics.oldestSequence > 500)
        #expect(statistics.records > 100)
        _ = try journal.maintain(isIdle: true)
        #expect(try journal.statistics().fileBytes < 8 << 20)
    }

    @Test func `dead letters past their bytes go, oldest first, and are counted`() throws {
        var configuration = JournalConfiguration()
        configuration.deadLetterBytes = 1000
        let journal = try directory.open(configuration)
        _ = try journal.commit((1...10).map { Sample.refused($0, size: 300) })
        let letters = try journal.deadLetters(limit: 100)
        #expect(letters.map(\.id) == [8, 9, 10])
        let statistics = try journal.statistics()
        #expect(statistics.deadLetters == 3)
        #expect(statistics.deadLettersDropped == 7)
        #expect(journal.takeDroppedDeadLetters() == Array(1...7))
        #expect(journal.takeDroppedDeadLetters().isEmpty)
        #expect(statistics.deadLetterBytes == 3 * 302)
        _ = try journal.commit([Sample.refused(11, size: 5000)])
        #expect(try journal.deadLetters(limit: 100).map(\.id) == [11])
    }

    @Test func `a reload's limits hold from the next commit on`() throws {
        var configuration = JournalConfiguration()
        let journal = try directory.open(configuration)
        _ = try journal.commit((1...10).map { Sample.refused($0, size: 300) })
        #expect(try journal.statistics().deadLetters == 10)
        configuration.deadLetterBytes = 1000
        journal.setRetention(as: configuration)
        _ = try journal.commit([Sample.refused(11, size: 300)])
        #expect(try journal.deadLetters(limit: 100).map(\.id) == [9, 10, 11])
    }

    @Test func `a write-ahead log behind a slow reader is cut when the reader is done`() throws {
        var configuration = JournalConfiguration()
        configuration.logBytes = 1 << 20
        let journal = try directory.open(configuration)
        try journal.pool.read { db in
            _ = try Row.fetchOne(db, sql: "SELECT * FROM record")
            for number in 1...20 {
                _ = try journal.commit([Sample.article(number, size: 200_000)])
            }
            #expect(SQLiteJournal.size(of: journal.path + "-wal") > 4_000_000)
        }
        // The size at which the log is tried again is behind the quarter that follows.
        for number in 21...30 {
            _ = try journal.commit([Sample.article(number, size: 200_000)])
        }
        #expect(SQLiteJournal.size(of: journal.path + "-wal") < 3_000_000)
    }
}
