/// `[pipeline]`: how much is under way at once.
public struct PipelineSettings: Hashable, Sendable {
    /// How many articles may be under way.
    public let maxArticles: Int
    /// How many bytes of them, as received.
    public let maxBytes: Int
    /// How many are worked on at a time; 0 is one a core.
    public let workers: Int

    init(_ values: SettingValues) {
        maxArticles = values[Self.maxArticlesKey]
        maxBytes = values[Self.maxBytesKey]
        workers = values[Self.workersKey]
    }

    static let maxArticlesKey = SettingKey(
        "pipeline.maxArticles", .integer(1...1_000_000, "articles"), default: 1_024,
        takesEffect: .restart,
        "How many articles may be under way. When it is reached the daemon stops reading, and "
            + "ZeroMQ holds the senders back.")
    static let maxBytesKey = SettingKey(
        "pipeline.maxBytes", .integer(1_048_576...68_719_476_736, "bytes"), default: 67_108_864,
        takesEffect: .restart,
        "How many bytes of them. One article is always let in, however large.")
    static let workersKey = SettingKey(
        "pipeline.workers", .integer(0...256, ""), default: 0, takesEffect: .restart,
        "How many articles are cleaned at a time. 0 is one for each core.")

    static let keys: [any AnySettingKey] = [maxArticlesKey, maxBytesKey, workersKey]
}
