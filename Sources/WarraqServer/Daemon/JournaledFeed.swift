internal import WarraqCore
internal import WarraqStore

/// A feed that tells the journal what went out, so that a restart publishes what did not.
struct JournaledFeed: FeedSink {
    let feed: any FeedSink
    let journal: SQLiteJournal

    func publish(_ messages: [FeedMessage], sent: @escaping @Sendable () -> Void) {
        let last = messages.last?.sequence
        feed.publish(messages) { [journal] in
            if let last { journal.setPublished(last) }
            sent()
        }
    }
}
