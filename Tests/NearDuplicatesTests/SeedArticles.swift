import Foundation
import NearDuplicates

/// The two seed articles and the gold's judgement of them.
struct SeedArticles {
    let report: TokenizedText
    let release: TokenizedText
    let gold: Gold

    struct Gold: Decodable {
        struct Span: Decodable {
            let start: Int
            let end: Int
        }
        struct Passage: Decodable {
            let kind: String
            let r000: Span
            let r001: Span
        }
        let passages: [Passage]
    }

    init() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures")
        report = SampleText.tokenized(
            try String(contentsOf: folder.appending(path: "000.body.txt"), encoding: .utf8))
        release = SampleText.tokenized(
            try String(contentsOf: folder.appending(path: "001.body.txt"), encoding: .utf8))
        gold = try JSONDecoder().decode(
            Gold.self, from: Data(contentsOf: folder.appending(path: "passages.json")))
    }

    /// Intersection over union of two sets of ranges, by characters.
    static func overlap(_ left: [Range<Int>], _ right: [Range<Int>]) -> Double {
        let leftSet = Set(left.flatMap(\.self))
        let rightSet = Set(right.flatMap(\.self))
        return Double(leftSet.intersection(rightSet).count)
            / Double(max(1, leftSet.union(rightSet).count))
    }
}
