public import ArticleExtraction
internal import Dispatch
public import Logging
public import NewsEnrichment
public import WarraqCore

/// An article's way from admission to the store and out: steps 3 to 9 of DESIGN.md.
///
/// Workers clean and fingerprint concurrently; the duplicate stage, the record stage and the store
/// follow on a serial queue each, in the order of admission. Work moves forward only, and what is
/// under way is bounded by ``Admission`` alone.
public final class ArticlePipeline: SubmissionSink {
    private let preparation: Preparation
    private let duplicates: DuplicateStage
    private let records: RecordStage
    private let commits: CommitStage
    private let metrics: Metrics
    private let logger: Logger

    private let workers = DispatchQueue(label: "warraq.workers", attributes: .concurrent)
    private let dedupQueue: DispatchQueue
    private let indexQueue = DispatchQueue(label: "warraq.index")
    private let storyQueue = DispatchQueue(label: "warraq.story")
    private let enricher = NewsEnricher()
    private let reorder = ReorderBuffer<PreparedPayload>()
    private let reorderEnriched = ReorderBuffer<EnrichedPayload>()
    private let numbers = NumberSequence()
    private let state: QueueConfined<Life>
    private let stories: QueueConfined<StoryState>
    private let memory: QueueConfined<RecordMemory>

    /// What the duplicate stage knows, and which of its lives this is.
    private struct Life {
        let index: any DuplicateIndex
        var generation = 0
    }

    /// A pipeline that stores in `journal`.
    ///
    /// - Parameters:
    ///   - index: What the duplicate stage knows, as the journal's log leaves it.
    ///   - stories: The stories as the journal's log leaves them.
    ///   - sites: What is known of sites, as the journal's log leaves it.
    ///   - names: The names that articles have introduced, as the journal's log leaves them.
    ///   - onFatalError: Called once, on the store queue, when a sync failed or the store is damaged: the
    ///     process must end, and the next start finds out what is on disk.
    public init(
        configuration: PipelineConfiguration, index: sending any DuplicateIndex,
        stories: consuming sending StoryState = StoryState(),
        sites: SiteMemory = SiteMemory(), names: NameMemory = NameMemory(),
        journal: any Journal, admission: Admission,
        replies: any ReplySink, feed: any FeedSink, metrics: Metrics, logger: Logger,
        onFatalError: @escaping @Sendable (StorageError) -> Void
    ) {
        let dedupQueue = DispatchQueue(label: "warraq.dedup")
        self.dedupQueue = dedupQueue
        state = QueueConfined(Life(index: index), on: dedupQueue)
        self.stories = QueueConfined(stories, on: storyQueue)
        self.metrics = metrics
        self.logger = logger
        memory = QueueConfined(RecordMemory(), on: storyQueue)
        preparation = Preparation(sketches: configuration.remembersOlder)
        duplicates = DuplicateStage(journal: journal)
        records = RecordStage(journal: journal)
        commits = CommitStage(
            configuration: configuration, journal: journal, admission: admission, replies: replies,
            feed: feed, sites: sites, names: names, metrics: metrics, logger: logger,
            onFatalError: onFatalError)
        commits.attach(
            confirm: { [weak self] number in self?.confirm(upTo: number) },
            undo: { [weak self] in self?.undo() },
            again: { [weak self] submissions in submissions.forEach { self?.start($0) } })
    }

    /// A pipeline that stores in `journal` and knows by itself what it stored.
    ///
    /// - Parameter state: What the duplicate stage remembers, as the journal's log leaves it.
    public convenience init(
        configuration: PipelineConfiguration, state: consuming sending DuplicateState,
        stories: consuming sending StoryState = StoryState(), sites: SiteMemory = SiteMemory(),
        names: NameMemory = NameMemory(), journal: any Journal, admission: Admission,
        replies: any ReplySink, feed: any FeedSink, metrics: Metrics, logger: Logger,
        onFatalError: @escaping @Sendable (StorageError) -> Void
    ) {
        self.init(
            configuration: configuration, index: LocalDuplicateIndex(state, journal: journal),
            stories: stories, sites: sites, names: names, journal: journal,
            admission: admission, replies: replies, feed: feed,
            metrics: metrics, logger: logger, onFatalError: onFatalError)
    }

    /// Takes an admitted input and returns at once. Call from one thread.
    public func submit(_ submission: Submission) {
        metrics.received.add()
        start(submission)
    }

    /// Runs `work` on the store queue, between two commits: what else writes to the journal.
    public func betweenCommits(_ work: @escaping @Sendable () -> Void) {
        commits.betweenCommits(work)
    }

