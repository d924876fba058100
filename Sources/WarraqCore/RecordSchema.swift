/// The names of the record's schemas.
public enum RecordSchema {
    /// ninjs `profile`, `enrichment.schema` and the feed header's `schema`.
    public static let profile = "enriched-article/1"
    /// What `enrichment.offsets` says.
    public static let offsets =
        "unicodeScalars; bodies[0].value unless a name starts with raw"
}
