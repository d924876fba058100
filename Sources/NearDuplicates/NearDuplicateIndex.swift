/// Finds the documents that share text with a new one: copies, near copies, and texts that contain
/// parts of each other, at a cost that hardly grows with the number of documents.
///
/// One inverted index from shingle keys to document numbers answers both resemblance and
/// containment, which no resemblance threshold does: a release inside a long report resembles it
/// little, but shares its shingles. What it gives are candidates; ``TextComparer`` verifies them word
/// by word.
///
/// ```swift
/// var index = NearDuplicateIndex()
/// var texts: [DocumentNumber: TokenizedText] = [:]
/// for text in stream {
///     let fingerprint = Fingerprint(of: text)
///     for candidate in index.candidates(for: fingerprint, host: host, at: now) {
///         guard let earlier = texts[candidate.number] else { continue }
///         let comparison = TextComparer.compare(earlier, text)
///         print(comparison.relation, comparison.passages)
///     }
///     texts[index.insert(fingerprint, host: host, at: now)] = text
/// }
/// ```
///
/// Memory is about 60 slots of 8 bytes, two thirds full, and 32 bytes, a document. Documents older
/// than the window are forgotten without a sweep. The index does no I/O, reads no clock and has one
/// owner at a time. A text that is a duplicate need not be inserted: then it neither refreshes its
/// original's window nor becomes the original of the next.
public struct NearDuplicateIndex: ~Copyable, Sendable {
    /// What the index keeps, and for how long.
    public let configuration: IndexConfiguration

    /// 4,096 parts, so that laying one out again is a short pause even at 10⁶ documents.
    private static let partCount = 4_096

    private(set) var parts: [PostingTable]
    private(set) var documents = DocumentTable(first: 1)
    private(set) var clock = IndexClock(last: 0, oldest: 1, liveCount: 0, milliseconds: .min / 4)
    var journal: RollbackJournal
    /// Has no meaning; it uses what is read ahead, which the compiler would leave out otherwise.
    private var firstSlots: UInt64 = 0

    /// An empty index.
    ///
    /// - Precondition: Every count and duration of the configuration is positive.
    public init(configuration: IndexConfiguration = IndexConfiguration()) {
        precondition(
            configuration.windowMilliseconds > 0 && configuration.maxDocuments > 0
                && configuration.stopPostings > 1 && configuration.furnitureSightings > 1
                && configuration.maxCandidates > 0,
            "an index configuration with a limit of nothing")
        self.configuration = configuration
        parts = [PostingTable](repeating: PostingTable(), count: Self.partCount)
        journal = RollbackJournal(depth: configuration.rollbackDepth)
    }

    /// The latest document, or ``DocumentNumber/none``.
    public var last: DocumentNumber { DocumentNumber(rawValue: clock.last) }

    /// Documents inside the window at the latest insertion or expiry.
    public var liveCount: Int { clock.liveCount }

    /// Bytes of the inverted index, without the 32 a document.
    public var postingBytes: Int { parts.reduce(0) { $0 + $1.byteCount } }

    // MARK: Inserting

    /// Inserts a document under the next number.
    ///
    /// - Parameters:
    ///   - host: A hash of where the document comes from, for page furniture.
    ///   - milliseconds: When it came, from any fixed origin. A time before the latest one counts as
    ///     the latest.
    public mutating func insert(
        _ fingerprint: Fingerprint, host: UInt64, at milliseconds: Int64
    ) -> DocumentNumber {
        precondition(clock.last < .max, "the index ran out of document numbers")
        let number = DocumentNumber(rawValue: clock.last + 1)
        insert(fingerprint, host: host, at: milliseconds, as: number)
        return number
    }