    /// Hands what is remembered of the site `host` to `then`, on the store queue; `nil` for nothing.
    public func site(_ host: String, then: @escaping @Sendable (SiteHistory?) -> Void) {
        commits.betweenCommits { [commits] in then(commits.sites.history(of: host)) }
    }

    /// Forgets the site `host`, for good, and hands what it was to `then`, on the store queue.
    public func forgetSite(
        _ host: String,
        then: @escaping @Sendable (Result<SiteHistory?, StorageError>) -> Void
    ) {
        commits.betweenCommits { [commits] in
            then(Result { () throws(StorageError) in try commits.forgetSite(host) })
        }
    }

    /// Commits nothing more and reports `error` as fatal, once.
    public func endProcess(_ error: StorageError) {
        commits.endProcess(error)
    }

    /// Returns when every commit begun so far is over. Not from a queue of the pipeline's.
    public func waitForCommits() {
        commits.wait()
    }

    private func start(_ submission: Submission) {
        let number = numbers.next()
        switch submission.content {
        case .refused(let rejection, let header, let body):
            let payload = ArticleURI(body: body, url: nil)
            enqueue(
                PreparedPayload(
                    number: number, submission: submission, payload: payload,
                    content: .refused(rejection, header: header, body: body), known: .none))
        case .article(let raw):
            metrics.entered[.clean].add()
            // What it is read with is what was committed now, whenever a worker takes it up.
            let (sites, names) = (commits.sites.learned, commits.names.known)
            workers.async {
                self.prepare(
                    raw, number: number, submission: submission, sites: sites.lookup,
                    known: names)
            }
        }
    }

    // MARK: Workers

    private func prepare(
        _ raw: RawArticle, number: Int, submission: Submission, sites: SiteLookup,
        known: KnownNames
    ) {
        let started = Nanoseconds.now()
        let payload = ArticleURI(body: raw.body, url: raw.header.url)
        let content: PreparedPayload.Content
        do {
            content = .articles(try preparation.articles(of: raw, payload: payload, sites: sites))
        } catch {
            content = .refused(error, header: raw.header.json, body: raw.body)
        }
        metrics.leave(.clean, since: started)
        enqueue(
            PreparedPayload(
                number: number, submission: submission, payload: payload, content: content,
                known: known))
    }

    private func enqueue(_ payload: PreparedPayload) {
        reorder.put(payload, number: payload.number) { ready in
            metrics.entered[.dedup].add(ready.count)
            dedupQueue.async { self.decide(ready) }
        }
    }

    // MARK: Dedup

    private func decide(_ payloads: [PreparedPayload]) {
        for payload in payloads {
            let started = Nanoseconds.now()
            let (decision, generation) = state.withValue { life in
                (decide(payload, index: life.index), life.generation)
            }
            metrics.leave(.dedup, since: started)
            enrich(decision, of: payload, generation: generation)
        }
    }

    /// What was decided about a payload.
    private enum PayloadDecision: Sendable {
        case articles([DuplicateStage.Decision])
        case refused(DeadLetterDraft)
        case storageRefused
    }

    private func decide(
        _ payload: PreparedPayload, index: any DuplicateIndex
    ) -> PayloadDecision {
        switch payload.content {
        case .refused(let rejection, let header, let body):
            return .refused(
                DeadLetterDraft(
                    rejection: rejection, origin: payload.submission.origin.name,
                    label: payload.submission.origin.label, header: header, body: body))
        case .articles(let articles):
            let time = payload.submission.receivedAt
            index.expire(now: time)
            var decisions: [DuplicateStage.Decision] = []
            do {
                for article in articles {
                    decisions.append(
                        try duplicates.decide(
                            article, number: payload.number, at: time, index: index))
                }
            } catch {
                refuse(error)
                return .storageRefused
            }
            return .articles(decisions)
        }
    }

    private func confirm(upTo number: Int) {
        dedupQueue.async {
            self.state.withValue { $0.index.confirm(upTo: number) }
            self.doIndexWork()
        }
        storyQueue.async { self.stories.withValue { $0.confirm(upTo: number) } }
        storyQueue.async { self.memory.withValue { $0.confirm(upTo: number) } }
    }

    /// Has the index's long work done beside the articles. What failed is tried after the next commit.
    private func doIndexWork() {
        guard let work = state.withValue({ $0.index.nextWork() }) else { return }
        indexQueue.async {
            let ending: IndexWork.Ending
            var isDone = true
            do {
                ending = try work.run()
            } catch {
                self.logger.warning("Index not written", metadata: ["error": "\(error)"])
                ending = work.abandon
                isDone = false
            }
            self.dedupQueue.async { [isDone] in
                self.state.withValue { ending($0.index) }
                if isDone { self.doIndexWork() }
            }
        }
    }

