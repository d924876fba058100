public import ArticleExtraction
internal import JSONReading
public import WarraqCore

/// Reads the header object that travels beside an article.
public enum HeaderReader {
    /// Reads a header frame. An empty one says nothing.
    ///
    /// - Throws: `badHeader`.
    public static func read(_ frame: [UInt8]) throws(Rejection) -> ArticleHeader {
        guard !frame.isEmpty else { return ArticleHeader() }
        guard frame.count <= Wire.maxJSONBytes else {
            throw .badHeader(problem: "is \(frame.count) bytes, limit is \(Wire.maxJSONBytes)")
        }
        let root: JSONValue
        do {
            root = try JSONDocument(frame).root
        } catch {
            throw .badHeader(problem: error == .tooDeep ? "is nested too deep" : "is not JSON")
        }
        guard root.kind == .object else { throw .badHeader(problem: "is not a JSON object") }
        return try read(root)
    }

    /// Reads the known keys of an object and ignores the others.
    ///
    /// `null` is as good as absent, but for `url`, which PROTOCOL.md wants to be a string.
    static func read(_ object: JSONValue) throws(Rejection) -> ArticleHeader {
        var header = ArticleHeader()
        var byteCount = 0
        for (name, value) in object.members {
            guard let field = fields[name] else { continue }
            guard let text = value.string else {
                if value.kind == .null, name != "url" { continue }
                throw .badHeader(problem: "\(name) is not a string")
            }
            byteCount += text.utf8.count
            guard byteCount <= Wire.maxJSONBytes else {
                throw .badHeader(problem: "is longer than \(Wire.maxJSONBytes) bytes")
            }
            header[keyPath: field] = text
        }
        return header
    }

    // Key paths of a Sendable struct's stored properties capture nothing.
    private static let fields: [String: WritableKeyPath<ArticleHeader, String?> & Sendable] = [
        "url": \.url,
        "source": \.source,
        "contentType": \.contentType,
        "title": \.title,
        "publishedAt": \.publishedAt,
        "fetchedAt": \.fetchedAt,
        "language": \.language,
        "byline": \.byline,
    ]
}
