public import NearDuplicates
public import NewsEnrichment

/// Why the store did not do what was asked.
public enum StorageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No room on the disk, or a quota: it may pass.
    case full(String)
    /// Any other error of the disk or of SQLite that left the store as it was.
    case unavailable(String)
    /// SQLite found the journal itself damaged: the process must end, so that the next start salvages it.
    case damaged(String)
    /// A sync failed: what is on disk is unknown, so the process must end and recover.
    case syncFailed(String)

    /// Whether the process must end: nothing that it could still do would be right.
    public var endsProcess: Bool {
        switch self {
        case .full, .unavailable: false
        case .damaged, .syncFailed: true
        }
    }

    /// SQLite's words for it.
    public var description: String {
        switch self {
        case .full(let message): "store is full: \(message)"
        case .unavailable(let message): "store is unavailable: \(message)"
        case .damaged(let message): "store is damaged: \(message)"
        case .syncFailed(let message): "store could not be synced: \(message)"
        }
    }
}

/// The place of a text in the duplicate index, as its log keeps it.
public struct IndexRow: Sendable {
    /// Its number in the index.
    public let document: DocumentNumber
    /// The record that carries the text.
    public let uri: ArticleURI
    /// `Fingerprint.bytes`.
    public let fingerprint: [UInt8]
    /// The token block that verifying reads.
    public let tokens: [UInt8]
    /// Hash of the host, 0 if unknown.
    public let host: UInt64
    /// When the text arrived.
    public let at: UnixTime
    /// The publication day as `yyyymmdd`, 0 if unknown.
    public let published: Int
    /// Who put it out and when.
    public let source: TextSource

    /// A row of these values.
    public init(
        document: DocumentNumber, uri: ArticleURI, fingerprint: [UInt8], tokens: [UInt8],
        host: UInt64, at: UnixTime, published: Int, source: TextSource = .unknown
    ) {
        self.document = document
        self.uri = uri
        self.fingerprint = fingerprint
        self.tokens = tokens
        self.host = host
        self.at = at
        self.published = published
        self.source = source
    }
}

/// The last record seen under a canonical URL.
public struct URLRow: Hashable, Sendable {
    /// 64-bit hash of the canonical URL.
    public let urlHash: UInt64
    /// The record.
    public let uri: ArticleURI
    /// The exact hash of its text, 16 bytes.
    public let textHash: [UInt8]
    /// Its text's number in the index, if it is there: for a copy, its original's.
    public let document: DocumentNumber?
    /// When it arrived.
    public let at: UnixTime

    /// A row of these values.
    public init(
        urlHash: UInt64, uri: ArticleURI, textHash: [UInt8], document: DocumentNumber?,
        at: UnixTime
    ) {
        self.urlHash = urlHash
        self.uri = uri
        self.textHash = textHash
        self.document = document
        self.at = at
    }
}

/// A record that is ready to be stored; the store gives it its sequence number.
public struct RecordDraft: Sendable {
    /// The record's identity.
    public let uri: ArticleURI
    /// Its version, from 1; above 1 when the same identity goes out again.
    public let version: Int
    /// Its topic on the feed.
    public let topic: Topic
    /// Its JSON.
    public let json: [UInt8]
    /// A record that must be kept as long as this one is: the original of a light record.
    public let keeps: ArticleURI?

    /// A draft of these values.
    public init(uri: ArticleURI, version: Int, topic: Topic, json: [UInt8], keeps: ArticleURI?) {
        self.uri = uri
        self.version = version
        self.topic = topic
        self.json = json
        self.keeps = keeps
    }
}

/// A record as the store has it.
public struct StoredRecord: Sendable {
    /// Its version.
    public let version: Int
    /// Its topic on the feed.
    public let topic: Topic
    /// Its JSON.
    public let json: [UInt8]

    /// A record of these values.
    public init(version: Int, topic: Topic, json: [UInt8]) {
        self.version = version
        self.topic = topic
        self.json = json
    }
}

/// A text of the duplicate index as the store has it.
public struct StoredText: Hashable, Sendable {
    /// The record that carries it.
    public let uri: ArticleURI
    /// Who put it out and when.
    public let source: TextSource

    /// A text of these values.
    public init(uri: ArticleURI, source: TextSource) {
        self.uri = uri
        self.source = source
    }
}

