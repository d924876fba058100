import Foundation

/// Files beside these tests.
enum Fixture {
    /// The bytes of a fixture.
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return [UInt8](
            try Data(
                contentsOf: folder.appendingPathComponent("Fixtures").appendingPathComponent(name))
        )
    }

    /// A fixture of JSON.
    static func json<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes(name)))
    }
}

/// One article of the ANT corpus.
struct CorpusArticle: Decodable {
    let id: String
    let url: String
    let title: String
    let date: String
    let text: String

    /// The articles of the slice, as they are.
    static func all() throws -> [CorpusArticle] {
        let bytes = try Fixture.bytes("ant-slice.jsonl")
        return try bytes.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(CorpusArticle.self, from: Data($0))
        }
    }

    /// Its paragraphs, white space folded as a reader sees it.
    var paragraphs: [String] {
        text.split(whereSeparator: \.isNewline).map { folded(String($0)) }.filter { !$0.isEmpty }
    }
}

/// `text` with each run of white space as one space, none at the ends.
func folded(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
        .joined(separator: " ")
}