    private func undo() {
        dedupQueue.async {
            self.state.withValue { life in
                life.index.rollback()
                life.generation += 1
            }
        }
    }

    // MARK: Workers again

    /// A payload that is decided, and what was understood of its articles.
    private struct EnrichedPayload: Sendable {
        let payload: PreparedPayload
        let decision: PayloadDecision
        /// One for each article of the payload; `nil` where its original says it.
        let findings: [Findings?]
        let generation: Int
    }

    private func enrich(_ decision: PayloadDecision, of payload: PreparedPayload, generation: Int) {
        guard case .articles(let decisions) = decision else {
            return record(
                EnrichedPayload(
                    payload: payload, decision: decision, findings: [], generation: generation))
        }
        metrics.entered[.enrich].add()
        workers.async {
            let started = Nanoseconds.now()
            let findings = decisions.map { self.findings(of: $0, known: payload.known) }
            self.metrics.leave(.enrich, since: started)
            self.record(
                EnrichedPayload(
                    payload: payload, decision: decision, findings: findings,
                    generation: generation))
        }
    }

    private func findings(
        of decision: DuplicateStage.Decision, known: KnownNames
    ) -> Findings? {
        guard case .fresh(let fresh) = decision, fresh.verdict.outcome != .duplicate else {
            return nil
        }
        return enricher.findings(
            in: fresh.prepared.article, crawled: fresh.prepared.header.fetchedDay, known: known)
    }

    private func record(_ enriched: EnrichedPayload) {
        reorderEnriched.put(enriched, number: enriched.payload.number) { ready in
            metrics.entered[.story].add(ready.count)
            storyQueue.async {
                for enriched in ready { self.makeRecords(of: enriched) }
            }
        }
    }

    // MARK: Story

    private func makeRecords(of enriched: EnrichedPayload) {
        let started = Nanoseconds.now()
        let (payload, decision) = (enriched.payload, enriched.decision)
        let submission = payload.submission
        let content: JournalEntry.Content?
        switch decision {
        case .storageRefused: content = nil
        case .refused(let draft): content = .deadLetter(draft)
        case .articles(let decisions):
            do {
                content = .articles(try items(of: decisions, in: enriched))
            } catch {
                refuse(error)
                content = nil
            }
        }
        metrics.leave(.story, since: started)
        metrics.entered[.store].add()
        commits.add(
            PendingEntry(
                number: payload.number, generation: enriched.generation, submission: submission,
                entry: content.map { content in
                    JournalEntry(
                        senderID: submission.origin.route?.id, payload: payload.payload,
                        content: content, receivedAt: submission.receivedAt)
                }))
    }

    private func items(
        of decisions: [DuplicateStage.Decision], in enriched: EnrichedPayload
    ) throws(StorageError) -> [JournalEntry.Item] {
        let payload = enriched.payload
        let found = zip(decisions, enriched.findings).map { decision, findings in
            story(of: decision, findings: findings, in: enriched)
        }
        return try memory.withValue { memory throws(StorageError) in
            memory.begin(generation: enriched.generation)
            var items: [JournalEntry.Item] = []
            for (index, decision) in decisions.enumerated() {
                switch decision {
                case .known(let uri): items.append(.known(uri))
                case .fresh(let fresh):
                    items.append(
                        .stored(
                            try records.stored(
                                fresh, findings: enriched.findings[index], story: found[index],
                                number: payload.number, at: payload.submission.receivedAt,
                                memory: &memory)))
                }
            }
            return items
        }
    }

    private func story(
        of decision: DuplicateStage.Decision, findings: Findings?, in enriched: EnrichedPayload
    ) -> StoryState.Placed? {
        guard case .fresh(let fresh) = decision else { return nil }
        return stories.withValue { stories in
            stories.begin(generation: enriched.generation)
            return stories.place(
                fresh.prepared.uri, features: findings?.storyFeatures ?? StoryFeatures(),
                relations: fresh.verdict.relations, at: enriched.payload.submission.receivedAt,
                input: enriched.payload.number)
        }
    }

    /// The store could not be read to decide about an input.
    private func refuse(_ error: StorageError) {
        logger.warning("Store not readable", metadata: ["error": "\(error)"])
        if error.endsProcess { commits.endProcess(error) }
    }
}

extension Origin {
    /// What a dead letter is found by: the sender's id, or the topic.
    var label: [UInt8] {
        switch self {
        case .acked(let route): route.id
        case .pull(let topic), .subscribe(let topic): topic ?? []
        }
    }
}
