internal import Foundation
internal import GRDB
internal import NearDuplicates
internal import NewsEnrichment
internal import WarraqCore

/// One batch on its way into the journal, inside its transaction.
///
/// Everything is looked up in the database itself, so an entry sees what the entries before it in the
/// same batch did.
struct CommitBatch {
    private let db: Database
    private let statements: CommitStatements
    private let at: UnixTime
    private let indexFormat: Int
    private let epoch: String
    private let knownTopic: (Topic) -> FeedPosition.KnownTopic?
    /// How far the batch has taken the feed.
    private(set) var advance: FeedAdvance
    private var lastDocument: UInt32 = 0
    /// Bytes of the dead letters that the batch added.
    private(set) var addedDeadLetterBytes: Int64 = 0

    /// A batch committed at `at`, from where the feed stands.
    init(
        db: Database, at: UnixTime, indexFormat: Int, epoch: String, advance: FeedAdvance,
        knownTopic: @escaping (Topic) -> FeedPosition.KnownTopic?
    ) throws {
        self.db = db
        statements = try CommitStatements(in: db)
        self.at = at
        self.indexFormat = indexFormat
        self.epoch = epoch
        self.advance = advance
        self.knownTopic = knownTopic
    }

    /// Stores one entry.
    mutating func store(_ entry: JournalEntry) throws -> Receipt {
        var reusedID = false
        var senderKeys: SenderKeys?
        if let id = entry.senderID {
            let keys = SenderKeys(id: id, payload: entry.payload)
            if let items = try keys.firstAnswer(statements.findAnswer) {
                let answer = Answer.accepted(items: items, repeated: true)
                return Receipt(answer: answer, messages: [], reusedID: false)
            }
            reusedID = try keys.idWasUsed(statements.findSender)
            senderKeys = keys
        }
        switch entry.content {
        case .deadLetter(let draft):
            let id = try keep(draft)
            let answer = Answer.refused(draft.rejection, deadLetter: id)
            return Receipt(answer: answer, messages: [], reusedID: reusedID)
        case .articles(let items):
            precondition(!items.isEmpty, "an entry without articles")
            guard try isStillKnown(items) else {
                let answer = Answer.refused(.storage, deadLetter: nil)
                return Receipt(answer: answer, messages: [], reusedID: reusedID)
            }
            var messages: [FeedMessage] = []
            let acknowledgements = try items.map { try store($0, messages: &messages) }
            try senderKeys?.keep(acknowledgements, at: at, statements.insertSender)
            return Receipt(
                answer: .accepted(items: acknowledgements, repeated: false), messages: messages,
                reusedID: reusedID)
        }
    }

    /// Writes what the whole batch changed: the topics, and the journal's own row.
    func finish(published: UInt64) throws {
        guard !advance.topics.isEmpty || addedDeadLetterBytes > 0 else { return }
        for (topic, known) in advance.topics {
            if advance.added.contains(topic) {
                try statements.insertTopic.run(
                    .integer(known.id), .text(topic.description), .integer(known.last.stored))
            } else {
                try statements.updateTopic.run(.integer(known.last.stored), .integer(known.id))
            }
        }
        try statements.updateState.run(
            .integer(advance.sequence.stored), .integer(published.stored),
            .integer(Int64(lastDocument)), .integer(addedDeadLetterBytes))
    }

    /// Retention may have removed a record between the pipeline's look and this commit. Then the
    /// sender is asked to send again, and its article is new.
    private func isStillKnown(_ items: [JournalEntry.Item]) throws -> Bool {
        var stored: Set<ArticleURI> = []
        for item in items {
            switch item {
            case .stored(let article): stored.insert(article.record.uri)
            case .known(let uri):
                if stored.contains(uri) { continue }
                guard try StoredVersions(of: uri, statements.findVersions) != nil else {
                    return false
                }
            }
        }
        return true
    }

    private mutating func store(
        _ item: JournalEntry.Item, messages: inout [FeedMessage]
    ) throws -> Acknowledgement {
        switch item {
        case .known(let uri):
            guard let versions = try StoredVersions(of: uri, statements.findVersions) else {
                preconditionFailure("a known record was looked for and found")
            }
            return Acknowledgement(uri: uri, outcome: .duplicate, sequence: versions.first)
        case .stored(let article):
            let message = try store(article.record, document: article.index?.document)
            messages.append(message)
            if let row = article.index { try keep(row) }
            if let row = article.url { try keep(row, sequence: message.sequence) }
            if let row = article.sighting { try keep(row, sequence: message.sequence) }
            if let row = article.story { try keep(row, sequence: message.sequence) }
            if let names = article.names { try keep(names, sequence: message.sequence) }
            for headline in article.headlines {
                messages.append(try store(headline, document: nil))
            }
            for amendment in article.amendments where try follows(amendment) {
                messages.append(try store(amendment, document: nil))
            }
            return Acknowledgement(
                uri: article.record.uri, outcome: article.outcome, sequence: message.sequence)
        }
    }

    /// Whether the version that `amendment` was made of is still there.
    private func follows(_ amendment: RecordDraft) throws -> Bool {
        let versions = try StoredVersions(of: amendment.uri, statements.findVersions)
        return versions?.version == amendment.version - 1
    }

