public import NearDuplicates
internal import Synchronization
public import WarraqCore

/// A journal in memory that fails when told to.
///
/// It keeps the contract of ``Journal`` (sequence numbers, repeats, known articles, dead letters) so
/// that a test can see what a failed commit must undo without breaking a disk.
public final class MemoryJournal: Journal {
    private struct State {
        var failures: [StorageError] = []
        var refusals = 0
        var sequence: UInt64 = 0
        var records: [ArticleURI: (sequence: UInt64, version: Int)] = [:]
        var answers: [[UInt8]: [ArticleURI: Answer]] = [:]
        var tokens: [DocumentNumber: [UInt8]] = [:]
        var texts: [DocumentNumber: StoredText] = [:]
        var latest: [ArticleURI: StoredRecord] = [:]
        var stored: [StoredArticle] = []
        var deadLetters: [DeadLetterDraft] = []
        var forgottenSites: [String] = []
    }

    private let state = Mutex(State())

    /// An empty journal.
    public init() {}

    /// Makes the next commits fail, one for each error.
    public func failNext(_ errors: [StorageError]) {
        state.withLock { $0.failures += errors }
    }

    /// Makes the next `count` entries come back refused by the store, as when retention removed what they
    /// were found to repeat.
    public func refuseNext(_ count: Int) {
        state.withLock { $0.refusals += count }
    }

    /// The articles stored so far, in order.
    public var stored: [StoredArticle] { state.withLock { $0.stored } }

    /// The refused inputs kept so far, in order.
    public var deadLetters: [DeadLetterDraft] { state.withLock { $0.deadLetters } }

    /// The sites it was told to forget, in order.
    public var forgottenSites: [String] { state.withLock { $0.forgottenSites } }

    /// Stores `entries`, or throws the next failure.
    public func commit(_ entries: [JournalEntry]) throws(StorageError) -> [Receipt] {
        let result = state.withLock { state -> Result<[Receipt], StorageError> in
            if !state.failures.isEmpty { return .failure(state.failures.removeFirst()) }
            return .success(entries.map { Self.store($0, in: &state) })
        }
        return try result.get()
    }

    /// The version of a stored record.
    public func version(of uri: ArticleURI) throws(StorageError) -> Int? {
        state.withLock { $0.records[uri]?.version }
    }

    /// The token block of a stored document.
    public func tokens(of document: DocumentNumber) throws(StorageError) -> [UInt8]? {
        state.withLock { $0.tokens[document] }
    }

    /// The record and source of a stored document.
    public func text(of document: DocumentNumber) throws(StorageError) -> StoredText? {
        state.withLock { $0.texts[document] }
    }

    /// The newest version of a stored record.
    public func latest(of uri: ArticleURI) throws(StorageError) -> StoredRecord? {
        state.withLock { $0.latest[uri] }
    }

    /// Notes a site, or throws the next failure.
    public func forgetSite(_ host: String) throws(StorageError) {
        let failure = state.withLock { state -> StorageError? in
            if !state.failures.isEmpty { return state.failures.removeFirst() }
            state.forgottenSites.append(host)
            return nil
        }
        if let failure { throw failure }
    }

    private static func store(_ entry: JournalEntry, in state: inout State) -> Receipt {
        if state.refusals > 0 {
            state.refusals -= 1
            return Receipt(
                answer: .refused(.storage, deadLetter: nil), messages: [], reusedID: false)
        }
        switch entry.content {
        case .deadLetter(let draft):
            state.deadLetters.append(draft)
            let answer = Answer.refused(
                draft.rejection, deadLetter: Int64(state.deadLetters.count))
            return Receipt(answer: answer, messages: [], reusedID: false)
        case .articles(let items):
            if let id = entry.senderID,
                case .accepted(let items, _) = state.answers[id]?[entry.payload]
            {
                return Receipt(
                    answer: .accepted(items: items, repeated: true), messages: [], reusedID: false)
            }
            var messages: [FeedMessage] = []
            let acknowledgements = items.map { store($0, in: &state, messages: &messages) }
            let answer = Answer.accepted(items: acknowledgements, repeated: false)
            var reusedID = false
            if let id = entry.senderID {
                reusedID = state.answers[id] != nil
                state.answers[id, default: [:]][entry.payload] = answer
            }
            return Receipt(answer: answer, messages: messages, reusedID: reusedID)
        }
    }

    private static func store(
        _ item: JournalEntry.Item, in state: inout State, messages: inout [FeedMessage]
    ) -> Acknowledgement {
        switch item {
        case .known(let uri):
            let sequence = state.records[uri]?.sequence ?? 0
            return Acknowledgement(uri: uri, outcome: .duplicate, sequence: sequence)
        case .stored(let article):
            state.stored.append(article)
            if let index = article.index {
                state.tokens[index.document] = index.tokens
                state.texts[index.document] = StoredText(uri: index.uri, source: index.source)
            }
            let sequence = state.sequence + 1
            let amendments = article.amendments.filter { draft in
                state.latest[draft.uri]?.version == draft.version - 1
            }
            for draft in [article.record] + article.headlines + amendments {
                state.sequence += 1
                state.latest[draft.uri] = StoredRecord(
                    version: draft.version, topic: draft.topic, json: draft.json)
                let first = state.records[draft.uri]?.sequence ?? state.sequence
                state.records[draft.uri] = (first, draft.version)
                messages.append(
                    FeedMessage(
                        sequence: state.sequence, topic: draft.topic, header: [],
                        record: draft.json))
            }
            return Acknowledgement(
                uri: article.record.uri, outcome: article.outcome, sequence: sequence)
        }
    }
}
