/// Where records go out, and what bounds them.
public struct FeedConfiguration: Hashable, Sendable {
    /// Of the XPUB.
    public var publish: [Endpoint]
    /// Of the replay ROUTER.
    public var replay: [Endpoint]
    /// Of the private ROUTER that `warraq status` and its like ask.
    public var control: [Endpoint]
    /// What may wait in memory for one subscriber, in bytes.
    public var subscriberBytes: Int
    /// The mean record in bytes, as the journal knows it: libzmq counts messages, not bytes.
    public var meanRecordBytes: Int
    /// How long a subscriber that is full may hold up the feed before it misses records.
    public var patience: Duration
    /// Between two heartbeats.
    public var heartbeatInterval: Duration
    /// How long a peer that asked for a replay may leave it unread before the rest is dropped.
    public var replayPatience: Duration
    /// The resident memory of the process, in bytes, beyond which these sockets too are suspected of
    /// unfinished messages. Above the intake's, whose sockets are the likelier ones.
    public var residentBytes: Int

    /// A configuration of these values.
    public init(
        publish: [Endpoint] = [], replay: [Endpoint] = [], control: [Endpoint] = [],
        subscriberBytes: Int = 16_777_216, meanRecordBytes: Int = 16_384,
        patience: Duration = .milliseconds(50), heartbeatInterval: Duration = .seconds(1),
        replayPatience: Duration = .seconds(10), residentBytes: Int = 2_684_354_560
    ) {
        precondition(subscriberBytes >= 1 && meanRecordBytes >= 1 && residentBytes >= 1)
        self.publish = publish
        self.replay = replay
        self.control = control
        self.subscriberBytes = subscriberBytes
        self.meanRecordBytes = meanRecordBytes
        self.patience = patience
        self.heartbeatInterval = heartbeatInterval
        self.replayPatience = replayPatience
        self.residentBytes = residentBytes
    }

    /// Messages that may wait for one subscriber.
    var subscriberMessages: Int {
        min(1_000_000, max(16, subscriberBytes / meanRecordBytes))
    }
}
