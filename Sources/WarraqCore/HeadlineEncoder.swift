/// Writes the partial records of page headlines.
public enum HeadlineEncoder {
    /// The JSON of a headline's record.
    ///
    /// - Parameters:
    ///   - text: The headline in display form.
    ///   - language: BCP 47 tag of the headline.
    ///   - page: The record of the page it stood on.
    public static func json(
        uri: ArticleURI, version: Int, versionCreated: UnixTime, text: String, language: String,
        page: ArticleURI
    ) -> [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        writer.object { object in
            RecordEncoder.writeHead(
                uri: uri, isPartial: true, version: version, versionCreated: versionCreated,
                to: &object)
            object.member("language", language)
            RecordEncoder.writeTitle(text, to: &object)
            object.member(
                "enrichment",
                object: { enrichment in
                    enrichment.member("schema", RecordSchema.profile)
                    enrichment.member("offsets", RecordSchema.offsets)
                    enrichment.member("foundOn", page.description)
                    enrichment.member("zones", array: { _ in })
                    enrichment.member("paragraphs", array: { _ in })
                })
        }
        return writer.bytes
    }
}
