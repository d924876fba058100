import ArabicText
import Foundation
import Testing

@testable import ArticleExtraction

/// Measures the body against the 90 real pages of `data/html`, where that data is present:
/// `../shared/data/html/zyte.jsonl.gz` beside the checkout, or the file `WARRAQ_HTML_PAGES` names.
/// With `WARRAQ_TRAFILATURA` set to a Python that has trafilatura, it is measured on the same pages.
struct HTMLEvaluationTests {
    private struct Page: Decodable {
        let id: String
        let url: String
        let html: String
        let text: String
    }

    private static let data: URL = {
        if let path = ProcessInfo.processInfo.environment["WARRAQ_HTML_PAGES"] {
            return URL(filePath: path)
        }
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.appending(path: "shared/data/html/zyte.jsonl.gz")
    }()

    private static let isPresent = FileManager.default.fileExists(atPath: data.path())

    @Test(
        .enabled(
            if: isPresent,
            "the pages of shared/data/html are not beside this checkout: nothing was measured"))
    func `word F1 of the body is 0-97 or more and ahead of trafilatura`() throws {
        let pages = try Self.pages()
        let peer = try Self.trafilatura()
        var ours = 0.0
        var theirs = 0.0
        for (index, page) in pages.enumerated() {
            let body = (try? extractHTML(page.html).body) ?? ""
            let score = Self.f1(body, page.text)
            ours += score
            var line = "\(index) \(Self.percent(score))"
            if let peer {
                let other = Self.f1(peer[page.id] ?? "", page.text)
                theirs += other
                line += " trafilatura \(Self.percent(other))"
            }
            if score < 0.95 { print("\(line) \(page.url)") }
        }
        let mean = ours / Double(pages.count)
        print("pages \(pages.count), mean word F1 \(Self.percent(mean))")
        #expect(mean >= 0.97)
        guard peer != nil else { return }
        print("trafilatura \(Self.percent(theirs / Double(pages.count)))")
        #expect(ours > theirs)
    }

    private static func pages() throws -> [Page] {
        let lines = try output(of: "/usr/bin/gzip", ["-dc", data.path()])
        return try lines.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Page.self, from: Data($0))
        }
    }

    /// What trafilatura takes out of each page, by id; `nil` if it is not installed.
    private static func trafilatura() throws -> [String: String]? {
        guard let python = ProcessInfo.processInfo.environment["WARRAQ_TRAFILATURA"] else {
            return nil
        }
        let program = """
            import gzip, json, sys, trafilatura
            for line in gzip.open(sys.argv[1]):
                page = json.loads(line)
                text = trafilatura.extract(page['html'], include_comments=False) or ''
                print(json.dumps([page['id'], text]))
            """
        let lines = try output(of: python, ["-c", program, data.path()])
        var texts: [String: String] = [:]
        for line in lines.split(separator: UInt8(ascii: "\n")) {
            let pair = try JSONDecoder().decode([String].self, from: Data(line))
            texts[pair[0]] = pair[1]
        }
        return texts
    }

    private static func output(of program: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return data
    }

    /// Harmonic mean of precision and recall over the words as a bag.
    static func f1(_ text: String, _ gold: String) -> Double {
        let a = words(text)
        let b = words(gold)
        let total = Double(a.values.reduce(0, +) + b.values.reduce(0, +))
        guard total > 0 else { return 1 }
        let common = a.reduce(0) { $0 + min($1.value, b[$1.key] ?? 0) }
        return 2 * Double(common) / total
    }

    private static func words(_ text: String) -> [[UInt8]: Int] {
        let bytes = Array(text.utf8)
        var words: [[UInt8]: Int] = [:]
        WordScanner.forEachWord(in: bytes.span) { word in
            words[Array(bytes[word.bytes]), default: 0] += 1
        }
        return words
    }

    private static func percent(_ value: Double) -> String {
        String(format: "%.4f", value)
    }
}
