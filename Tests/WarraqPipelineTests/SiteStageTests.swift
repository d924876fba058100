import ArticleExtraction
import Logging
import Testing
import WarraqCore
import WarraqPipeline
import WarraqTesting

struct SiteStageTests {
    private static let furniture = "تابعوا كل جديد النبراس على مدار الساعة"

    private let journal = MemoryJournal()
    private let admission = Admission(maxArticles: 1000, maxBytes: 1 << 26)
    private let replies = CollectingReplies()
    private let pipeline: ArticlePipeline

    init() {
        let configuration = PipelineConfiguration()
        pipeline = ArticlePipeline(
            configuration: configuration,
            state: DuplicateState(index: configuration.index, limits: configuration.limits),
            journal: journal, admission: admission, replies: replies, feed: CollectingFeed(),
            metrics: Metrics(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onFatalError: { Issue.record("fatal: \($0)") })
    }

    @Test func `what three answered articles share is left out of the next`() async {
        for number in 1...3 {
            put(number)
            _ = await replies.first(number)
        }
        put(4)
        _ = await replies.first(4)
        #expect(records.map { $0.contains(Self.furniture) } == [true, true, true, false])
        #expect(records.map { $0.contains("siteFurniture") } == [false, false, false, true])
        #expect(journal.stored.compactMap(\.sighting).count == 4)
    }

    @Test func `articles of failed commits teach nothing`() async {
        journal.failNext([.full("no room"), .full("no room")])
        for number in 1...4 {
            put(number)
            _ = await replies.first(number)
        }
        // Two were undone, two were stored: one more makes three.
        #expect(await history()?.articles == 2)
        put(5)
        _ = await replies.first(5)
        #expect(records.allSatisfy { $0.contains(Self.furniture) })
        put(6)
        _ = await replies.first(6)
        #expect(records.map { $0.contains(Self.furniture) } == [true, true, true, false])
    }

    @Test func `copies, updates and repeats of one article count once`() async {
        put(1)
        put(1)
        put(1, address: 100)
        put(1, address: 101)
        put(2, address: 1)
        put(3, address: 1)
        let answers = await replies.first(6).map(\.answer)
        #expect(answers.count == 6)
        #expect(journal.stored.map(\.outcome) == [.new, .duplicate, .duplicate, .update, .update])
        #expect(await history()?.articles == 1)
        #expect(await history()?.furniture == [])
    }

    @Test func `an article without an address teaches nothing`() async {
        put(1, hasAddress: false)
        _ = await replies.first(1)
        #expect(journal.stored.map { $0.sighting == nil } == [true])
    }

    @Test func `a forgotten site is learned anew`() async throws {
        for number in 1...3 {
            put(number)
            _ = await replies.first(number)
        }
        let forgotten = try await forget().get()
        #expect(forgotten?.furniture.map(\.text) == [Self.furniture])
        #expect(journal.forgottenSites == ["example.org"])
        #expect(try await forget().get() == nil)
        put(4)
        _ = await replies.first(4)
        #expect(records.last?.contains(Self.furniture) == true)
    }

    @Test func `a site that the store cannot forget stays known`() async {
        for number in 1...3 {
            put(number)
            _ = await replies.first(number)
        }
        journal.failNext([.full("no room")])
        guard case .failure(.full) = await forget() else {
            Issue.record("forgotten")
            return
        }
        #expect(await history()?.furniture.map(\.count) == [3])
    }

    // MARK: Parts

    private var records: [String] {
        journal.stored.map { String(decoding: $0.record.json, as: UTF8.self) }
    }

    private func history() async -> SiteHistory? {
        await withCheckedContinuation { continuation in
            pipeline.site("example.org") { continuation.resume(returning: $0) }
        }
    }

    private func forget() async -> Result<SiteHistory?, StorageError> {
        await withCheckedContinuation { continuation in
            pipeline.forgetSite("example.org") { continuation.resume(returning: $0) }
        }
    }

    private func put(_ number: Int, address: Int? = nil, hasAddress: Bool = true) {
        var header = ArticleHeader()
        if hasAddress { header.url = "https://www.example.org/\(address ?? number)" }
        let body = Array((ComposedArticle.text(number) + "\n" + Self.furniture + "\n").utf8)
        admission.enter(bytes: body.count)
        pipeline.submit(
            Submission(
                origin: .acked(
                    ReplyRoute(socket: 0, envelope: [[1]], id: [UInt8(number)])),
                content: .article(RawArticle(header: header, body: body)),
                receivedAt: UnixTime(milliseconds: 1_000_000), byteCount: body.count))
    }
}
