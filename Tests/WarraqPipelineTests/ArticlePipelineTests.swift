import ArticleExtraction
import Logging
import Synchronization
import Testing
import WarraqCore
import WarraqPipeline
import WarraqTesting

struct ArticlePipelineTests {
    private let journal = MemoryJournal()
    private let admission = Admission(maxArticles: 1000, maxBytes: 1 << 26)
    private let replies = CollectingReplies()
    private let feed = CollectingFeed()
    private let metrics = Metrics()
    private let fatal = FatalErrors()
    private let pipeline: ArticlePipeline

    init() {
        var configuration = PipelineConfiguration()
        configuration.retryMilliseconds = 1
        pipeline = ArticlePipeline(
            configuration: configuration,
            state: DuplicateState(index: configuration.index, limits: configuration.limits),
            journal: journal, admission: admission, replies: replies, feed: feed,
            metrics: metrics, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onFatalError: { [fatal] in fatal.put($0) })
    }

    @Test func `an article is stored, answered and published`() async {
        put(1, ComposedArticle.text(1))
        let replies = await self.replies.first(1)
        let messages = await feed.first(1)
        #expect(replies.map(\.answer.outcome) == [.new])
        #expect(messages.map(\.topic.description) == ["article/new/ar/-"])
        #expect(admission.load.articles == 0)
    }

    @Test func `answers follow the order of admission`() async {
        for number in 1...200 { put(number, ComposedArticle.text(number)) }
        _ = await replies.first(200)
        let messages = await feed.first(200)
        #expect(messages.map(\.sequence) == Array(1...200))
        let uris = (1...200).map {
            ArticleURI(body: Array(ComposedArticle.text($0).utf8), url: nil)
        }
        #expect(journal.stored.map(\.record.uri) == uris)
    }

    @Test func `the same bytes again are a duplicate with the seq they have`() async {
        put(1, ComposedArticle.text(1))
        put(2, ComposedArticle.text(1))
        let answers = await replies.first(2).map(\.answer)
        #expect(answers.map(\.outcome) == [.new, .duplicate])
        #expect(answers.map(\.sequence) == [1, 1])
        #expect(feed.all.count == 1)
    }

    @Test func `the same text in other bytes is a light copy`() async throws {
        put(1, ComposedArticle.text(1))
        put(2, ComposedArticle.text(1) + "\n\n")
        let answers = await replies.first(2).map(\.answer)
        #expect(answers.map(\.outcome) == [.new, .duplicate])
        let record = try #require(journal.stored.last?.record)
        #expect(record.keeps == journal.stored.first?.record.uri)
        let json = String(decoding: record.json, as: UTF8.self)
        #expect(json.contains("\"exactCopyOf\""))
        #expect(!json.contains("\"bodies\""))
    }

    @Test func `new text under a known address is an update`() async {
        put(1, ComposedArticle.text(1), url: "https://example.org/a?utm_source=x")
        put(2, ComposedArticle.text(2), url: "https://www.example.org/a")
        let answers = await replies.first(2).map(\.answer)
        #expect(answers.map(\.outcome) == [.new, .update])
        #expect(journal.stored.last?.record.topic.description == "article/update/ar/example.org")
    }

    @Test func `the same text under its own address is a duplicate`() async {
        put(1, ComposedArticle.text(1), url: "https://example.org/a")
        put(2, ComposedArticle.text(1), url: "https://example.org/a#top")
        #expect(await replies.first(2).map(\.answer.outcome) == [.new, .duplicate])
    }

