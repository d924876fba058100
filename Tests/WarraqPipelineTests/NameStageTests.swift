import ArticleExtraction
import Logging
import NewsEnrichment
import Testing
import WarraqCore
import WarraqPipeline
import WarraqTesting

struct NameStageTests {
    /// A name that no rule of names would take for one.
    private static let introduced = "وقال رئيس الجمعية قلبوش مرجدي إن الحفل ناجح."
    private static let alone = "ثم غادر قلبوش مرجدي القاعة."

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

    @Test func `a name that two answered articles introduce is found in the next`() async {
        for (number, line) in zip(
            1..., [Self.alone, Self.introduced, Self.alone, Self.introduced, Self.alone])
        {
            put(number, line)
            _ = await replies.first(number)
        }
        #expect(findings == [false, true, false, true, true])
        #expect(
            journal.stored.map { $0.names?.names ?? [] } == [[], [Self.name], [], [Self.name], []])
    }

    @Test func `failed commits, copies and updates teach nothing`() async {
        journal.failNext([.full("no room")])
        put(1, Self.introduced)
        _ = await replies.first(1)
        put(2, Self.introduced)
        _ = await replies.first(2)
        put(2, Self.introduced, address: 7)
        _ = await replies.first(3)
        put(3, Self.introduced, address: 2)
        _ = await replies.first(4)
        #expect(journal.stored.map(\.outcome) == [.new, .duplicate, .update])
        put(4, Self.alone)
        _ = await replies.first(5)
        #expect(findings.last == false)
    }

    private static let name = "قلبوش مرجدي"

    /// Whether each stored record names the person.
    private var findings: [Bool] {
        journal.stored.map {
            String(decoding: $0.record.json, as: UTF8.self).contains("\"name\":\"\(Self.name)\"")
        }
    }

    private func put(_ number: Int, _ line: String, address: Int? = nil) {
        var header = ArticleHeader()
        header.url = "https://www.example.org/\(address ?? number)"
        let body = Array((ComposedArticle.text(number) + "\n" + line + "\n").utf8)
        admission.enter(bytes: body.count)
        pipeline.submit(
            Submission(
                origin: .acked(
                    ReplyRoute(socket: 0, envelope: [[1]], id: [UInt8(number)])),
                content: .article(RawArticle(header: header, body: body)),
                receivedAt: UnixTime(milliseconds: 1_000_000), byteCount: body.count))
    }
}