    /// Inserts a document under a number of the caller's, as when rebuilding from a log.
    ///
    /// Numbers left out cost 32 bytes each while they are inside the window.
    ///
    /// - Precondition: `number` is above ``last``.
    public mutating func insert(
        _ fingerprint: Fingerprint, host: UInt64, at milliseconds: Int64, as number: DocumentNumber
    ) {
        precondition(number.rawValue > clock.last, "document numbers must rise")
        precondition(number.rawValue < .max, "the index ran out of document numbers")
        var entry = RollbackJournal.Entry(
            number: number.rawValue, fingerprint: fingerprint, before: clock)
        appendDocument(fingerprint, host: host, at: milliseconds, number: number.rawValue)
        let freeFloor = min(self.freeFloor, entry.before.oldest)
        let keys = fingerprint.indexedKeys
        // As in looking up: the fetches of all keys side by side. Rebuilding an index of 10⁶ documents
        // is mostly this wait.
        for index in keys.indices {
            firstSlots &+= parts[Self.part(of: keys[index])].firstSlot(of: keys[index])
        }
        for index in keys.indices {
            let key = keys[index]
            let loser = parts[Self.part(of: key)].insert(
                key, document: number.rawValue, limit: configuration.stopPostings,
                floor: clock.oldest, freeFloor: freeFloor)
            if loser != 0 { entry.losers[key] = loser }
        }
        journal.append(entry)
        documents.release(below: freeFloor)
    }

    private mutating func appendDocument(
        _ fingerprint: Fingerprint, host: UInt64, at milliseconds: Int64, number: UInt32
    ) {
        if clock.last == 0 {
            // A log that begins late: the numbers before its first document need no place.
            documents = DocumentTable(first: number)
            clock.oldest = number
        }
        while documents.next < number {
            documents.append(
                DocumentTable.Document(
                    exactHigh: 0, exactLow: 0, host: 0, stamp: clock.milliseconds &<< 1))
        }
        clock.milliseconds = max(clock.milliseconds, milliseconds)
        documents.append(
            DocumentTable.Document(
                exactHigh: fingerprint.exactHigh, exactLow: fingerprint.exactLow, host: host,
                stamp: clock.milliseconds &<< 1 | 1))
        clock.last = number
        clock.liveCount += 1
        advanceOldest(at: clock.milliseconds)
    }

    // MARK: Forgetting

    /// Forgets what is older than the window at `milliseconds`.
    ///
    /// Insertion does this by itself; a quiet index need not call it either, since looking up
    /// respects the window.
    public mutating func expire(at milliseconds: Int64) {
        advanceOldest(at: milliseconds)
    }

    private mutating func advanceOldest(at milliseconds: Int64) {
        let cutoff = milliseconds - configuration.windowMilliseconds
        while clock.oldest <= clock.last {
            let document = documents[clock.oldest]
            guard
                !document.isPresent || document.milliseconds < cutoff
                    || clock.liveCount > configuration.maxDocuments
            else { return }
            if document.isPresent { clock.liveCount -= 1 }
            clock.oldest += 1
        }
    }

    /// The number below which nothing comes back, even by rolling back all that can be.
    private var freeFloor: UInt32 {
        min(clock.oldest, journal.oldest?.before.oldest ?? clock.oldest)
    }

    /// Takes back every document above `number`, as after a failed commit.
    ///
    /// The index then answers as if they had never been inserted, documents that had left the window
    /// on their account included; the next document gets the number after `number`.
    ///
    /// - Precondition: At most ``IndexConfiguration/rollbackDepth`` documents are taken back.
    public mutating func rollback(to number: DocumentNumber) {
        while let entry = journal.popLast(above: number.rawValue) {
            for key in entry.fingerprint.indexedKeys {
                parts[Self.part(of: key)].remove(
                    key, document: entry.number, givingBackTo: entry.losers[key] ?? 0)
            }
            clock = entry.before
            documents.truncate(to: clock.last + 1)
        }
        precondition(clock.last <= number.rawValue, "rolled back further than the journal reaches")
    }

    @inline(__always)
    static func part(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: key % UInt64(partCount))
    }
}
