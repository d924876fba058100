internal import Dispatch
internal import Logging
internal import Synchronization
internal import WarraqCore
internal import WarraqStore
internal import WarraqTransport

/// Reads replays from the journal on a queue of its own, so that neither commits nor the publish
/// thread wait for it. Damaged records are left out, and each is told of once.
final class JournalReplay: ReplaySource {
    private let journal: SQLiteJournal
    private let metrics: Metrics
    private let logger: Logger
    private let queue = DispatchQueue(label: "warraq.replay")
    private let reported = Mutex<Set<UInt64>>([])

    init(journal: SQLiteJournal, metrics: Metrics, logger: Logger) {
        self.journal = journal
        self.metrics = metrics
        self.logger = logger
    }

    func page(
        _ query: ReplayQuery,
        then: @escaping @Sendable (Result<WarraqTransport.ReplayPage, StorageError>) -> Void
    ) {
        queue.async { [self] in
            do throws(StorageError) {
                let page = try journal.page(
                    after: query.after, prefixes: query.prefixes, limit: query.limit,
                    maxBytes: query.maxBytes, through: query.through)
                report(page.damaged)
                then(
                    .success(
                        WarraqTransport.ReplayPage(
                            messages: page.messages, last: page.last, more: page.more,
                            oldest: page.oldest)))
            } catch {
                then(.failure(error))
            }
        }
    }

    private func report(_ damaged: [UInt64]) {
        let new = reported.withLock { reported in damaged.filter { reported.insert($0).inserted } }
        guard !new.isEmpty else { return }
        metrics.dropped[.record].add(new.count)
        logger.warning(
            "Replay left out damaged records; a restart salvages what it can",
            metadata: ["feed.seqs": "\(new.map(String.init).joined(separator: " "))"])
    }
}
