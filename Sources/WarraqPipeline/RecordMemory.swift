internal import WarraqCore

/// The records on their way to the store, so that a later article can speak of one that is not there yet.
///
/// It lives on the story queue. A commit that held ends the log of what was in it; after a failed one
/// inputs of a new generation come, and all of the old that is not confirmed never was. Its size is that
/// of the pipeline, which admission bounds.
struct RecordMemory {
    private struct Logged {
        let number: Int
        let uri: ArticleURI
    }

    private struct Pending {
        let number: Int
        let record: StoredRecord
    }

    private var generation = 0
    private var pending: [ArticleURI: Pending] = [:]
    private var log: [Logged] = []

    /// How many records are on their way.
    var count: Int { pending.count }

    /// An input that was decided in `generation` is next.
    mutating func begin(generation: Int) {
        guard generation > self.generation else { return }
        self.generation = generation
        pending = [:]
        log = []
    }

    /// Remembers the newest version of a record, made for the input `number`.
    mutating func add(_ draft: RecordDraft, number: Int) {
        pending[draft.uri] = Pending(
            number: number,
            record: StoredRecord(version: draft.version, topic: draft.topic, json: draft.json))
        log.append(Logged(number: number, uri: draft.uri))
    }

    /// What every input up to `number` brought is in the journal.
    mutating func confirm(upTo number: Int) {
        let end = log.firstIndex { $0.number > number } ?? log.endIndex
        for logged in log[..<end] {
            if let newest = pending[logged.uri], newest.number <= number {
                pending[logged.uri] = nil
            }
        }
        log.removeFirst(end)
    }

    /// The newest version of a record, `nil` if it is not on its way.
    func record(of uri: ArticleURI) -> StoredRecord? { pending[uri]?.record }
}
