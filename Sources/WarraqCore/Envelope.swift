public import ArticleExtraction
internal import Foundation
internal import JSONReading

/// An article and its header in one JSON object: `content` (or `contentBase64`) is the body, the
/// other keys are the header (PROTOCOL.md, "An article on its way in").
public enum Envelope {
    /// Whether `bytes` begin like an object: what cannot be an envelope is never parsed.
    public static func mayBe(_ bytes: [UInt8]) -> Bool {
        let first = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        return first == UInt8(ascii: "{")
    }

    /// Whether `bytes` are a JSON object, as a header frame is.
    public static func isObject(_ bytes: [UInt8]) -> Bool {
        guard mayBe(bytes), let document = try? JSONDocument(bytes) else { return false }
        return document.root.kind == .object
    }

    /// The article in `bytes`, `nil` if they are no JSON object with a string `content` or
    /// `contentBase64`.
    ///
    /// - Throws: ``Rejection/badHeader(problem:)`` if it is one, but a header key or the Base64 is
    ///   wrong.
    public static func article(in bytes: [UInt8]) throws(Rejection) -> RawArticle? {
        guard mayBe(bytes), let document = try? JSONDocument(bytes) else { return nil }
        let root = document.root
        guard root.kind == .object else { return nil }
        if let content = root["content"]?.utf8 {
            return RawArticle(header: try ArticleHeader(root), body: content)
        }
        guard let encoded = root["contentBase64"]?.string else { return nil }
        guard let content = Data(base64Encoded: encoded, options: .ignoreUnknownCharacters) else {
            throw .badHeader(problem: "contentBase64 is not Base64")
        }
        return RawArticle(header: try ArticleHeader(root), body: Array(content))
    }
}
