internal import Dispatch
internal import NewsEnrichment
internal import Synchronization
internal import WarraqCore

/// The names that committed articles have introduced.
///
/// Like ``SiteStage`` it learns on the store queue, between a commit and its answers.
final class NameStage: Sendable {
    private let memory: QueueConfined<NameMemory>
    private let snapshot: Mutex<KnownNames>

    /// A stage that goes on from `memory`, on the store queue.
    init(_ memory: NameMemory, on queue: DispatchQueue) {
        snapshot = Mutex(memory.known)
        self.memory = QueueConfined(memory, on: queue)
    }

    /// The names that are known now. From any thread; it is not copied.
    var known: KnownNames { snapshot.withLock { $0 } }

    /// Takes in what a commit has stored. On the store queue.
    func learn(from articles: some Sequence<StoredArticle>) {
        memory.withValue { memory in
            var isChanged = false
            for article in articles {
                if let names = article.names, memory.learn(names) { isChanged = true }
            }
            if isChanged { snapshot.withLock { $0 = memory.known } }
        }
    }
}
