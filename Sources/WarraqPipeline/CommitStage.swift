internal import ArticleExtraction
internal import Dispatch
internal import Logging
internal import NewsEnrichment
internal import Synchronization
internal import WarraqCore

/// Step 8 of an article's way: one transaction for all that waits, then answers and the feed.
///
/// A lone input is committed at once; under load batches grow by themselves. When a commit fails,
/// everything decided since the last one that held is undone: senders that wait are told to send
/// again, and inputs that nobody waits for are parked and tried again.
final class CommitStage: Sendable {
    private struct Waiting {
        var entries: [PendingEntry] = []
        var isScheduled = false
    }

    private struct Links {
        var confirm: @Sendable (Int) -> Void = { _ in }
        var undo: @Sendable () -> Void = {}
        var again: @Sendable ([Submission]) -> Void = { _ in }
    }

    /// What only the store queue touches.
    private struct Store {
        /// The last life of the duplicate stage's state that a failed commit ended.
        var endedGeneration = -1
        var parked: [Submission] = []
        var isRetryScheduled = false
        var isBroken = false
    }

    private let configuration: PipelineConfiguration
    private let journal: any Journal
    private let admission: Admission
    private let replies: any ReplySink
    private let feed: any FeedSink
    private let metrics: Metrics
    private let logger: Logger
    private let onFatalError: @Sendable (StorageError) -> Void

    private let queue = DispatchQueue(label: "warraq.store")
    private let waiting = Mutex(Waiting())
    private let links = Mutex(Links())
    private let store: QueueConfined<Store>
    /// What commits have taught about sites.
    let sites: SiteStage
    /// The names that commits have introduced.
    let names: NameStage

    init(
        configuration: PipelineConfiguration, journal: any Journal, admission: Admission,
        replies: any ReplySink, feed: any FeedSink, sites: SiteMemory, names: NameMemory,
        metrics: Metrics, logger: Logger, onFatalError: @escaping @Sendable (StorageError) -> Void
    ) {
        self.configuration = configuration
        self.journal = journal
        self.admission = admission
        self.replies = replies
        self.feed = feed
        self.metrics = metrics
        self.logger = logger
        self.onFatalError = onFatalError
        store = QueueConfined(Store(), on: queue)
        self.sites = SiteStage(sites, on: queue)
        self.names = NameStage(names, on: queue)
    }

    /// Sets what is called on the store queue: after a commit, with the last number in it; after a
    /// failed one; and with parked inputs when it is time to try them again.
    func attach(
        confirm: @escaping @Sendable (Int) -> Void, undo: @escaping @Sendable () -> Void,
        again: @escaping @Sendable ([Submission]) -> Void
    ) {
        links.withLock { $0 = Links(confirm: confirm, undo: undo, again: again) }
    }

    /// Takes an entry to commit, in the order of the numbers.
    func add(_ entry: PendingEntry) {
        let isFirst = waiting.withLock { waiting in
            waiting.entries.append(entry)
            defer { waiting.isScheduled = true }
            return !waiting.isScheduled
        }
        if isFirst { queue.async { self.commitWaiting() } }
    }

    /// Returns when the store queue has done what it was given.
    func wait() {
        queue.sync {}
    }

    /// Runs `work` on the store queue.
    func betweenCommits(_ work: @escaping @Sendable () -> Void) {
        queue.async(execute: work)
    }

    /// Notes that a site is forgotten, then forgets it. On the store queue.
    func forgetSite(_ host: String) throws(StorageError) -> SiteHistory? {
        guard sites.history(of: host) != nil else { return nil }
        try journal.forgetSite(host)
        return sites.forget(host)
    }

    private func commitWaiting() {
        let batch = waiting.withLock { waiting in
            let batch = Array(waiting.entries.prefix(configuration.maxBatch))
            waiting.entries.removeFirst(batch.count)
            waiting.isScheduled = !waiting.entries.isEmpty
            return batch
        }
        let (isBroken, endedGeneration) = store.withValue { ($0.isBroken, $0.endedGeneration) }
        if !isBroken {
            let live = batch.drop { $0.generation <= endedGeneration }
            refuse(Array(batch[..<live.startIndex]))
            // What could not be decided ends its life like a failed commit: what was decided of it
            // must be undone, and with it everything decided since.
            let decided = live.prefix { $0.entry != nil }
            if !decided.isEmpty { commit(Array(decided)) }
            let undecided = live[decided.endIndex...]
            if !undecided.isEmpty { endLife(with: Array(undecided)) }
        }
        if waiting.withLock({ $0.isScheduled }) { queue.async { self.commitWaiting() } }
    }

    private func commit(_ batch: [PendingEntry]) {
        let started = Nanoseconds.now()
        let receipts: [Receipt]
        do {
            receipts = try journal.commit(batch.compactMap(\.entry))
        } catch {
            fail(batch, error: error)
            return
        }
        metrics.commits.add()
        metrics.stageNanoseconds[.store].add(Nanoseconds.now() - started)
        metrics.left[.store].add(batch.count)
        let links = self.links.withLock { $0 }
        if let last = batch.last { links.confirm(last.number) }
        let stored = Self.stored(of: batch, receipts: receipts)
        sites.learn(from: stored)
        names.learn(from: stored)
        admission.setStoreRefuses(false)
        finish(batch, receipts: receipts)
    }

