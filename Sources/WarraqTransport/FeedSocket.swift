import Logging
import WarraqCore
import ZeroMQ

/// The XPUB: sends to subscribers under the policy of DELIVERY.md, and counts what they subscribe to.
///
/// With NODROP libzmq answers "would block" for everyone as soon as one subscriber is full. The feed waits
/// for it, at most `patience`, then sends that one message with NODROP off: the full subscriber misses it,
/// and is left alone by libzmq until it has drained.
struct FeedSocket: ~Copyable {
    /// Prefixes that libzmq keeps in memory for all subscribers together, before the socket is opened anew.
    private static let maxPrefixes = 100_000
    private static let limits = MessageLimits(frames: 1, bytes: 4096)

    var watched: WatchedSocket
    private var prefixCount = 0

    init(
        _ configuration: FeedConfiguration, at endpoints: [Endpoint], in context: Context,
        poller: inout Poller
    ) throws(ZeroMQError) {
        watched = try WatchedSocket(
            .extendedPublish, name: "publish", at: endpoints,
            options: SocketDefaults.options + [
                SocketDefaults.heartbeat, .noDrop(true), .maxMessageBytes(4096),
                .sendHighWater(configuration.subscriberMessages), .receiveHighWater(1000),
            ],
            in: context, poller: &poller)
    }

    /// Sends one message to everyone who wants it.
    ///
    /// - Returns: Whether nobody missed it.
    func send(_ frames: [[UInt8]], patience: Duration) throws(ZeroMQError) -> Bool {
        if try watched.socket.send(frames: frames) == .accepted { return true }
        if patience > .zero,
            try watched.socket.send(frames: frames, waitingAtMost: patience) == .accepted
        {
            return true
        }
        try watched.socket.set(.noDrop(false))
        _ = try watched.socket.send(frames: frames)
        try watched.socket.set(.noDrop(true))
        return false
    }

    /// Reads subscriptions, at most a thousand, and counts prefixes.
    ///
    /// - Returns: Whether the socket should be opened anew, because of what subscribers made it keep.
    mutating func readSubscriptions() throws(ZeroMQError) -> Bool {
        for _ in 0..<1000 {
            switch try watched.socket.receive(within: Self.limits) {
            case .nothing: return prefixCount > Self.maxPrefixes
            case .oversize: continue
            case .message(let message):
                // Only the first subscription of a prefix and the last end of one come up here.
                switch message.frames.first?.first {
                case 1: prefixCount += 1
                case 0: prefixCount = max(0, prefixCount - 1)
                default: break  // anything else a peer may send; nobody reads it
                }
            }
        }
        return prefixCount > Self.maxPrefixes
    }
}
