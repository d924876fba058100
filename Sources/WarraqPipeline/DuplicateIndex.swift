public import NearDuplicates
public import WarraqCore

/// What the duplicate stage knows, and where it claims what it decided.
///
/// The stage asks, compares, decides, and claims: every claim is made under the number of the input that
/// it was made for. A commit ends the claims it held with ``confirm(upTo:)``; a failed one gives back all
/// that are not confirmed with ``rollback()``. All of it is called on the dedup queue, which owns the index.
///
/// ``LocalDuplicateIndex`` keeps it in memory, with the journal behind it. An index that several daemons
/// share asks another machine: then asking may fail, and the stage refuses the input as when the store
/// cannot be read; and a text found may be another daemon's, whose words only the index can give.
public protocol DuplicateIndex: AnyObject {
    /// Forgets what is older than the window.
    func expire(now: UnixTime)

    /// Whether a record with this identity is stored or on its way.
    func isKnown(_ uri: ArticleURI) throws(StorageError) -> Bool

    /// The last record under a URL's hash.
    func row(forURL hash: UInt64) throws(StorageError) -> URLRow?

    /// Whether a headline went out within the limit, or is on its way.
    func hasSeen(headline uri: ArticleURI, at time: UnixTime) throws(StorageError) -> Bool

    /// Texts that may share passages with one, exact copies first, and the keys so common that they say
    /// nothing.
    func answer(
        for fingerprint: Fingerprint, host: UInt64, at time: UnixTime
    ) throws(StorageError) -> IndexAnswer

    /// Texts older than the window that resemble one, best first; none without a memory for them.
    func olderTexts(
        like sketch: ResemblanceSketch, at time: UnixTime
    ) throws(StorageError) -> [TailCandidate]

    /// The record that carries a text, `nil` once nothing is known of it.
    func uri(of document: DocumentNumber) throws(StorageError) -> ArticleURI?

    /// A text's token block, `nil` if it is gone.
    func tokens(of document: DocumentNumber) throws(StorageError) -> [UInt8]?

    /// Who put a text out and when.
    func source(of document: DocumentNumber) throws(StorageError) -> TextSource

    /// Claims an identity for the input `number`.
    func claim(uri: ArticleURI, number: Int) throws(StorageError)

    /// Claims a headline, which goes out at `time`.
    func claim(headline uri: ArticleURI, at time: UnixTime, number: Int) throws(StorageError)

    /// Makes a record the last one under its URL.
    func claim(_ row: URLRow, number: Int) throws(StorageError)

    /// Puts a text into the index and gives it its number.
    func claim(_ text: IndexedText, number: Int) throws(StorageError) -> DocumentNumber

    /// What every input up to `number` claimed is on disk.
    func confirm(upTo number: Int)

    /// Gives back every claim that is not confirmed.
    func rollback()

    /// Work that takes long and is due, one at a time; asked for after confirmations.
    func nextWork() -> IndexWork?
}

/// Work of an index that is done on another queue, so that articles need not wait for it.
public struct IndexWork: Sendable {
    /// What is done with the result where the index is.
    public typealias Ending = @Sendable (any DuplicateIndex) -> Void

    /// Does it. Answers with its ending.
    public let run: @Sendable () throws -> Ending
    /// Its ending if it failed.
    public let abandon: Ending

    /// Work of these parts.
    public init(run: @escaping @Sendable () throws -> Ending, abandon: @escaping Ending) {
        self.run = run
        self.abandon = abandon
    }
}

/// A text to put into a ``DuplicateIndex``.
public struct IndexedText: Sendable {
    /// What it is found by.
    public let fingerprint: Fingerprint
    /// What it is found by once it is older than the window, if that is wanted.
    public let sketch: ResemblanceSketch?
    /// The token block that verifying reads.
    public let tokens: [UInt8]
    /// Who put it out and when.
    public let source: TextSource
    /// The record that carries it.
    public let uri: ArticleURI
    /// Hash of the host, 0 if unknown.
    public let host: UInt64
    /// When it arrived.
    public let at: UnixTime

    /// A text of these values.
    public init(
        fingerprint: Fingerprint, sketch: ResemblanceSketch? = nil, tokens: [UInt8],
        source: TextSource, uri: ArticleURI, host: UInt64, at: UnixTime
    ) {
        self.fingerprint = fingerprint
        self.sketch = sketch
        self.tokens = tokens
        self.source = source
        self.uri = uri
        self.host = host
        self.at = at
    }
}
