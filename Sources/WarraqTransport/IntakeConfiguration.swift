/// Where articles come in, and what bounds them.
public struct IntakeConfiguration: Hashable, Sendable {
    /// Of the ROUTER, whose senders get an answer for every article.
    public var acked: [Endpoint]
    /// Of the PULL.
    public var pull: [Endpoint]
    /// Of the SUB.
    public var subscribe: [Endpoint]
    /// The prefixes that the SUB asks for. Empty asks for everything.
    public var topics: [String]
    /// The largest body that is taken, in bytes. Four times that is the largest frame let in at all.
    public var maxArticleBytes: Int
    /// The resident memory of the process, in bytes, beyond which sockets are suspected of unfinished
    /// messages.
    public var residentBytes: Int

    /// A configuration of these values.
    public init(
        acked: [Endpoint] = [], pull: [Endpoint] = [], subscribe: [Endpoint] = [],
        topics: [String] = [], maxArticleBytes: Int = 4_194_304,
        residentBytes: Int = 2_147_483_648
    ) {
        precondition(maxArticleBytes >= 1 && residentBytes >= 1)
        self.acked = acked
        self.pull = pull
        self.subscribe = subscribe
        self.topics = topics
        self.maxArticleBytes = maxArticleBytes
        self.residentBytes = residentBytes
    }

    /// The largest frame that libzmq lets in.
    var maxFrameBytes: Int { 4 * maxArticleBytes }
}
