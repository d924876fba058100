public import NearDuplicates
public import WarraqCore

/// Everything the duplicate stage remembers, and how to forget what was not stored.
///
/// Each change is logged under the number of the input that made it. ``confirm(upTo:)`` ends the
/// log of what is on disk; ``rollback()`` undoes the rest, newest first.
public struct DuplicateState: ~Copyable {
    /// How far back the stage looks.
    public struct Limits: Sendable {
        /// Texts and addresses older than this are forgotten, in milliseconds.
        public let windowMilliseconds: Int64
        /// A headline goes out again after this, in milliseconds.
        public let headlineMilliseconds: Int64

        /// Limits of these values.
        public init(windowMilliseconds: Int64, headlineMilliseconds: Int64) {
            self.windowMilliseconds = windowMilliseconds
            self.headlineMilliseconds = headlineMilliseconds
        }
    }

    private enum Change {
        case document(DocumentNumber)
        case uri(ArticleURI)
        case url(UInt64, previous: URLRow?)
        case headline(ArticleURI, previous: UnixTime?)
    }

    /// What the journal tells of a text once it is there.
    private struct PendingText {
        let tokens: [UInt8]
        let source: TextSource
        let sketch: ResemblanceSketch?
        let at: UnixTime
    }

    private struct LoggedChange {
        let number: Int
        let change: Change
    }

    let limits: Limits
    private var index: NearDuplicateIndex
    private var uris: [DocumentNumber: ArticleURI] = [:]
    private let lastDocument: DocumentNumber
    private var oldestKnown = DocumentNumber(rawValue: 1)
    private var urls: [UInt64: URLRow] = [:]
    private var urlAges = ExpiryQueue<UInt64>()
    private var headlines: [ArticleURI: UnixTime] = [:]
    private var headlineAges = ExpiryQueue<ArticleURI>()
    private var pendingURIs: Set<ArticleURI> = []
    private var pendingTexts: [DocumentNumber: PendingText] = [:]
    private var log: [LoggedChange] = []

    /// An empty state.
    ///
    /// - Parameter lastDocument: The highest document number that was ever stored: the next is higher.
    public init(index: IndexConfiguration, limits: Limits, lastDocument: DocumentNumber? = nil) {
        // What is taken back is bounded by what is under way: confirm(upTo:) gives up the rest.
        var configuration = index
        configuration.rollbackDepth = .max
        self.index = NearDuplicateIndex(configuration: configuration)
        self.limits = limits
        self.lastDocument = lastDocument ?? .none
    }

    // MARK: Loading

    /// Puts back a text that is on disk. Call in the order of the document numbers.
    ///
    /// A fingerprint of another format is left out: mixing two would miss copies without a sign.
    public mutating func restore(
        document: DocumentNumber, uri: ArticleURI, fingerprint bytes: [UInt8], host: UInt64,
        at time: UnixTime
    ) {
        guard let fingerprint = Fingerprint(bytes: bytes) else { return }
        index.insert(fingerprint, host: host, at: time.milliseconds, as: document)
        index.confirm()
        uris[document] = uri
    }

    /// Puts back the last record under a URL.
    public mutating func restore(_ row: URLRow) {
        urls[row.urlHash] = row
        urlAges.add(row.urlHash, at: row.at)
    }

    /// Puts back a headline that went out at `time`.
    public mutating func restore(headline uri: ArticleURI, at time: UnixTime) {
        headlines[uri] = time
        headlineAges.add(uri, at: time)
    }

    // MARK: Asking

    /// How much of each kind is remembered.
    public struct Counts: Hashable, Sendable {
        /// Texts inside the window.
        public let texts: Int
        /// Records that carry a text of the index.
        public let carriers: Int
        /// Addresses with a last record.
        public let addresses: Int
        /// Headlines that went out lately.
        public let headlines: Int
        /// Changes that are not on disk.
        public let pending: Int
    }

    /// How much there is.
    var counts: Counts {
        Counts(
            texts: index.liveCount, carriers: uris.count, addresses: urls.count,
            headlines: headlines.count, pending: log.count)
    }

    /// Whether a record with this identity is on its way to the store.
    func isPending(_ uri: ArticleURI) -> Bool { pendingURIs.contains(uri) }

    /// The oldest text inside the window.
    var oldest: DocumentNumber { index.oldest }

    /// The last record under a URL.
    func row(forURL hash: UInt64) -> URLRow? { urls[hash] }

    /// The record that carries a text of the index, `nil` once it is out of the window.
    func uri(of document: DocumentNumber) -> ArticleURI? { uris[document] }

