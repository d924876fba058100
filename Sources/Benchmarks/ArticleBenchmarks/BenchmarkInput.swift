internal import Foundation
internal import JSONReading

/// The texts that are measured: fixtures of the tests.
enum BenchmarkInput {
    /// A plain article of 4.4 KB.
    static func article() throws -> [UInt8] {
        try fixture("ArticleExtractionTests/Fixtures/seed-001.txt")
    }

    /// A page of 16.8 KB whose markup is gone, most of it headlines of other articles.
    static func flattenedPage() throws -> [UInt8] {
        try fixture("ArticleExtractionTests/Fixtures/seed-000.txt")
    }

    /// A feed of four items.
    static func feed() throws -> [UInt8] {
        try fixture("ArticleExtractionTests/Fixtures/feed.xml")
    }

    /// 90 articles of one site, title and text.
    static func corpus() throws -> [(title: String, text: String)] {
        try fixture("ArticleExtractionTests/Fixtures/ant-slice.jsonl")
            .split(separator: 0x0A).compactMap { line in
                let root = try JSONDocument(Array(line)).root
                guard let title = root["title"]?.string, let text = root["text"]?.string else {
                    return nil
                }
                return (title, text)
            }
    }

    /// The file at `path` below the folder of the tests.
    static func fixture(_ path: String) throws -> [UInt8] {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return try file(root.appending(path: "Tests/\(path)").path())
    }

    /// The bytes of a file.
    static func file(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }
}
