public import ArticleExtraction
internal import JSONReading
public import WarraqCore

/// Reads articles that are one JSON object: `content` (or `contentBase64`) is the body, the other keys are
/// the header.
public enum EnvelopeReader {
    /// Header and body of `bytes`, or `nil` if they are no such object and so an article by themselves.
    ///
    /// The body may be empty, and of any size.
    ///
    /// - Throws: `badHeader` if the object has a body, but a header value is no string or the base64 is wrong.
    public static func read(_ bytes: [UInt8]) throws(Rejection) -> RawArticle? {
        guard looksLikeObject(bytes), let document = try? JSONDocument(bytes) else { return nil }
        let root = document.root
        let body: [UInt8]
        if let content = root["content"]?.utf8 {
            body = content
        } else if let encoded = root["contentBase64"]?.utf8 {
            guard let decoded = Base64.decode(encoded) else {
                throw .badHeader(problem: "contentBase64 is not base64")
            }
            body = decoded
        } else {
            return nil
        }
        return RawArticle(header: try HeaderReader.read(root), body: body)
    }

    /// Whether `bytes` begin and end with braces: cheap, and false for nearly everything else.
    static func looksLikeObject(_ bytes: [UInt8]) -> Bool {
        func isSpace(_ byte: UInt8) -> Bool {
            byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
        }
        return bytes.first { !isSpace($0) } == UInt8(ascii: "{")
            && bytes.last { !isSpace($0) } == UInt8(ascii: "}")
    }
}
