import ArticleExtraction
import Foundation
import Testing
import WarraqServer

/// One article in four encodings, declared right, wrong or not at all, is one record.
struct EncodingsTests {
    private static let encodings = ["utf-8", "windows-1256", "iso-8859-6", "utf-16"]
    private static let declarations = [
        nil, "utf-8", "windows-1256", "iso-8859-6", "utf-16", "iso-8859-1",
    ]

    @Test(arguments: encodings, declarations)
    func `the record is the same but for identity and input`(
        encoding: String, declared: String?
    ) throws {
        let expected = try record(encoding: "utf-8", declared: nil)
        #expect(try record(encoding: encoding, declared: declared) == expected)
    }

    @Test(arguments: encodings)
    func `an HTML page in it is the same, whatever its meta says`(encoding: String) throws {
        let expected = try page(encoding: "utf-8", meta: "utf-8")
        for meta in ["utf-8", "windows-1256", "iso-8859-6"] {
            #expect(try page(encoding: encoding, meta: meta) == expected)
        }
    }

    private func record(encoding: String, declared: String?) throws -> String {
        var header = ArticleHeader()
        header.contentType = declared.map { "text/plain; charset=\($0)" }
        return try comparable(RawArticle(header: header, body: try bytes(encoding)))
    }

    /// The article between tags; a tag's bytes are ASCII in all but UTF-16, which gets them doubled.
    private func page(encoding: String, meta: String) throws -> String {
        let before = Array("<html><head><meta charset=\"\(meta)\"></head><body><article><p>".utf8)
        let after = Array("</p></article></body></html>".utf8)
        var text = try bytes(encoding)
        if encoding == "utf-16" {
            let mark = Array(text.prefix(2))
            text =
                mark + before.flatMap { [$0, 0] } + text.dropFirst(2) + after.flatMap { [$0, 0] }
        } else {
            text = before + text + after
        }
        // The meta's length moves every raw offset, so only what was extracted is compared.
        let json = try ArticleProcessor().records(
            of: RawArticle(header: ArticleHeader(), body: text))[0]
        let record = try #require(
            try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        let body = try #require((record["bodies"] as? [[String: Any]])?.first?["value"] as? String)
        return body
    }

    private func bytes(_ encoding: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return [UInt8](
            try Data(contentsOf: folder.appendingPathComponent("Fixtures/article.\(encoding).txt")))
    }

    /// The record's bytes without `uri` and `enrichment.input`: identity and flags.
    private func comparable(_ raw: RawArticle) throws -> String {
        let records = try ArticleProcessor().records(of: raw)
        #expect(records.count == 1)
        let json = String(decoding: records[0], as: UTF8.self)
        return try json.without("\"uri\":\"", through: "\",").without("\"input\":{", through: "},")
    }
}

extension String {
    fileprivate func without(_ start: String, through end: String) throws -> String {
        let from = try #require(range(of: start))
        let to = try #require(range(of: end, range: from.upperBound..<endIndex))
        return String(self[..<from.lowerBound] + self[to.upperBound...])
    }
}
