import ArabicText
import Foundation
import Testing

/// The two seed articles: the second is copied into the first.
struct SeedTests {
    private struct Seed: Decodable {
        struct Body: Decodable {
            let value: String
            let charCount: Int
            let wordCount: Int
        }
        let bodies: [Body]
    }

    private func body(_ name: String) throws -> Seed.Body {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures")
        let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
        return try #require(JSONDecoder().decode(Seed.self, from: data).bodies.first)
    }

    private func shingles(_ text: String) -> Set<[UInt64]> {
        let hashes = FingerprintForm.words(of: Array(text.utf8)).map(\.hash)
        return Set((0..<max(0, hashes.count - 4)).map { Array(hashes[$0..<$0 + 5]) })
    }

    @Test func `seven tenths of seed 001 are in seed 000`() throws {
        let container = try shingles(body("000").value)
        let contained = try shingles(body("001").value)
        let share =
            Double(contained.intersection(container).count) / Double(max(contained.count, 1))
        #expect(share >= 0.70)
        #expect(share <= 0.72)
    }

    @Test(arguments: ["000", "001"])
    func `words and scalars are counted as in the gold record`(name: String) throws {
        let body = try body(name)
        let text = Array(body.value.utf8)
        #expect(WordScanner.count(in: text) == body.wordCount)
        #expect(ScalarCount.of(text) == body.charCount)
        #expect(DisplayForm.of(text) == text)
    }

    @Test(arguments: [(name: "000", variety: "ar-MA", word: "نونبر"), ("001", "ar", "نوفمبر")])
    func `the variety is that of the gold record`(name: String, variety: String, word: String)
        throws
    {
        let language = try LanguageIdentifier.identify(Array(body(name).value.utf8))
        #expect(language.tag == "ar")
        #expect(language.variety == variety)
        #expect(language.evidence.contains(word))
    }
}
