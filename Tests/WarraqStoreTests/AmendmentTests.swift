import GRDB
import NearDuplicates
import Testing
import WarraqCore

@testable import WarraqStore

/// New versions of earlier records, stored with the article that brought them.
struct AmendmentTests {
    private let directory = TemporaryDirectory()

    @Test func `an amendment comes last of its article and replays as published`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Sample.article(1)])
        let receipt = try journal.commit([
            Self.article(2, headlines: [Sample.headline(7)], amending: [Self.version(2, of: 1)])
        ])[0]
        #expect(
            receipt.messages.map(\.topic.description) == [
                "article/new/ar/akhbarona.com", "headline/new/ar/akhbarona.com",
                "article/complete/ar/akhbarona.com",
            ])
        #expect(receipt.items.map(\.sequence) == [2])
        #expect(try journal.version(of: Sample.uri(1)) == 2)
        let page = try journal.page(after: 1, limit: 10)
        #expect(page.messages.map(\.record) == receipt.messages.map(\.record))
        #expect(page.messages.map(\.header) == receipt.messages.map(\.header))
        let known = try journal.commit([Sample.known(1)])[0]
        #expect(known.items.map(\.sequence) == [1])
    }

    @Test func `the latest version is read with its topic, across a restart`() throws {
        do {
            let journal = try directory.open()
            _ = try journal.commit([Sample.article(1)])
            #expect(try journal.latest(of: Sample.uri(1))?.version == 1)
            _ = try journal.commit([Self.article(2, amending: [Self.version(2, of: 1)])])
            try journal.close()
        }
        let journal = try directory.open()
        let latest = try #require(try journal.latest(of: Sample.uri(1)))
        #expect(latest.version == 2)
        #expect(latest.topic.description == "article/complete/ar/akhbarona.com")
        #expect(latest.json == Self.version(2, of: 1).json)
        #expect(try journal.latest(of: Sample.uri(3)) == nil)
    }

    @Test func `an amendment of a record that went in the meantime is left out`() throws {
        let journal = try directory.open()
        let receipt = try journal.commit([Self.article(2, amending: [Self.version(2, of: 1)])])[0]
        #expect(receipt.messages.count == 1)
        #expect(try journal.version(of: Sample.uri(1)) == nil)
    }

    @Test func `a damaged record is not amended`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Sample.article(1)])
        try journal.pool.write { db in
            try db.execute(sql: "UPDATE record SET json = x'7B7D'")
        }
        #expect(try journal.latest(of: Sample.uri(1)) == nil)
    }

    @Test(arguments: [
        TextSource.unknown, TextSource(publication: nil, isAgency: true),
        TextSource(
            publication: TextSource.Publication(first: 10, last: 20, isUTC: true), isAgency: false),
        TextSource(
            publication: TextSource.Publication(first: -5, last: -5, isUTC: false), isAgency: true),
    ])
    func `a text's source is stored`(source: TextSource) throws {
        let journal = try directory.open()
        let row = Sample.index(1)
        let article = StoredArticle(
            outcome: .new, record: Sample.record(1),
            index: IndexRow(
                document: row.document, uri: row.uri, fingerprint: row.fingerprint,
                tokens: row.tokens, host: row.host, at: row.at, published: 0, source: source),
            url: nil, headlines: [])
        _ = try journal.commit([Self.entry(1, article)])
        #expect(try journal.text(of: row.document)?.source == source)
        #expect(try journal.text(of: DocumentNumber(rawValue: 2)) == nil)
    }

    @Test func `a journal of the second format gets the columns and keeps its texts`() throws {
        do {
            let journal = try directory.open()
            _ = try journal.commit([Sample.article(1)])
            try journal.pool.write { db in
                for column in ["publishedFirst", "publishedLast", "source"] {
                    try db.execute(sql: "ALTER TABLE document DROP COLUMN \(column)")
                }
                try db.execute(
                    sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '3:%'")
            }
            try journal.close()
        }
        let journal = try directory.open()
        let text = StoredText(uri: Sample.uri(1), source: .unknown)
        #expect(try journal.text(of: DocumentNumber(rawValue: 1)) == text)
        #expect(try journal.tokens(of: DocumentNumber(rawValue: 1)) != nil)
        _ = try journal.commit([Sample.article(2)])
        #expect(try journal.text(of: DocumentNumber(rawValue: 2))?.source == .unknown)
    }

    // MARK: Parts

    private static func version(_ version: Int, of number: Int) -> RecordDraft {
        RecordDraft(
            uri: Sample.uri(number), version: version,
            topic: Topic(article: .complete, language: "ar", host: "akhbarona.com"),
            json: Array("{\"version\":\"\(version)\"}".utf8), keeps: nil)
    }

    private static func article(
        _ number: Int, headlines: [RecordDraft] = [], amending amendments: [RecordDraft]
    ) -> JournalEntry {
        entry(
            number,
            StoredArticle(
                outcome: .new, record: Sample.record(number), index: Sample.index(number),
                url: nil, headlines: headlines, amendments: amendments))
    }

    private static func entry(_ number: Int, _ article: StoredArticle) -> JournalEntry {
        JournalEntry(
            senderID: nil, payload: Sample.uri(number), content: .articles([.stored(article)]),
            receivedAt: Sample.time)
    }
}
