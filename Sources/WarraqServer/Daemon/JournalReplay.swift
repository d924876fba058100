internal import Dispatch
internal import WarraqCore
internal import WarraqStore
internal import WarraqTransport

/// Reads replays from the journal on a queue of its own, so that neither commits nor the publish
/// thread wait for it.
struct JournalReplay: ReplaySource {
    let journal: SQLiteJournal
    private let queue = DispatchQueue(label: "warraq.replay")

    init(journal: SQLiteJournal) {
        self.journal = journal
    }

    func page(
        _ query: ReplayQuery,
        then: @escaping @Sendable (Result<WarraqTransport.ReplayPage, StorageError>) -> Void
    ) {
        queue.async { [journal] in
            do throws(StorageError) {
                let page = try journal.page(
                    after: query.after, prefixes: query.prefixes, limit: query.limit,
                    maxBytes: query.maxBytes, through: query.through)
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
}
