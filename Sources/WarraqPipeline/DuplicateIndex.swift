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

    /// The record that carries a text, `nil` once it is out of the window.
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
}

/// A text to put into a ``DuplicateIndex``.
public struct IndexedText: Sendable {
    /// What it is found by.
    public let fingerprint: Fingerprint
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
        fingerprint: Fingerprint, tokens: [UInt8], source: TextSource, uri: ArticleURI,
        host: UInt64, at: UnixTime
    ) {
        self.fingerprint = fingerprint
        self.tokens = tokens
        self.source = source
        self.uri = uri
        self.host = host
        self.at = at
    }
}
