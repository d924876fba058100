public import ArticleExtraction

extension ArticleHeader {
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
