internal import Dispatch
internal import Logging
internal import Synchronization
internal import WarraqCore
internal import WarraqPipeline
internal import WarraqStore

/// Keeps the journal within its age and size: a slice now and then, on the store queue between two
/// commits, and the next at once while more is due. Tells what was dropped to make room, and gives
/// freed memory back to the system.
final class MaintenanceTimer: Sendable {
    private let isCancelled = Mutex(false)
    private let journal: SQLiteJournal
    private let pipeline: ArticlePipeline
    private let metrics: Metrics
    private let logger: Logger
    private let memory: MemoryTrimmer
    private let interval: DispatchTimeInterval

    init(
        journal: SQLiteJournal, pipeline: ArticlePipeline, admission: Admission, metrics: Metrics,
        logger: Logger,
        interval: DispatchTimeInterval = .seconds(10)
    ) {
        self.journal = journal
        self.pipeline = pipeline
        self.metrics = metrics
        self.logger = logger
        memory = MemoryTrimmer(admission: admission, metrics: metrics)
        self.interval = interval
        schedule(after: interval)
    }

    /// Runs no further slice.
    func cancel() {
        isCancelled.withLock { $0 = true }
    }

    private func schedule(after interval: DispatchTimeInterval) {
        DispatchQueue.global().asyncAfter(deadline: .now() + interval) { [weak self] in
            guard let self, !self.isCancelled.withLock({ $0 }) else { return }
            self.memory.trimIfWorthwhile()
            self.pipeline.betweenCommits { [weak self] in self?.run() }
        }
    }

    private func run() {
        guard !isCancelled.withLock({ $0 }) else { return }
        reportDroppedLetters()
        var more = false
        do {
            let done = try journal.maintain(isIdle: true)
            more = done.more
            if done.recordsRemoved > 0 {
                logger.info(
                    "Old records removed", metadata: ["records": "\(done.recordsRemoved)"])
            }
        } catch {
            logger.warning("Journal not tidied", metadata: ["error": "\(error)"])
            if error.endsProcess { return pipeline.endProcess(error) }
        }
        schedule(after: more ? .milliseconds(10) : interval)
    }

    private func reportDroppedLetters() {
        let dropped = journal.takeDroppedDeadLetters()
        guard let first = dropped.min(), let last = dropped.max() else { return }
        metrics.dropped[.deadLetter].add(dropped.count)
        logger.error(
            "Oldest dead letters dropped, store.deadLetterBytes is reached",
            metadata: ["count": "\(dropped.count)", "first": "\(first)", "last": "\(last)"])
    }
}
