internal import Dispatch
internal import Logging
internal import Synchronization
internal import WarraqPipeline
internal import WarraqStore

/// Keeps the journal within its age and size: a slice now and then, on the store queue between two
/// commits, and the next at once while more is due.
final class MaintenanceTimer: Sendable {
    private let isCancelled = Mutex(false)
    private let journal: SQLiteJournal
    private let pipeline: ArticlePipeline
    private let logger: Logger
    private let interval: DispatchTimeInterval

    init(
        journal: SQLiteJournal, pipeline: ArticlePipeline, logger: Logger,
        interval: DispatchTimeInterval = .seconds(10)
    ) {
        self.journal = journal
        self.pipeline = pipeline
        self.logger = logger
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
            self.pipeline.betweenCommits { [weak self] in self?.run() }
        }
    }

    private func run() {
        guard !isCancelled.withLock({ $0 }) else { return }
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
        }
        schedule(after: more ? .milliseconds(10) : interval)
    }
}
