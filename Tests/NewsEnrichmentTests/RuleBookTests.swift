import ArticleExtraction
import Foundation
import Testing

@testable import NewsEnrichment

struct RuleBookTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

    /// The names that stand after `Reason(` and `rule:` in the sources of enrichment.
    private static func rulesInUse() throws -> Set<String> {
        let folder = sources.appending(path: "NewsEnrichment")
        let files = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var rules: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let source = try String(contentsOf: file, encoding: .utf8)
            for match in source.matches(of: /Reason\(\s*"([^"]+)"/) {
                rules.insert(String(match.1))
            }
        }
        return rules
    }

    @Test
    func `every rule that a finding names is explained`() throws {
        let unexplained = try Self.rulesInUse().filter { RuleBook.meanings[$0] == nil }
        #expect(unexplained.sorted() == [])
    }

    @Test
    func `every reason to remove and every evidence of a date is explained`() {
        for reason in Removal.Reason.allCases {
            #expect(RuleBook.meanings["removal.\(reason.rawValue)"] != nil)
        }
        for evidence in PublicationDate.Evidence.allCases {
            #expect(RuleBook.meanings["published.\(evidence.rawValue)"] != nil)
        }
    }
}
