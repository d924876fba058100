import ArticleExtraction
import Logging
import Testing
import WarraqCore
import WarraqPipeline
import WarraqTesting

/// New text under a known address, through the whole pipeline.
struct UpdateTests {
    @Test(arguments: [0.1, 0.2, 0.3, 0.4, 0.5])
    func `an article with more appended under its address is an update of it`(
        more: Double
    ) async {
        let journal = MemoryJournal()
        let replies = CollectingReplies()
        let admission = Admission(maxArticles: 1000, maxBytes: 1 << 26)
        var configuration = PipelineConfiguration()
        configuration.retryMilliseconds = 1
        let pipeline = ArticlePipeline(
            configuration: configuration,
            state: DuplicateState(index: configuration.index, limits: configuration.limits),
            journal: journal, admission: admission, replies: replies, feed: CollectingFeed(),
            metrics: Metrics(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onFatalError: { Issue.record("fatal: \($0)") })
        let texts = (1...150).map { ComposedArticle.text($0) }
        let composer = NewsComposer(articles: texts, seed: 1)
        for (number, text) in texts.enumerated() {
            submit(text, 2 * number, to: pipeline, admission)
            let longer = composer.update(
                of: text, with: ComposedArticle.text(1_000 + number), share: more)
            submit(longer, 2 * number + 1, to: pipeline, admission)
        }
        let outcomes = await replies.first(300).map { Self.outcome($0.answer) }
        #expect(outcomes == (0..<300).map { $0.isMultiple(of: 2) ? .new : .update })
        for (number, stored) in journal.stored.enumerated() where !number.isMultiple(of: 2) {
            let json = String(decoding: stored.record.json, as: UTF8.self)
            let earlier = journal.stored[number - 1].record.uri
            #expect(json.contains("\"rel\":\"updates\",\"uri\":\"\(earlier)\""))
        }
    }

    /// Every second input stands under the address of the one before.
    private func submit(
        _ text: String, _ number: Int, to pipeline: ArticlePipeline, _ admission: Admission
    ) {
        var header = ArticleHeader()
        header.url = "https://example.org/\(number / 2)"
        let body = Array(text.utf8)
        admission.enter(bytes: body.count)
        let route = ReplyRoute(socket: 0, envelope: [[1]], id: Array("\(number)".utf8))
        pipeline.submit(
            Submission(
                origin: .acked(route),
                content: .article(RawArticle(header: header, body: body)),
                receivedAt: UnixTime(milliseconds: 1_000_000), byteCount: body.count))
    }

    private static func outcome(_ answer: Answer) -> Outcome? {
        if case .accepted(let items, _) = answer { items.first?.outcome } else { nil }
    }
}
