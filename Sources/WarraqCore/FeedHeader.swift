/// Frame 2 of a feed message.
public struct FeedHeader: Sendable {
    /// The journal's epoch.
    public let epoch: String
    /// The record's sequence number.
    public let sequence: UInt64
    /// The sequence number of the record before it on the same topic, 0 for none.
    public let previous: UInt64
    /// The record's identity.
    public let uri: ArticleURI
    /// The record's version, from 1.
    public let version: Int
    /// When it was committed.
    public let at: UnixTime

    /// A header with these values.
    public init(
        epoch: String, sequence: UInt64, previous: UInt64, uri: ArticleURI, version: Int,
        at: UnixTime
    ) {
        self.epoch = epoch
        self.sequence = sequence
        self.previous = previous
        self.uri = uri
        self.version = version
        self.at = at
    }

    /// The frame's bytes: JSON, keys in PROTOCOL.md's order.
    public var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { object in
            object.member("epoch", epoch)
            object.member("seq", sequence)
            object.member("prev", previous)
            object.member("uri", uri.description)
            object.member("version", version)
            object.member("at", at.rfc3339)
            object.member("schema", RecordSchema.profile)
        }
        return writer.bytes
    }
}
