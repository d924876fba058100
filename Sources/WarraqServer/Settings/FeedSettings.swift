/// `[feed]`: where records go out.
public struct FeedSettings: Hashable, Sendable {
    /// XPUB sockets: the live feed.
    public let publish: [EndpointSetting]
    /// ROUTER sockets that answer replay requests.
    public let replay: [EndpointSetting]
    /// What may wait for one subscriber that reads slowly, in bytes.
    public let subscriberBytes: Int
    /// How long a full subscriber is waited for before it misses live records.
    public let patience: Duration

    init(_ values: SettingValues) {
        publish = values[Self.publishKey]
        replay = values[Self.replayKey]
        subscriberBytes = values[Self.subscriberBytesKey]
        patience = .milliseconds(values[Self.patienceKey])
    }

    static let publishKey = SettingKey(
        "feed.publish", .endpoints(.bind), default: .bound("tcp://127.0.0.1:7810"),
        takesEffect: .restart,
        "XPUB: the live feed, for subscribers (SUB). They filter by topic prefix.")
    static let replayKey = SettingKey(
        "feed.replay", .endpoints(.bind), default: .bound("tcp://127.0.0.1:7811"),
        takesEffect: .restart,
        "ROUTER: records again, for subscribers that lost or missed some (DEALER).")
    static let subscriberBytesKey = SettingKey(
        "feed.subscriberBytes", .integer(65_536...4_294_967_296, "bytes"), default: 16_777_216,
        takesEffect: .restart,
        "What may wait in memory for one subscriber. One that stays behind misses live records and "
            + "gets them by replay.")
    static let patienceKey = SettingKey(
        "feed.patience", .integer(0...1_000, "milliseconds"), default: 50, takesEffect: .reload,
        "How long a record waits for a subscriber whose queue is full, before it goes out without "
            + "that one.")

    static let keys: [any AnySettingKey] = [publishKey, replayKey, subscriberBytesKey, patienceKey]
}
