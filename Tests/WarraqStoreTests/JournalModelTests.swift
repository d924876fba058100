import GRDB
import NearDuplicates
import Testing
import WarraqCore

@testable import WarraqStore

/// The same seed gives the same numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// What a journal should hold, as plain dictionaries.
private struct Model {
    var feed: [(topic: Topic, uri: ArticleURI, version: Int, previous: UInt64)] = []
    var sequences: [ArticleURI: UInt64] = [:]
    var versions: [ArticleURI: Int] = [:]
    var last: [Topic: UInt64] = [:]
    var answers: [String: [Acknowledgement]] = [:]
    var ids: Set<String> = []

    mutating func append(_ draft: RecordDraft) -> UInt64 {
        let version = (versions[draft.uri] ?? 0) + 1
        feed.append((draft.topic, draft.uri, version, last[draft.topic] ?? 0))
        let sequence = UInt64(feed.count)
        versions[draft.uri] = version
        last[draft.topic] = sequence
        if sequences[draft.uri] == nil { sequences[draft.uri] = sequence }
        return sequence
    }
}

struct JournalModelTests {
    private let directory = TemporaryDirectory()

    /// A random batch, with the answers that the model expects.
    private func batch(
        _ model: inout Model, next: inout Int, using generator: inout SeededGenerator
    ) -> (entries: [JournalEntry], expected: [(items: [Acknowledgement], repeated: Bool)]) {
        var entries: [JournalEntry] = []
        var expected: [(items: [Acknowledgement], repeated: Bool)] = []
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
            let isKnown = next > 1 && Int.random(in: 0..<3, using: &generator) == 0
            let number = isKnown ? Int.random(in: 1..<next, using: &generator) : next
            let id = "\(Int.random(in: 1...20, using: &generator))"
            let key = "\(id)/\(number)"
            let host = ["a.ma", "b.ma", "c.ma"].randomElement(using: &generator) ?? "a.ma"
            let numbers = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                Int.random(in: 1...12, using: &generator)
            }
            let headlines = Set(numbers).sorted().map {
                let version = model.versions[Sample.headline($0).uri] ?? 0
                return Sample.headline($0, version: version + 1)
            }
            entries.append(
                isKnown
                    ? Sample.known(number, id: id)
                    : Sample.article(number, id: id, host: host, headlines: headlines))
            if !isKnown { next += 1 }
            if let answer = model.answers[key] {
                expected.append((answer, true))
                continue
            }
            let sequence: UInt64
            if isKnown {
                sequence = model.sequences[Sample.uri(number)] ?? 0
            } else {
                sequence = model.append(Sample.record(number, host: host))
                for headline in headlines { _ = model.append(headline) }
            }
            let answer = [
                Acknowledgement(
                    uri: Sample.uri(number), outcome: isKnown ? .duplicate : .new,
                    sequence: sequence)
            ]
            model.answers[key] = answer
            model.ids.insert(id)
            expected.append((answer, false))
        }
        return (entries, expected)
    }

    @Test(arguments: 1...4)
    func `random batches give what a dictionary would`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var model = Model()
        var next = 1
        var journal = try directory.open()
        for round in 0..<60 {
            let (entries, expected) = batch(&model, next: &next, using: &generator)
            if round % 5 == 4 {
                // The same batch fails first, and must leave no trace.
                try journal.pool.write { try $0.execute(sql: "ALTER TABLE state RENAME TO hidden") }
                #expect(throws: StorageError.self) { try journal.commit(entries) }
                try journal.pool.write { try $0.execute(sql: "ALTER TABLE hidden RENAME TO state") }
            }
            let receipts = try journal.commit(entries)
            #expect(receipts.map(\.items) == expected.map(\.items))
            #expect(receipts.map(\.isRepeated) == expected.map(\.repeated))
            if round % 20 == 19 {
                try journal.close()
                journal = try directory.open()
            }
        }
        #expect(journal.lastSequence == UInt64(model.feed.count))
        try expectFeed(of: journal, toBe: model)
        for prefix in ["article/new/ar/b", "headline/", "article/", "none"] {
            let page = try journal.page(after: 5, prefixes: [Array(prefix.utf8)], limit: 1000)
            let matching = model.feed.indices.filter {
                $0 >= 5 && model.feed[$0].topic.description.hasPrefix(prefix)
            }
            #expect(page.messages.map(\.sequence) == matching.map { UInt64($0 + 1) })
        }
        var headlines: [ArticleURI] = []
        try journal.forEachHeadline(since: Sample.time) { uri, _ in headlines.append(uri) }
        #expect(headlines.count == model.feed.filter { $0.uri.kind == .headline }.count)
    }

    private func expectFeed(of journal: SQLiteJournal, toBe model: Model) throws {
        let messages = try journal.page(after: 0, limit: 1000).messages
        #expect(messages.count == min(1000, model.feed.count))
        for (message, expected) in zip(messages, model.feed) {
            #expect(message.topic == expected.topic)
            let header = FeedHeader(
                epoch: journal.epoch, sequence: message.sequence, previous: expected.previous,
                uri: expected.uri, version: expected.version, at: Sample.time)
            #expect(message.header == header.json)
        }
    }

    @Test func `pages are read while commits go on`() async throws {
        let journal = try directory.open()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 1...200 { _ = try journal.commit([Sample.article(number)]) }
            }
            for _ in 1...2 {
                group.addTask {
                    var after: UInt64 = 0
                    while after < 200 {
                        let page = try journal.page(after: after, limit: 50)
                        let expected = page.messages.isEmpty ? [] : Array(after + 1...page.last)
                        #expect(page.messages.map(\.sequence) == expected)
                        after = page.last
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