    /// The token block of a text that is not on disk yet.
    func pendingTokens(of document: DocumentNumber) -> [UInt8]? { pendingTexts[document]?.tokens }

    /// The source of a text that is not on disk yet.
    func pendingSource(of document: DocumentNumber) -> TextSource? {
        pendingTexts[document]?.source
    }

    /// Texts that may share passages with one, exact copies first, and the keys so common that they
    /// say nothing.
    func answer(for fingerprint: Fingerprint, host: UInt64, at time: UnixTime) -> IndexAnswer {
        index.answer(for: fingerprint, host: host, at: time.milliseconds)
    }

    /// Whether a headline went out within the limit, or is on its way.
    func hasSeen(headline uri: ArticleURI, at time: UnixTime) -> Bool {
        if isPending(uri) { return true }
        guard let last = headlines[uri] else { return false }
        return time.milliseconds - last.milliseconds < limits.headlineMilliseconds
    }

    // MARK: Changing

    /// Remembers that the record `uri` is on its way.
    mutating func add(uri: ArticleURI, number: Int) {
        pendingURIs.insert(uri)
        log.append(LoggedChange(number: number, change: .uri(uri)))
    }

    /// Puts a text into the index.
    mutating func insert(_ text: IndexedText, number: Int) -> DocumentNumber {
        let document = DocumentNumber(
            rawValue: max(index.last.rawValue, lastDocument.rawValue) + 1)
        index.insert(
            text.fingerprint, host: text.host, at: text.at.milliseconds, as: document)
        uris[document] = text.uri
        pendingTexts[document] = PendingText(
            tokens: text.tokens, source: text.source, sketch: text.sketch, at: text.at)
        log.append(LoggedChange(number: number, change: .document(document)))
        return document
    }

    /// Remembers the last record under a URL.
    mutating func set(_ row: URLRow, number: Int) {
        log.append(
            LoggedChange(
                number: number, change: .url(row.urlHash, previous: urls[row.urlHash])))
        urls[row.urlHash] = row
        urlAges.add(row.urlHash, at: row.at)
    }

    /// Remembers that a headline goes out.
    mutating func add(headline uri: ArticleURI, at time: UnixTime, number: Int) {
        log.append(
            LoggedChange(number: number, change: .headline(uri, previous: headlines[uri])))
        add(uri: uri, number: number)
        headlines[uri] = time
        headlineAges.add(uri, at: time)
    }

    // MARK: Committing

    /// What every input up to `number` changed is on disk. `onText` is called with each of its texts that
    /// has a sketch, in the order of their numbers.
    mutating func confirm(
        upTo number: Int,
        onText: (DocumentNumber, ResemblanceSketch, UnixTime) -> Void = { _, _, _ in }
    ) {
        let end = log.firstIndex { $0.number > number } ?? log.endIndex
        for logged in log[..<end] {
            switch logged.change {
            case .document(let document):
                let text = pendingTexts.removeValue(forKey: document)
                if let text, let sketch = text.sketch { onText(document, sketch, text.at) }
            case .uri(let uri): pendingURIs.remove(uri)
            case .url, .headline: break
            }
        }
        log.removeFirst(end)
        if log.isEmpty { index.confirm() }
    }

    /// Undoes everything that is not confirmed.
    mutating func rollback() {
        var firstDocument: DocumentNumber?
        while let logged = log.popLast() {
            switch logged.change {
            case .document(let document):
                firstDocument = document
                uris[document] = nil
                pendingTexts[document] = nil
            case .uri(let uri): pendingURIs.remove(uri)
            case .url(let hash, let previous): urls[hash] = previous
            case .headline(let uri, let previous): headlines[uri] = previous
            }
        }
        if let firstDocument {
            index.rollback(to: DocumentNumber(rawValue: firstDocument.rawValue - 1))
        }
    }

    /// Forgets what is older than the window.
    mutating func expire(now: UnixTime) {
        let horizon = UnixTime(milliseconds: now.milliseconds - limits.windowMilliseconds)
        index.expire(at: now.milliseconds)
        while oldestKnown < index.oldest {
            uris[oldestKnown] = nil
            oldestKnown = DocumentNumber(rawValue: oldestKnown.rawValue + 1)
        }
        urlAges.removeAll(before: horizon) { hash, time in
            if urls[hash]?.at == time { urls[hash] = nil }
        }
        let headlineHorizon = UnixTime(
            milliseconds: now.milliseconds - limits.headlineMilliseconds)
        headlineAges.removeAll(before: headlineHorizon) { uri, time in
            if headlines[uri] == time { headlines[uri] = nil }
        }
    }
}