    /// The articles that a commit has stored, in order.
    private static func stored(
        of batch: [PendingEntry], receipts: [Receipt]
    ) -> [StoredArticle] {
        zip(batch, receipts).flatMap { pending, receipt -> [StoredArticle] in
            guard case .accepted(_, repeated: false) = receipt.answer,
                case .articles(let items) = pending.entry?.content
            else { return [] }
            return items.compactMap { if case .stored(let article) = $0 { article } else { nil } }
        }
    }

    private func finish(_ batch: [PendingEntry], receipts: [Receipt]) {
        var answers: [Reply] = []
        var messages: [FeedMessage] = []
        var again: [Submission] = []
        for (entry, receipt) in zip(batch, receipts) {
            if entry.submission.origin.route == nil, receipt.isRefusedByStore {
                // What it was found to repeat went in the meantime, and nobody would send it again.
                again.append(entry.submission)
                continue
            }
            count(receipt)
            messages += receipt.messages
            if let route = entry.submission.origin.route {
                answers.append(Reply(route: route, answer: receipt.answer))
            }
        }
        if !answers.isEmpty { replies.send(answers) }
        if !again.isEmpty { park(again) }
        let articles = batch.count - again.count
        let bytes =
            batch.reduce(0) { $0 + $1.submission.byteCount } - again.reduce(0) { $0 + $1.byteCount }
        guard !messages.isEmpty else {
            admission.leave(articles: articles, bytes: bytes)
            return
        }
        let count = messages.count
        metrics.entered[.publish].add(count)
        feed.publish(messages) { [admission, metrics] in
            metrics.left[.publish].add(count)
            admission.leave(articles: articles, bytes: bytes)
        }
    }

    private func count(_ receipt: Receipt) {
        if receipt.reusedID { metrics.reusedIDs.add() }
        switch receipt.answer {
        case .accepted(_, repeated: true): metrics.repeated.add()
        case .accepted(let items, repeated: false):
            metrics.items.add(items.count)
            if let first = items.first { metrics.outcomes[first.outcome].add() }
        case .refused(let rejection, _): metrics.count(rejection)
        }
    }

    // MARK: Failure

    private func fail(_ batch: [PendingEntry], error: StorageError) {
        metrics.failedCommits.add()
        guard !error.endsProcess else { return end(error) }
        logger.error(
            "Commit undone, senders are told to send again",
            metadata: ["error": "\(error)", "inputs": "\(batch.count)"])
        endLife(with: batch)
    }

    /// Commits nothing more: the process must end. Any queue may call it.
    func endProcess(_ error: StorageError) {
        queue.async { self.end(error) }
    }

    private func end(_ error: StorageError) {
        let isFirst = store.withValue { store in
            defer { store.isBroken = true }
            return !store.isBroken
        }
        if isFirst { onFatalError(error) }
    }

    /// Ends the life of the duplicate stage's state that `batch` was decided in.
    private func endLife(with batch: [PendingEntry]) {
        let generation = batch.map(\.generation).max() ?? 0
        let isFirst = store.withValue { store in
            defer { store.endedGeneration = max(store.endedGeneration, generation) }
            return generation > store.endedGeneration
        }
        if isFirst { links.withLock { $0 }.undo() }
        refuse(batch)
    }

    /// Answers `storage` where somebody waits, and parks the rest.
    private func refuse(_ batch: [PendingEntry]) {
        guard !batch.isEmpty else { return }
        metrics.left[.store].add(batch.count)
        var answers: [Reply] = []
        var parked: [Submission] = []
        var bytes = 0
        for entry in batch {
            guard let route = entry.submission.origin.route else {
                parked.append(entry.submission)
                continue
            }
            metrics.count(.storage)
            bytes += entry.submission.byteCount
            answers.append(Reply(route: route, answer: .refused(.storage, deadLetter: nil)))
        }
        if !answers.isEmpty {
            replies.send(answers)
            admission.leave(articles: answers.count, bytes: bytes)
        }
        admission.setStoreRefuses(true)
        park(parked)
    }

    /// Keeps inputs that nobody would send again, and tries them after a while. Without any, the
    /// timer lets the unacked sockets try: their next input shows how the store is.
    private func park(_ submissions: [Submission]) {
        let needsTimer = store.withValue { store in
            store.parked += submissions
            defer { store.isRetryScheduled = true }
            return !store.isRetryScheduled
        }
        guard needsTimer else { return }
        queue.asyncAfter(deadline: .now() + .milliseconds(configuration.retryMilliseconds)) {
            self.tryAgain()
        }
    }

    private func tryAgain() {
        let parked = store.withValue { store in
            store.isRetryScheduled = false
            defer { store.parked = [] }
            return store.parked
        }
        if parked.isEmpty {
            admission.setStoreRefuses(false)
        } else {
            links.withLock { $0 }.again(parked)
        }
    }
}

extension Receipt {
    /// Whether the input may be tried again.
    fileprivate var isRefusedByStore: Bool {
        if case .refused(.storage, _) = answer { true } else { false }
    }
}

extension Metrics {
    /// Counts a refusal under its code.
    fileprivate func count(_ rejection: Rejection) {
        guard let reason = RejectionReason(rawValue: rejection.code) else {
            preconditionFailure("\(rejection.code) has no counter")
        }
        rejected[reason].add()
    }
}
