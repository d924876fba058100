import Foundation
import NearDuplicates
import Synchronization
import WarraqCore

@testable import WarraqStore

/// A directory that goes with the object.
final class TemporaryDirectory: Sendable {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.path + "/warraq-store-\(UUID().uuidString)"
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func open(
        _ configuration: JournalConfiguration = JournalConfiguration(),
        clock: TestClock = TestClock()
    ) throws -> SQLiteJournal {
        try SQLiteJournal.open(
            directory: path, configuration: configuration, now: { clock.now })
    }
}

/// A clock that a test moves.
final class TestClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_400_000_000_000)

    var now: UnixTime { UnixTime(milliseconds: milliseconds.withLock { $0 }) }

    func advance(days: Int) {
        milliseconds.withLock { $0 += Int64(days) * 86_400_000 }
    }
}

/// Makes entries whose parts are told apart by one number.
enum Sample {
    static let time = UnixTime(milliseconds: 1_400_000_000_000)

    static func uri(_ number: Int) -> ArticleURI { ArticleURI(body: bytes(number), url: nil) }

    static func bytes(_ number: Int, count: Int = 40) -> [UInt8] {
        let seed = Array("\(number) نص ".utf8)
        return (0..<count).map { seed[$0 % seed.count] }
    }

    static func headline(
        _ number: Int, version: Int = 1, host: String = "akhbarona.com"
    ) -> RecordDraft {
        RecordDraft(
            uri: ArticleURI(headlineKey: bytes(number), host: host), version: version,
            topic: Topic(headlineIn: "ar", host: host), json: Array("{\"h\":\(number)}".utf8),
            keeps: nil)
    }

    static func record(
        _ number: Int, version: Int = 1, host: String = "akhbarona.com",
        change: Topic.Change = .new, size: Int = 60, keeps: ArticleURI? = nil
    ) -> RecordDraft {
        RecordDraft(
            uri: uri(number), version: version,
            topic: Topic(article: change, language: "ar", host: host),
            json: bytes(number, count: size), keeps: keeps)
    }

    static func index(_ number: Int, at: UnixTime = time) -> IndexRow {
        IndexRow(
            document: DocumentNumber(rawValue: UInt32(number)), uri: uri(number),
            fingerprint: bytes(number, count: 80), tokens: bytes(number, count: 120),
            host: UInt64.max - UInt64(number), at: at, published: 20_140_308)
    }

    static func url(_ number: Int, at: UnixTime = time) -> URLRow {
        URLRow(
            urlHash: UInt64.max - UInt64(number), uri: uri(number),
            textHash: bytes(number, count: 16), document: DocumentNumber(rawValue: UInt32(number)),
            at: at)
    }

    static func article(
        _ number: Int, id: String? = nil, host: String = "akhbarona.com", size: Int = 60,
        keeps: ArticleURI? = nil, headlines: [RecordDraft] = []
    ) -> JournalEntry {
        let article = StoredArticle(
            outcome: keeps == nil ? .new : .duplicate,
            record: record(number, host: host, size: size, keeps: keeps), index: index(number),
            url: url(number), headlines: headlines)
        return JournalEntry(
            senderID: id.map { Array($0.utf8) }, payload: uri(number),
            content: .articles([.stored(article)]), receivedAt: time)
    }

    static func known(_ number: Int, id: String? = nil) -> JournalEntry {
        JournalEntry(
            senderID: id.map { Array($0.utf8) }, payload: uri(number),
            content: .articles([.known(uri(number))]), receivedAt: time)
    }

    static func refused(
        _ number: Int, _ rejection: Rejection = .empty, id: String? = nil, size: Int = 40
    ) -> JournalEntry {
        let draft = DeadLetterDraft(
            rejection: rejection, origin: "acked", label: Array((id ?? "").utf8),
            header: Array("{}".utf8), body: bytes(number, count: size))
        return JournalEntry(
            senderID: id.map { Array($0.utf8) }, payload: uri(number), content: .deadLetter(draft),
            receivedAt: time)
    }
}

extension Receipt {
    /// The acknowledgements of an accepted entry; empty for a refusal.
    var items: [Acknowledgement] {
        if case .accepted(let items, _) = answer { items } else { [] }
    }

    var isRepeated: Bool {
        if case .accepted(_, let repeated) = answer { repeated } else { false }
    }
}