    @Test func `a failed commit is undone before the next verdict`() async {
        journal.failNext([.full("no room")])
        put(1, ComposedArticle.text(1), url: "https://example.org/a")
        #expect(
            await replies.first(1).map(\.answer) == [.refused(.storage, deadLetter: nil)])
        put(2, ComposedArticle.text(1), url: "https://example.org/a")
        put(3, ComposedArticle.text(1) + " ", url: "https://example.org/b")
        let answers = await replies.first(3).map(\.answer)
        #expect(answers.dropFirst().map(\.outcome) == [.new, .duplicate])
        #expect(metrics.failedCommits.value == 1)
    }

    @Test func `what was decided on an undone commit is undone with it`() async {
        // The first batch fails while later articles are decided on top of it: none of them may
        // be called a copy of what was never stored.
        journal.failNext([.full("no room")])
        for number in 1...50 { put(number, ComposedArticle.text(number % 5)) }
        let first = await replies.first(50)
        let refused = first.filter { $0.answer == .refused(.storage, deadLetter: nil) }
        #expect(!refused.isEmpty)
        for reply in refused {
            put(Int(reply.route.id[0]), ComposedArticle.text(Int(reply.route.id[0]) % 5))
        }
        _ = await replies.first(50 + refused.count)
        #expect(Set(journal.stored.map(\.record.uri)).count == 5)
        #expect(journal.stored.map(\.outcome) == Array(repeating: .new, count: 5))
    }

    @Test func `what nobody would send again is tried again`() async {
        journal.failNext([.unavailable("locked"), .unavailable("locked")])
        submit(.pull(topic: nil), ComposedArticle.text(1), url: nil)
        let messages = await feed.first(1)
        #expect(messages.map(\.sequence) == [1])
        #expect(metrics.received.value == 1)
        #expect(admission.load.articles == 0)
    }

    @Test func `what retention took the original of is tried again`() async {
        journal.refuseNext(1)
        submit(.pull(topic: nil), ComposedArticle.text(1), url: nil)
        let messages = await feed.first(1)
        #expect(messages.map(\.sequence) == [1])
        #expect(metrics.rejected[.storage].value == 0)
        #expect(admission.load.articles == 0)
    }

    @Test(arguments: [StorageError.damaged("page 7"), .syncFailed("fsync")])
    func `what only a restart mends ends the process, once`(error: StorageError) async {
        journal.failNext([error, error])
        put(1, ComposedArticle.text(1))
        put(2, ComposedArticle.text(2))
        pipeline.waitForCommits()
        pipeline.endProcess(error)
        pipeline.waitForCommits()
        while fatal.all.isEmpty { await Task.yield() }
        #expect(fatal.all == [error])
        #expect(journal.stored.isEmpty)
    }

    @Test func `what is no text is refused and kept`() async {
        let bytes = [UInt8](repeating: 0, count: 500)
        let route = ReplyRoute(socket: 0, envelope: [], id: [1])
        admission.enter(bytes: bytes.count)
        pipeline.submit(
            Submission(
                origin: .acked(route),
                content: .article(RawArticle(header: ArticleHeader(), body: bytes)),
                receivedAt: UnixTime(milliseconds: 0), byteCount: bytes.count))
        let answer = await replies.first(1).first?.answer
        guard case .refused(.notText, deadLetter: 1) = answer else {
            Issue.record("answered \(String(describing: answer))")
            return
        }
        #expect(journal.deadLetters.map(\.body) == [bytes])
        #expect(metrics.rejected[.notText].value == 1)
    }

    @Test func `every input is counted once`() async {
        put(1, ComposedArticle.text(1))
        put(1, ComposedArticle.text(1))
        put(2, ComposedArticle.text(2))
        put(3, "")
        _ = await replies.first(4)
        #expect(metrics.received.value == 4)
        #expect(metrics.repeated.value == 1)
        #expect(metrics.outcomes[.new].value == 2)
        #expect(metrics.rejected[.empty].value == 1)
    }

    private func put(_ id: Int, _ text: String, url: String? = nil) {
        let route = ReplyRoute(socket: 0, envelope: [[1]], id: [UInt8(truncatingIfNeeded: id)])
        submit(.acked(route), text, url: url)
    }

    private func submit(_ origin: Origin, _ text: String, url: String?) {
        var header = ArticleHeader()
        header.url = url
        let body = Array(text.utf8)
        admission.enter(bytes: body.count)
        pipeline.submit(
            Submission(
                origin: origin, content: .article(RawArticle(header: header, body: body)),
                receivedAt: UnixTime(milliseconds: 1_000_000), byteCount: body.count))
    }
}

extension Answer {
    fileprivate var outcome: Outcome? {
        if case .accepted(let items, _) = self { items.first?.outcome } else { nil }
    }

    fileprivate var sequence: UInt64? {
        if case .accepted(let items, _) = self { items.first?.sequence } else { nil }
    }
}

/// Fatal errors as they were reported.
private final class FatalErrors: Sendable {
    private let errors = Mutex<[StorageError]>([])

    var all: [StorageError] { errors.withLock { $0 } }

    func put(_ error: StorageError) {
        errors.withLock { $0.append(error) }
    }
}
