import ArticleExtraction
import Logging
import NearDuplicates
import Testing
import WarraqCore
import WarraqPipeline
import WarraqTesting

/// A pipeline over a journal in memory, and what it said.
final class PipelineRun: Sendable {
    let journal = MemoryJournal()
    let replies = CollectingReplies()
    let feed = CollectingFeed()
    let metrics = Metrics()
    private let admission = Admission(maxArticles: 10_000, maxBytes: 1 << 26)
    private let pipeline: ArticlePipeline

    init(
        windowMilliseconds: Int64 = 30 * 86_400_000, watchedBy link: WatchedIndex.Link? = nil,
        tail: consuming LongTail? = nil, stories rows: [StoryRow] = []
    ) {
        var configuration = PipelineConfiguration()
        configuration.retryMilliseconds = 1
        configuration.index.windowMilliseconds = windowMilliseconds
        configuration.remembersOlder = tail != nil
        configuration.limits = DuplicateState.Limits(
            windowMilliseconds: windowMilliseconds, headlineMilliseconds: 3_600_000)
        let local = LocalDuplicateIndex(
            DuplicateState(index: configuration.index, limits: configuration.limits),
            tail: tail, journal: journal)
        let index: any DuplicateIndex = link.map { WatchedIndex(local, link: $0) } ?? local
        var stories = StoryState()
        for row in rows { stories.restore(row) }
        pipeline = ArticlePipeline(
            configuration: configuration, index: index, stories: stories, journal: journal,
            admission: admission, replies: replies, feed: feed,
            metrics: metrics, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onFatalError: { Issue.record("fatal: \($0)") })
    }

    /// Puts `text` in. Returns its identity.
    @discardableResult
    func put(
        _ id: Int, _ text: String, url: String? = nil, publishedAt: String? = nil,
        source: String? = nil, at milliseconds: Int64 = 1_800_000_000_000
    ) -> ArticleURI {
        var header = ArticleHeader()
        header.url = url
        header.publishedAt = publishedAt
        header.source = source
        let body = Array(text.utf8)
        admission.enter(bytes: body.count)
        let route = ReplyRoute(socket: 0, envelope: [[1]], id: Array("\(id)".utf8))
        pipeline.submit(
            Submission(
                origin: .acked(route),
                content: .article(RawArticle(header: header, body: body)),
                receivedAt: UnixTime(milliseconds: milliseconds), byteCount: body.count))
        return ArticleURI(body: body, url: url)
    }

    /// The outcomes of the first `count` answers, `nil` for a refusal.
    func outcomes(_ count: Int) async -> [Outcome?] {
        await replies.first(count).map { reply in
            if case .accepted(let items, _) = reply.answer { items.first?.outcome } else { nil }
        }
    }
}

/// A text with one word of `text` changed.
func edited(_ text: String) -> String {
    text.replacing("الوزير", with: "المسؤول", maxReplacements: 1)
}
