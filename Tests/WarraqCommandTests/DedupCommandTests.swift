import Foundation
import Testing
import WarraqTesting

@testable import warraq

/// `warraq dedup` on small files.
struct DedupCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func corpus(_ rows: [[String: Any]]) throws -> String {
        let lines = try rows.map { row in
            try JSONSerialization.data(withJSONObject: row, options: [.sortedKeys])
        }
        let path = folder.appending(path: "\(UUID()).jsonl")
        try Data(lines.joined(separator: [0x0A])).write(to: path)
        return path.path
    }

    @Test func `copies are grouped under the first, and unique lines kept as they are`() throws {
        let text = ComposedArticle.text(1)
        let path = try corpus([
            ["id": "a", "text": text], ["id": "b", "text": ComposedArticle.text(2)],
            ["id": "c", "text": text], ["id": "d", "text": text + "\nوالسلام عليكم"],
        ])
        let kept = folder.appending(path: "kept.jsonl")
        let result = try BuiltProgram.run(
            "warraq", ["dedup", "--groups", "--unique", kept.path, path])
        #expect(result.status == 0)
        #expect(
            result.output == """
                {"type":"group","original":"a","copies":[{"id":"c","rel":"exactCopyOf"},\
                {"id":"d","rel":"nearDuplicateOf"}]}

                """)
        #expect(result.errors.hasPrefix("warraq: 4 texts, 2 copies in 1 groups, "))
        let lines = try String(contentsOf: kept, encoding: .utf8)
        let input = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(lines == "\(input[0])\n\(input[1])\n")
    }

    @Test func `what five texts of a source share is no reuse if the source is known`() throws {
        let menu = ComposedArticle.text(99)
        let path = try corpus(
            (1...6).map { number in
                [
                    "id": "\(number)", "site": "one",
                    "text": ComposedArticle.text(number) + "\n" + menu,
                ]
            })
        let unknown = try BuiltProgram.run("warraq", ["dedup", path])
        let known = try BuiltProgram.run("warraq", ["dedup", "--source", "site", path])
        #expect(unknown.output.contains("\"id\":\"6\""))
        #expect(known.output.contains("\"id\":\"4\""))
        #expect(!known.output.contains("\"id\":\"5\""))
        #expect(!known.output.contains("\"id\":\"6\""))
    }

    @Test func `relations tell coverage, and passages if asked`() throws {
        let (one, two) = (ComposedArticle.text(1), ComposedArticle.text(2))
        let path = try corpus([
            ["url": 1, "body": one], ["url": 2, "body": two + "\n" + one + "\n" + two],
        ])
        let result = try BuiltProgram.run(
            "warraq", ["dedup", "--passages", "--text", "body", "--id", "url", path])
        #expect(result.lines.count == 1)
        #expect(
            result.output.hasPrefix(
                """
                {"type":"relation","id":"2","rel":"contains","of":"1","coverageHere":
                """))
        #expect(result.output.contains("\"coverageThere\":1.0,\"passages\":[{\"start\":"))
    }

    @Test func `a line that is no text is told, and the rest goes on`() throws {
        let path = try corpus([["id": "a", "content": "x"], ["id": "b", "text": "y"]])
        let result = try BuiltProgram.run("warraq", ["dedup", path])
        #expect(result.status == 65)
        #expect(
            result.errors.hasPrefix(
                "warraq: line 1 has no string \"text\" (--text); it has content, id\n"))
        #expect(result.errors.contains("warraq: 1 texts, 0 copies in 0 groups"))
    }

    @Test func `a file that is not there is 65`() throws {
        let result = try BuiltProgram.run("warraq", ["dedup", "/nowhere/corpus.jsonl"])
        #expect(result.status == 65)
        #expect(
            result.errors == "warraq: open /nowhere/corpus.jsonl: No such file or directory [2]\n")
    }

    @Test func `the bar shows the share, the rate and the time left`() {
        #expect(
            CorpusProgress.line(texts: 3_000, copies: 12, share: 0.25, seconds: 50)
                == "[######..................] 25 %  3000 texts, 12 copies, 60 texts/s, 2 min 30 s left"
        )
        #expect(
            CorpusProgress.line(texts: 100, copies: 0, share: nil, seconds: 10)
                == "100 texts, 0 copies, 10 texts/s")
        #expect(CorpusProgress.time(3_900) == "1 h 5 min")
    }
}
