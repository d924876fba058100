internal import ArticleExtraction
internal import Dispatch
internal import Synchronization
internal import WarraqCore

/// What committed articles have taught about their sites.
///
/// It learns on the store queue, between a commit and its answers: nothing of a failed commit is ever
/// learned, and an article that is sent after an answer is read with all that the answered one taught.
final class SiteStage: Sendable {
    private let memory: QueueConfined<SiteMemory>
    private let snapshot: Mutex<[String: LearnedSite]>

    /// A stage that goes on from `memory`, on the store queue.
    init(_ memory: SiteMemory, on queue: DispatchQueue) {
        snapshot = Mutex(memory.learned)
        self.memory = QueueConfined(memory, on: queue)
    }

    /// What is known now, by host. From any thread; it is not copied.
    var learned: [String: LearnedSite] { snapshot.withLock { $0 } }

    /// Takes in what a commit has stored. On the store queue.
    func learn(from articles: some Sequence<StoredArticle>) {
        memory.withValue { memory in
            for article in articles {
                if let row = article.sighting { memory.learn(row) }
            }
            publish(&memory)
        }
    }

    /// What is remembered of a site. On the store queue.
    func history(of host: String) -> SiteHistory? {
        memory.withValue { $0.history(of: host) }
    }

    /// Forgets a site. On the store queue.
    func forget(_ host: String) -> SiteHistory? {
        memory.withValue { memory in
            let history = memory.forget(host)
            publish(&memory)
            return history
        }
    }

    private func publish(_ memory: inout SiteMemory) {
        let changes = memory.takeChanges()
        guard !changes.isEmpty else { return }
        snapshot.withLock { snapshot in
            // Articles under way hold the old one: then this copies references, once a commit that
            // taught something.
            for change in changes { snapshot[change.host] = change.site }
        }
    }
}

extension [String: LearnedSite] {
    /// Finds the site that an address belongs to.
    var lookup: SiteLookup {
        { url in self.isEmpty ? nil : self[NewsHost(ofURL: url).description] }
    }
}
