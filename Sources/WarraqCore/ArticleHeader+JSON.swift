public import ArticleExtraction
internal import JSONReading

extension ArticleHeader {
    /// The keys of PROTOCOL.md's header object.
    private static let keys:
        [(name: String, path: WritableKeyPath<ArticleHeader, String?> & Sendable)] =
            [
                ("url", \.url), ("source", \.source), ("contentType", \.contentType),
                ("title", \.title), ("publishedAt", \.publishedAt), ("fetchedAt", \.fetchedAt),
                ("language", \.language), ("byline", \.byline),
            ]

    /// Reads a header frame: a JSON object whose known keys hold strings. No bytes are an empty
    /// object; `null` is an absent key; unknown keys are ignored.
    ///
    /// - Throws: ``Rejection/badHeader(problem:)``.
    public init(json: [UInt8]) throws(Rejection) {
        guard !json.isEmpty else {
            self.init()
            return
        }
        let document: JSONDocument
        do {
            document = try JSONDocument(json)
        } catch {
            throw .badHeader(problem: "no JSON object")
        }
        try self.init(document.root)
    }

    /// Reads the known keys of an object.
    init(_ object: JSONValue) throws(Rejection) {
        guard object.kind == .object else { throw .badHeader(problem: "no JSON object") }
        self.init()
        for key in Self.keys {
            guard let value = object[key.name], value.kind != .null else { continue }
            guard let text = value.string else {
                throw .badHeader(problem: "\(key.name) is not a string")
            }
            self[keyPath: key.path] = text
        }
    }

    /// The header as PROTOCOL.md's JSON object, keys that say nothing left out.
    public var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { object in
            object.member("url", ifPresent: url)
            object.member("source", ifPresent: source)
            object.member("contentType", ifPresent: contentType)
            object.member("title", ifPresent: title)
            object.member("publishedAt", ifPresent: publishedAt)
            object.member("fetchedAt", ifPresent: fetchedAt)
            object.member("language", ifPresent: language)
            object.member("byline", ifPresent: byline)
        }
        return writer.bytes
    }
}
