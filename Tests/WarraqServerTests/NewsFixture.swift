import Foundation
import WarraqCore
import WarraqServer
import WarraqTesting

/// Real articles, none of which shares a passage with another.
enum NewsFixture {
    private struct Row: Decodable {
        let text: String
    }

    static let articles: [String] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/ant-slice.jsonl")
        let lines = (try? Data(contentsOf: file))?.split(separator: 0x0A) ?? []
        return lines.compactMap { try? JSONDecoder().decode(Row.self, from: $0).text }
    }()

    static func composer(seed: UInt64) -> NewsComposer {
        NewsComposer(articles: articles, seed: seed)
    }
}

/// Texts that go through the index and the comparer as articles do, one after another.
struct DuplicateRun: ~Copyable {
    private var index: CorpusIndex

    init(_ articles: [String] = []) throws {
        var index = try CorpusIndex(
            copies: .leaveOut, directory: FileManager.default.temporaryDirectory.path)
        for article in articles { _ = try index.add(CorpusText.words(of: Array(article.utf8))) }
        self.index = index
    }

    /// What `text` has of those before it, the strongest first.
    mutating func add(_ text: String, host: UInt64? = nil) throws -> [CorpusIndex.Match] {
        try index.add(CorpusText.words(of: Array(text.utf8)), host: host)
    }
}

extension [CorpusIndex.Match] {
    /// The relation to one text.
    func kind(to number: Int) -> Relation.Kind? { first { $0.number == number }?.kind }

    /// Whether any says that one text is the other, or holds it.
    var saysDuplicate: Bool { contains { $0.kind != .reuses } }
}
