public import NearDuplicates
public import WarraqCore

/// The index of one daemon: in memory, with the journal for what lies on disk.
public final class LocalDuplicateIndex: DuplicateIndex {
    private var state: DuplicateState
    private var tail: LongTail?
    private var lastArrival: UnixTime?
    private let journal: any Journal

    /// An index that goes on from `state`, over the journal that it was loaded from.
    ///
    /// - Parameter tail: What remembers texts older than the window; it has all that `state` has.
    public init(
        _ state: consuming DuplicateState, tail: consuming LongTail? = nil, journal: any Journal
    ) {
        self.state = state
        self.tail = tail
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

    /// Texts older than the window that resemble one.
    public func olderTexts(like sketch: ResemblanceSketch, at time: UnixTime) -> [TailCandidate] {
        tail?.candidates(for: sketch, before: state.oldest, at: time.milliseconds) ?? []
    }

    /// The record that carries a text.
    public func uri(of document: DocumentNumber) throws(StorageError) -> ArticleURI? {
        if let uri = state.uri(of: document) { return uri }
        // What left the window is in the journal as long as its record is.
        guard tail != nil, document < state.oldest else { return nil }
        return try journal.text(of: document)?.uri
    }

    /// A text's token block.
    public func tokens(of document: DocumentNumber) throws(StorageError) -> [UInt8]? {
        if let pending = state.pendingTokens(of: document) { return pending }
        return try journal.tokens(of: document)
    }

    /// Who put a text out and when.
    public func source(of document: DocumentNumber) throws(StorageError) -> TextSource {
        if let pending = state.pendingSource(of: document) { return pending }
        return try journal.text(of: document)?.source ?? .unknown
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
    public func confirm(upTo number: Int) {
        guard tail != nil else { return state.confirm(upTo: number) }
        state.confirm(upTo: number) { document, sketch, time in
            tail?.append(sketch, as: document, at: time.milliseconds)
            lastArrival = time
        }
    }

    /// Gives back every claim that is not confirmed.
    public func rollback() { state.rollback() }

    /// What the memory of older texts has to write.
    public func nextWork() -> IndexWork? {
        if let lastArrival { tail?.expire(at: lastArrival.milliseconds) }
        guard let work = tail?.nextWork() else { return nil }
        return IndexWork(
            run: {
                let result = try work.run()
                return { ($0 as? LocalDuplicateIndex)?.tail?.complete(work, result) }
            },
            abandon: { ($0 as? LocalDuplicateIndex)?.abandon(work) })
    }

    private func abandon(_ work: TailWork) {
        tail?.abandon(work)
        // What cannot be written must not fill the memory: a start reads it from the journal again.
        tail?.forgetUnwritten(ifMoreThan: Self.mostUnwritten)
    }

    private static let mostUnwritten = 65_536
}

extension LongTail {
    /// Gives up what is in memory only, if it is too much.
    fileprivate mutating func forgetUnwritten(ifMoreThan limit: Int) {
        if unwrittenCount > limit { removeAll(above: lastOnDisk) }
    }
}
