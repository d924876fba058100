/// `[intake]`: where articles come in.
public struct IntakeSettings: Hashable, Sendable {
    /// ROUTER sockets whose senders get an answer for every article.
    public let acked: [EndpointSetting]
    /// PULL sockets.
    public let pull: [EndpointSetting]
    /// SUB sockets.
    public let subscribe: [EndpointSetting]
    /// The prefixes that the SUB sockets subscribe to; none is everything.
    public let topics: [String]
    /// The largest body that is taken, in bytes.
    public let maxArticleBytes: Int

    /// The largest message that libzmq lets in, in bytes: four times ``maxArticleBytes``, so that a
    /// body somewhat too large gets an answer and not a cut connection.
    public var maxMessageBytes: Int { 4 * maxArticleBytes }

    init(_ values: SettingValues) {
        acked = values[Self.ackedKey]
        pull = values[Self.pullKey]
        subscribe = values[Self.subscribeKey]
        topics = values[Self.topicsKey]
        maxArticleBytes = values[Self.maxArticleBytesKey]
    }

    static let ackedKey = SettingKey(
        "intake.acked", .endpoints(.bind), default: .bound("tcp://127.0.0.1:7801"),
        takesEffect: .restart,
        "ROUTER: for scrapers that must not lose an article (DEALER). Each article is answered once "
            + "it is on disk.")
    static let pullKey = SettingKey(
        "intake.pull", .endpoints(.bind), default: .bound("tcp://127.0.0.1:7802"),
        takesEffect: .restart,
        "PULL: for scrapers that push and forget (PUSH). What is under way when either side dies is "
            + "lost.")
    static let subscribeKey = SettingKey(
        "intake.subscribe", .endpoints(.connect), default: .bound("@tcp://127.0.0.1:7803"),
        takesEffect: .restart,
        "SUB: for scrapers that publish (PUB). With @ they connect here, without it the daemon "
            + "connects to them.")
    static let topicsKey = SettingKey(
        "intake.topics", .texts, default: [], takesEffect: .restart,
        "The topic prefixes that intake.subscribe asks for. An empty list asks for everything.")
    static let maxArticleBytesKey = SettingKey(
        "intake.maxArticleBytes", .integer(1_024...268_435_456, "bytes"), default: 4_194_304,
        takesEffect: .restart,
        "The largest body that is taken. Up to four times that is refused with tooLarge; beyond, "
            + "the connection is cut.")

    static let keys: [any AnySettingKey] = [
        ackedKey, pullKey, subscribeKey, topicsKey, maxArticleBytesKey,
    ]
}
