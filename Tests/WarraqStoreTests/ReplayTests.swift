import GRDB
import NearDuplicates
import Testing
import WarraqCore

@testable import WarraqStore

struct ReplayTests {
    private let directory = TemporaryDirectory()

    @Test func `a page has the bytes that were published`() throws {
        let journal = try directory.open()
        let published = try journal.commit([
            Sample.article(1, headlines: [Sample.headline(1)]), Sample.article(2),
        ]).flatMap(\.messages)
        let page = try journal.page(after: 0, limit: 10)
        #expect(page.messages == published)
        #expect(page.last == 3)
        #expect(!page.more)
        #expect(page.oldest == 1)
        #expect(page.damaged.isEmpty)
    }

    @Test func `pages of any limit together hold every record once`() throws {
        let journal = try directory.open()
        let published = try journal.commit((1...7).map { Sample.article($0) }).flatMap(\.messages)
        for limit in 1...8 {
            var messages: [FeedMessage] = []
            var after: UInt64 = 0
            while true {
                let page = try journal.page(after: after, limit: limit)
                #expect(page.messages.count <= limit)
                messages += page.messages
                after = page.last
                if !page.more { break }
            }
            #expect(messages == published)
        }
    }

    @Test func `a prefix gives its topics only, and last is what was examined`() throws {
        let journal = try directory.open()
        let published = try journal.commit([
            Sample.article(1, headlines: [Sample.headline(1), Sample.headline(2)]),
            Sample.article(2, host: "hespress.com"), Sample.article(3),
        ]).flatMap(\.messages)
        let headlines = try journal.page(after: 0, prefixes: [Array("headline/".utf8)], limit: 10)
        #expect(headlines.messages.map(\.sequence) == [2, 3])
        #expect(headlines.last == 5)
        #expect(!headlines.more)

        let one = try journal.page(after: 0, prefixes: [Array("headline/".utf8)], limit: 1)
        #expect(one.messages.map(\.sequence) == [2])
        #expect(one.last == 2)
        #expect(one.more)

        let both = try journal.page(
            after: 0, prefixes: [Array("article/new/ar/h".utf8), Array("headline/".utf8)], limit: 10
        )
        #expect(both.messages == [published[1], published[2], published[3]])
        let empty = try journal.page(after: 0, prefixes: [[]], limit: 10)
        #expect(empty.messages == published)
    }

    @Test func `an empty page still moves last`() throws {
        let journal = try directory.open()
        _ = try journal.commit((1...5).map { Sample.article($0) })
        let page = try journal.page(after: 2, prefixes: [Array("report/".utf8)], limit: 10)
        #expect(page.messages.isEmpty)
        #expect(page.last == 5)
        #expect(!page.more)
        let ahead = try journal.page(after: .max, limit: 10)
        #expect(ahead.messages.isEmpty)
        #expect(ahead.last == .max)
    }

    @Test func `a page stops before its bytes are exceeded but never stays empty for it`() throws {
        let journal = try directory.open()
        _ = try journal.commit((1...4).map { Sample.article($0, size: 1000) })
        let two = try journal.page(after: 0, limit: 10, maxBytes: 2 * 1300)
        #expect(two.messages.map(\.sequence) == [1, 2])
        #expect(two.last == 2)
        #expect(two.more)
        let tight = try journal.page(after: 2, limit: 10, maxBytes: 1)
        #expect(tight.messages.map(\.sequence) == [3])
        #expect(tight.more)
    }

    @Test func `nothing after the given end is examined`() throws {
        let journal = try directory.open()
        _ = try journal.commit((1...5).map { Sample.article($0) })
        let page = try journal.page(after: 1, limit: 10, through: 3)
        #expect(page.messages.map(\.sequence) == [2, 3])
        #expect(page.last == 3)
        #expect(!page.more)
    }

    @Test func `what was committed but not published is there after a restart`() throws {
        let journal = try directory.open()
        let messages = try journal.commit((1...5).map { Sample.article($0) }).flatMap(\.messages)
        journal.setPublished(3)
        try journal.close()
        let reopened = try directory.open()
        #expect(try reopened.unpublished() == Array(messages[3...]))
        reopened.setPublished(5)
        #expect(try reopened.unpublished().isEmpty)
    }

    @Test func `the published mark reaches the disk with the next commit`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Sample.article(1)])
        journal.setPublished(1)
        _ = try journal.commit([Sample.article(2)])
        let published = try journal.pool.read { try JournalState(in: $0).published }
        #expect(published == 1)
    }

    @Test func `a start reads documents, urls and headlines in order`() throws {
        let clock = TestClock()
        let journal = try directory.open(clock: clock)
        _ = try journal.commit([
            Sample.article(1, headlines: [Sample.headline(1)]), Sample.article(2),
        ])
        clock.advance(days: 1)
        _ = try journal.commit([Sample.article(3, headlines: [Sample.headline(2)])])
        #expect(try journal.lastDocument == DocumentNumber(rawValue: 3))

        var documents: [LoggedDocument] = []
        try journal.forEachDocument(since: Sample.time, limit: 2) { documents.append($0) }
        #expect(documents.map(\.document.rawValue) == [2, 3])
        #expect(documents[0].fingerprint == Sample.index(2).fingerprint)
        #expect(documents[0].host == Sample.index(2).host)
        #expect(documents[0].uri == Sample.uri(2))
        #expect(documents[0].published == 20_140_308)

        var urls: [URLRow] = []
        try journal.forEachURL(since: Sample.time) { urls.append($0) }
        #expect(urls == [Sample.url(1), Sample.url(2), Sample.url(3)])

        var headlines: [ArticleURI] = []
        try journal.forEachHeadline(since: Sample.time) { uri, _ in headlines.append(uri) }
        #expect(headlines == [Sample.headline(1).uri, Sample.headline(2).uri])
        headlines = []
        try journal.forEachHeadline(since: clock.now) { uri, _ in headlines.append(uri) }
        #expect(headlines == [Sample.headline(2).uri])
    }

    @Test func `texts outside the window or of another format are not loaded`() throws {
        let journal = try directory.open()
        for number in 1...40 {
            let at = UnixTime(milliseconds: Sample.time.milliseconds + Int64(number) * 7_200_000)
            let article = StoredArticle(
                outcome: .new, record: Sample.record(number), index: Sample.index(number, at: at),
                url: nil, headlines: [])
            _ = try journal.commit([
                JournalEntry(
                    senderID: nil, payload: Sample.uri(number),
                    content: .articles([.stored(article)]), receivedAt: at)
            ])
        }
        var numbers: [UInt32] = []
        let since = UnixTime(milliseconds: Sample.time.milliseconds + 30 * 7_200_000)
        try journal.forEachDocument(since: since, limit: 100) {
            numbers.append($0.document.rawValue)
        }
        #expect(numbers == Array(30...40))
        try journal.close()

        var other = JournalConfiguration()
        other.indexFormat = 2
        let reopened = try directory.open(other)
        numbers = []
        try reopened.forEachDocument(since: since, limit: 100) {
            numbers.append($0.document.rawValue)
        }
        #expect(numbers.isEmpty)
        #expect(try reopened.tokens(of: DocumentNumber(rawValue: 40)) == nil)
        #expect(try reopened.lastDocument == DocumentNumber(rawValue: 40))
    }
}
