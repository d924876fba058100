public import NearDuplicates
public import WarraqCore

/// The index of one daemon: in memory, with the journal for what lies on disk.
public final class LocalDuplicateIndex: DuplicateIndex {
    private var state: DuplicateState
    private let journal: any Journal

    /// An index that goes on from `state`, over the journal that it was loaded from.
    public init(_ state: consuming DuplicateState, journal: any Journal) {
        self.state = state
        self.journal = journal
    }

    /// How much there is, for tests and gauges.
    public var counts: DuplicateState.Counts { state.counts }

    /// Forgets what is older than the window.
    public func expire(now: UnixTime) { state.expire(now: now) }

    /// Whether a record with this identity is stored or on its way.
    public func isKnown(_ uri: ArticleURI) throws(StorageError) -> Bool {
        if state.isPending(uri) { return true }
        return try journal.version(of: uri) != nil
    }

    /// The last record under a URL's hash.
    public func row(forURL hash: UInt64) -> URLRow? { state.row(forURL: hash) }

    /// Whether a headline went out within the limit, or is on its way.
    public func hasSeen(headline uri: ArticleURI, at time: UnixTime) -> Bool {
        state.hasSeen(headline: uri, at: time)
    }

    /// Texts that may share passages with one.
    public func answer(
        for fingerprint: Fingerprint, host: UInt64, at time: UnixTime
    ) -> IndexAnswer {
        state.answer(for: fingerprint, host: host, at: time)
    }

    /// The record that carries a text.
    public func uri(of document: DocumentNumber) -> ArticleURI? { state.uri(of: document) }

    /// A text's token block.
    public func tokens(of document: DocumentNumber) throws(StorageError) -> [UInt8]? {
        if let pending = state.pendingTokens(of: document) { return pending }
        return try journal.tokens(of: document)
    }

    /// Who put a text out and when.
    public func source(of document: DocumentNumber) throws(StorageError) -> TextSource {
        if let pending = state.pendingSource(of: document) { return pending }
        return try journal.source(of: document) ?? .unknown
    }

    /// Claims an identity.
    public func claim(uri: ArticleURI, number: Int) { state.add(uri: uri, number: number) }

    /// Claims a headline.
    public func claim(headline uri: ArticleURI, at time: UnixTime, number: Int) {
        state.add(headline: uri, at: time, number: number)
    }

    /// Makes a record the last one under its URL.
    public func claim(_ row: URLRow, number: Int) { state.set(row, number: number) }

    /// Puts a text into the index.
    public func claim(_ text: IndexedText, number: Int) -> DocumentNumber {
        state.insert(text, number: number)
    }

    /// What every input up to `number` claimed is on disk.
    public func confirm(upTo number: Int) { state.confirm(upTo: number) }

    /// Gives back every claim that is not confirmed.
    public func rollback() { state.rollback() }
}