    private mutating func store(
        _ draft: RecordDraft, document: DocumentNumber?
    ) throws -> FeedMessage {
        let versions = try StoredVersions(of: draft.uri, statements.findVersions)
        precondition(
            draft.version > versions?.version ?? 0,
            "\(draft.uri) is stored already as version \(versions?.version ?? 0)")
        let place = advance.next(on: draft.topic, known: knownTopic(draft.topic))
        let header = FeedHeader(
            epoch: epoch, sequence: place.sequence, previous: place.previous, uri: draft.uri,
            version: draft.version, at: at
        ).json
        let checksum = Checksum.of([header, draft.json], sequence: place.sequence)
        try statements.insertRecord.run(
            .integer(place.sequence.stored), .integer(place.topicID),
            .integer(draft.uri.storageKey), .blob(draft.uri.storedBytes),
            .integer(Int64(draft.version)),
            .integer(place.previous.stored), .integer(at.milliseconds), .document(document),
            draft.keeps.map { .integer($0.storageKey) } ?? .null,
            draft.keeps.map { .blob($0.storedBytes) } ?? .null, .integer(checksum), .blob(header),
            .blob(draft.json))
        return FeedMessage(
            sequence: place.sequence, topic: draft.topic, header: header, record: draft.json)
    }

    private mutating func keep(_ row: IndexRow) throws {
        try statements.insertDocument.run(
            .document(row.document), .integer(Int64(indexFormat)), .integer(row.at.milliseconds),
            .integer(row.host.stored), .integer(Int64(row.published)), .blob(row.uri.storedBytes),
            .blob(row.fingerprint),
            row.source.publication.map { .integer($0.first) } ?? .null,
            row.source.publication.map { .integer($0.last) } ?? .null,
            .integer(row.source.storedFlags))
        try statements.insertToken.run(
            .document(row.document), .integer(Int64(indexFormat)), .blob(row.tokens))
        lastDocument = max(lastDocument, row.document.rawValue)
    }

    private func keep(_ row: URLRow, sequence: UInt64) throws {
        try statements.insertURL.run(
            .integer(sequence.stored), .integer(row.urlHash.stored), .blob(row.uri.storedBytes),
            .blob(row.textHash), .document(row.document), .integer(row.at.milliseconds))
    }

    private func keep(_ row: SightingRow, sequence: UInt64) throws {
        try statements.insertSighting.run(
            .integer(sequence.stored), .integer(row.at.milliseconds), .text(row.host),
            .blob(row.bytes))
    }

    private func keep(_ row: StoryRow, sequence: UInt64) throws {
        try statements.insertStory.run(
            .integer(sequence.stored), .integer(row.at.milliseconds),
            .integer(row.story.rawValue.stored), .integer(Int64(row.articleCount)),
            .integer(Int64(row.independentCount)), .blob(row.uri.storedBytes),
            .blob(row.features.bytes))
    }

    private func keep(_ names: NameSighting, sequence: UInt64) throws {
        try statements.insertNames.run(.integer(sequence.stored), .blob(names.bytes))
    }

    private mutating func keep(_ draft: DeadLetterDraft) throws -> Int64 {
        let digest = Data(draft.digest.bytes)
        let find = try db.cachedStatement(sql: "SELECT id FROM deadLetter WHERE digest = ?")
        if let id = try Int64.fetchOne(find, arguments: [digest]) { return id }
        try db.cachedStatement(
            sql: "INSERT INTO deadLetter VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            digest, draft.rejection.code, draft.rejection.description, draft.origin,
            at.milliseconds, draft.byteCount, Data(draft.label), Data(draft.header),
            Data(draft.body),
        ])
        addedDeadLetterBytes += draft.byteCount
        return db.lastInsertedRowID
    }
}

extension HotStatement.Argument {
    /// The number of a document, or nothing.
    fileprivate static func document(_ number: DocumentNumber?) -> Self {
        number.map { .integer(Int64($0.rawValue)) } ?? .null
    }
}

extension TextSource {
    /// What the column `source` holds.
    fileprivate var storedFlags: Int64 {
        (isAgency ? 1 : 0) | (publication?.isUTC == true ? 2 : 0)
    }

    /// The source in three columns of `row`.
    init(_ row: HotRow, first: Int32, last: Int32, flags: Int32) {
        let isKnown = !row.isNull(first) && row.integer(first) <= row.integer(last)
        self.init(
            publication: isKnown
                ? Publication(
                    first: row.integer(first), last: row.integer(last),
                    isUTC: row.integer(flags) & 2 != 0) : nil,
            isAgency: row.integer(flags) & 1 != 0)
    }
}

extension DeadLetterDraft {
    /// What makes two refused inputs the same: the reason and the bytes, whoever sent them.
    fileprivate var digest: SHA256Digest {
        let lengths = "\(rejection.code) \(header.count) \(body.count)\n"
        return SHA256Digest(of: [Array(lengths.utf8), header, body])
    }

    /// What the draft counts for.
    fileprivate var byteCount: Int64 { Int64(label.count + header.count + body.count) }
}