/// What one article brings to the store, all of it in one transaction.
public struct StoredArticle: Sendable {
    /// What the sender is told.
    public let outcome: Outcome
    /// The article's record.
    public let record: RecordDraft
    /// Its text's place in the duplicate index; none for a copy.
    public let index: IndexRow?
    /// Its URL's new last record.
    public let url: URLRow?
    /// Records of page headlines not seen lately. They follow the article on the feed.
    public let headlines: [RecordDraft]
    /// What it shows of its site; only of a new article whose site is known.
    public let sighting: SightingRow?
    /// Its place in its story.
    public let story: StoryRow?
    /// The names that it introduces; only of a new article that introduces any.
    public let names: NameSighting?
    /// Earlier records in a new version, which speak of this one: they come last on the feed. One whose
    /// earlier version is gone by then is left out.
    public let amendments: [RecordDraft]

    /// An article of these parts.
    public init(
        outcome: Outcome, record: RecordDraft, index: IndexRow?, url: URLRow?,
        headlines: [RecordDraft], sighting: SightingRow? = nil, story: StoryRow? = nil,
        names: NameSighting? = nil, amendments: [RecordDraft] = []
    ) {
        self.outcome = outcome
        self.record = record
        self.index = index
        self.url = url
        self.headlines = headlines
        self.sighting = sighting
        self.story = story
        self.names = names
        self.amendments = amendments
    }
}

/// An input that was refused, as it is kept for a person.
public struct DeadLetterDraft: Sendable {
    /// Why.
    public let rejection: Rejection
    /// How it came in: `acked`, `pull` or `subscribe`.
    public let origin: String
    /// The sender's id, or the topic it came under.
    public let label: [UInt8]
    /// The header's bytes as received.
    public let header: [UInt8]
    /// The body's bytes as received.
    public let body: [UInt8]

    /// A draft of these values.
    public init(
        rejection: Rejection, origin: String, label: [UInt8], header: [UInt8], body: [UInt8]
    ) {
        self.rejection = rejection
        self.origin = origin
        self.label = label
        self.header = header
        self.body = body
    }
}

/// What one input asks of the store.
public struct JournalEntry: Sendable {
    /// An article of a payload.
    public enum Item: Sendable {
        /// The record is stored already, or is further ahead in the same batch.
        case known(ArticleURI)
        /// A record to store.
        case stored(StoredArticle)
    }

    /// What the input asks.
    public enum Content: Sendable {
        /// Stores the articles of a payload, in page order; at least one.
        case articles([Item])
        /// Keeps a refused input. The same input refused for the same reason is kept once.
        case deadLetter(DeadLetterDraft)
    }

    /// The sender's id, if it came on an acked socket.
    public let senderID: [UInt8]?
    /// The payload's identity: with `senderID`, what makes a repeat.
    public let payload: ArticleURI
    /// What the input asks.
    public let content: Content
    /// When it was read.
    public let receivedAt: UnixTime

    /// An entry of these values.
    public init(
        senderID: [UInt8]?, payload: ArticleURI, content: Content, receivedAt: UnixTime
    ) {
        self.senderID = senderID
        self.payload = payload
        self.content = content
        self.receivedAt = receivedAt
    }
}

/// What the store did with one entry.
public struct Receipt: Sendable {
    /// What the sender is told.
    public let answer: Answer
    /// The records it put on the feed, in order. Empty for repeats, known articles and refusals.
    public let messages: [FeedMessage]
    /// Whether the sender used its id for other bytes before.
    public let reusedID: Bool

    /// A receipt of these values.
    public init(answer: Answer, messages: [FeedMessage], reusedID: Bool) {
        self.answer = answer
        self.messages = messages
        self.reusedID = reusedID
    }
}

/// Where records are kept, as the pipeline sees it. The store's is SQLite; tests have one that fails
/// when told to.
public protocol Journal: Sendable {
    /// Stores `entries` in one synced transaction, in order: all or, when it throws, nothing.
    ///
    /// A repeat (same sender id and payload) gets its first answer and stores nothing. Called on the
    /// store queue.
    func commit(_ entries: [JournalEntry]) throws(StorageError) -> [Receipt]

    /// The latest committed version of a record, `nil` if there is none. Called on the dedup queue.
    func version(of uri: ArticleURI) throws(StorageError) -> Int?

    /// The token block of a committed document, `nil` if it is gone. Called on the dedup queue.
    func tokens(of document: DocumentNumber) throws(StorageError) -> [UInt8]?

    /// A committed document's record and source, `nil` if it is gone. Called on the dedup queue.
    func text(of document: DocumentNumber) throws(StorageError) -> StoredText?

    /// The latest committed version of a record, `nil` if there is none or its bytes are damaged. Called
    /// on the story queue.
    func latest(of uri: ArticleURI) throws(StorageError) -> StoredRecord?

    /// Notes that what the articles stored so far showed of a site counts no more after a restart.
    /// Called on the store queue.
    func forgetSite(_ host: String) throws(StorageError)
}
