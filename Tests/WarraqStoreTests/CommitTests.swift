import GRDB
import NearDuplicates
import Testing
import WarraqCore

@testable import WarraqStore

struct CommitTests {
    private let directory = TemporaryDirectory()

    @Test func `sequence numbers grow by one over the whole feed and survive a restart`() throws {
        let first = try directory.open()
        let receipts = try first.commit([
            Sample.article(1, headlines: [Sample.headline(1), Sample.headline(2)]),
            Sample.article(2, host: "hespress.com"),
        ])
        #expect(receipts.flatMap(\.messages).map(\.sequence) == [1, 2, 3, 4])
        #expect(receipts.flatMap(\.items).map(\.sequence) == [1, 4])
        try first.close()

        let second = try directory.open()
        let more = try second.commit([Sample.article(3)])
        #expect(more.flatMap(\.messages).map(\.sequence) == [5])
        #expect(second.epoch == first.epoch)
    }

    @Test func `the header's bytes are those of the contract`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Sample.article(1)])
        let message = try #require(try journal.commit([Sample.article(2)]).first?.messages.first)
        let expected = FeedHeader(
            epoch: journal.epoch, sequence: 2, previous: 1, uri: Sample.uri(2), version: 1,
            at: Sample.time)
        #expect(message.header == expected.json)
        #expect(message.record == Sample.record(2).json)
        #expect(message.topic == Topic(article: .new, language: "ar", host: "akhbarona.com"))
    }

    @Test func `prev is the last sequence number on the same topic, across restarts`() throws {
        let journal = try directory.open()
        let receipts = try journal.commit([
            Sample.article(1), Sample.article(2, host: "hespress.com"), Sample.article(3),
        ])
        let headers = receipts.flatMap(\.messages).map {
            String(decoding: $0.header, as: UTF8.self)
        }
        #expect(headers[0].contains("\"prev\":0,"))
        #expect(headers[1].contains("\"prev\":0,"))
        #expect(headers[2].contains("\"prev\":1,"))
        try journal.close()

        let reopened = try directory.open()
        let next = try reopened.commit([Sample.article(4, host: "hespress.com")])
        let header = try #require(next.first?.messages.first?.header)
        #expect(String(decoding: header, as: UTF8.self).contains("\"prev\":2,"))
    }

    @Test func `a repeat gets its first answer and stores nothing`() throws {
        let journal = try directory.open()
        let first = try journal.commit([Sample.article(1, id: "a")])
        let again = try journal.commit([Sample.known(1, id: "a")])
        #expect(!first[0].isRepeated)
        #expect(again[0].isRepeated)
        #expect(again[0].items == first[0].items)
        #expect(again[0].messages.isEmpty)
        #expect(!again[0].reusedID)
        #expect(journal.lastSequence == 1)
    }

    @Test func `a repeat within one batch gets its first answer too`() throws {
        let journal = try directory.open()
        let receipts = try journal.commit([
            Sample.article(1, id: "a"), Sample.known(1, id: "a"), Sample.known(1, id: "b"),
        ])
        #expect(receipts.map(\.isRepeated) == [false, true, false])
        #expect(receipts[1].items == receipts[0].items)
        #expect(
            receipts[2].items == [
                Acknowledgement(uri: Sample.uri(1), outcome: .duplicate, sequence: 1)
            ])
    }

    @Test func `a known article answers duplicate with the first sequence number it has`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Sample.article(9), Sample.article(1)])
        _ = try journal.commit([
            JournalEntry(
                senderID: nil, payload: Sample.uri(1),
                content: .articles([
                    .stored(
                        StoredArticle(
                            outcome: .new, record: Sample.record(1, version: 2, change: .complete),
                            index: nil,
                            url: nil, headlines: []))
                ]), receivedAt: Sample.time)
        ])
        let receipt = try journal.commit([Sample.known(1, id: "x")])[0]
        #expect(
            receipt.items == [
                Acknowledgement(uri: Sample.uri(1), outcome: .duplicate, sequence: 2)
            ])
    }

    @Test func `a known article that is gone asks the sender to send again`() throws {
        let journal = try directory.open()
        let receipt = try journal.commit([Sample.known(1, id: "x")])[0]
        #expect(receipt.answer == .refused(.storage, deadLetter: nil))
        let later = try journal.commit([Sample.article(1, id: "x")])[0]
        #expect(later.items.map(\.outcome) == [.new])
    }

    @Test func `an id used for other bytes is a new article, and said so`() throws {
        let journal = try directory.open()
        let receipts = try journal.commit([Sample.article(1, id: "1"), Sample.article(2, id: "1")])
        #expect(receipts.map(\.reusedID) == [false, true])
        #expect(receipts.flatMap(\.items).map(\.sequence) == [1, 2])
    }

    @Test func `a headline goes out again as its next version`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Sample.article(1, headlines: [Sample.headline(7)])])
        let receipt = try journal.commit([
            Sample.article(2, headlines: [Sample.headline(7, version: 2)])
        ])[0]
        let header = String(decoding: receipt.messages[1].header, as: UTF8.self)
        #expect(header.contains("\"version\":2,"))
        #expect(try journal.version(of: Sample.headline(7).uri) == 2)
        #expect(header.contains("\"prev\":2,"))
    }

    @Test func `storing a version twice is a caller bug`() async {
        await #expect(processExitsWith: .failure) {
            let directory = TemporaryDirectory()
            let journal = try directory.open()
            _ = try journal.commit([Sample.article(1), Sample.article(1)])
        }
    }

    @Test func `several articles of one payload share an answer, known ones among them`() throws {
        let journal = try directory.open()
        func stored(_ number: Int) -> JournalEntry.Item {
            .stored(
                StoredArticle(
                    outcome: .new, record: Sample.record(number), index: Sample.index(number),
                    url: nil, headlines: []))
        }
        let entry = JournalEntry(
            senderID: Array("feed".utf8), payload: Sample.uri(100),
            content: .articles([stored(1), .known(Sample.uri(1)), stored(2)]),
            receivedAt: Sample.time)
        let receipt = try journal.commit([entry])[0]
        #expect(receipt.items.map(\.outcome) == [.new, .duplicate, .new])
        #expect(receipt.items.map(\.sequence) == [1, 1, 2])
        let again = try journal.commit([entry])[0]
        #expect(again.items == receipt.items)
        #expect(again.isRepeated)
    }

    @Test func `the same refused input is kept once and gets the same number`() throws {
        let journal = try directory.open()
        let receipts = try journal.commit([
            Sample.refused(1, id: "a"), Sample.refused(1, id: "a"), Sample.refused(2, id: "b"),
            Sample.refused(1, .notText(unreadable: 0.5), id: "c"),
        ])
        let answers = receipts.map(\.answer)
        #expect(answers[0] == .refused(.empty, deadLetter: 1))
        #expect(answers[1] == .refused(.empty, deadLetter: 1))
        #expect(answers[2] == .refused(.empty, deadLetter: 2))
        #expect(answers[3] == .refused(.notText(unreadable: 0.5), deadLetter: 3))
        #expect(journal.lastSequence == 0)
    }

    @Test func `version and tokens see what is committed`() throws {
        let journal = try directory.open()
        #expect(try journal.version(of: Sample.uri(1)) == nil)
        _ = try journal.commit([Sample.article(1, headlines: [Sample.headline(5)])])
        #expect(try journal.version(of: Sample.uri(1)) == 1)
        #expect(try journal.version(of: Sample.headline(5).uri) == 1)
        #expect(try journal.version(of: Sample.uri(2)) == nil)
        #expect(
            try journal.tokens(of: DocumentNumber(rawValue: 1)) == Sample.bytes(1, count: 120))
        #expect(try journal.tokens(of: DocumentNumber(rawValue: 2)) == nil)
    }

    @Test func `a commit that fails leaves file and memory as they were`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Sample.article(1, id: "a")])
        try journal.pool.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER fail BEFORE INSERT ON url WHEN NEW.sequence = 3
                    BEGIN SELECT RAISE(ABORT, 'no'); END
                    """)
        }
        #expect(throws: StorageError.self) {
            try journal.commit([
                Sample.article(2, id: "b", host: "new.ma"), Sample.article(3, id: "c"),
            ])
        }
        #expect(try journal.version(of: Sample.uri(2)) == nil)
        #expect(journal.lastSequence == 1)
        try journal.pool.write { try $0.execute(sql: "DROP TRIGGER fail") }

        let receipts = try journal.commit([
            Sample.article(2, id: "b", host: "new.ma"), Sample.article(3, id: "c"),
        ])
        #expect(receipts.flatMap(\.messages).map(\.sequence) == [2, 3])
        #expect(receipts.map(\.isRepeated) == [false, false])
        let headers = receipts.flatMap(\.messages).map {
            String(decoding: $0.header, as: UTF8.self)
        }
        #expect(headers[0].contains("\"prev\":0,"))
        #expect(headers[1].contains("\"prev\":1,"))
    }

    @Test func `the journal is in WAL mode and syncs every commit`() throws {
        let journal = try directory.open()
        try journal.pool.writeWithoutTransaction { db in
            let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
            let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous")
            let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size")
            #expect(mode == "wal")
            #expect(synchronous == 2)
            #expect(pageSize == JournalSchema.pageSize)
        }
    }
}
