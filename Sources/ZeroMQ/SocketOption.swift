/// A setting of a socket, named after its effect.
///
/// Those about connections must be set before `bind` or `connect`.
public enum SocketOption: Hashable, Sendable {
    /// How long unsent messages outlive the socket; overrides the context's budget. `ZMQ_LINGER`.
    case linger(Duration)
    /// A peer that sends a larger frame is disconnected. `ZMQ_MAXMSGSIZE`.
    case maxMessageBytes(Int)
    /// Pings a silent peer every `interval`, drops it after `timeout` without an answer, and asks it to do
    /// so with us after `timeToLive`. `ZMQ_HEARTBEAT_IVL`, `_TIMEOUT`, `_TTL`.
    case heartbeat(interval: Duration, timeout: Duration, timeToLive: Duration)
    /// How long a new connection may take to say hello. `ZMQ_HANDSHAKE_IVL`.
    case handshakeTimeout(Duration)
    /// Waits before connecting again: the first, doubling up to the last. `ZMQ_RECONNECT_IVL`, `_MAX`.
    case reconnect(first: Duration, longest: Duration)
    /// Whether IPv6 addresses work, besides IPv4. `ZMQ_IPV6`.
    case ipv6(Bool)
    /// Messages that may wait for each peer; 0 is no limit. `ZMQ_SNDHWM`.
    case sendHighWater(Int)
    /// Messages that may wait from each peer; 0 is no limit. `ZMQ_RCVHWM`.
    case receiveHighWater(Int)
    /// How long `send(frames:waitingAtMost:)` waits; it sets this itself. `ZMQ_SNDTIMEO`.
    case sendTimeout(Duration)
    /// Whether a router says `unreachable` and `wouldBlock` instead of dropping. `ZMQ_ROUTER_MANDATORY`.
    case mandatoryRouting(Bool)
    /// Whether a publisher says `wouldBlock` instead of dropping for a full peer. `ZMQ_XPUB_NODROP`.
    case noDrop(Bool)
    /// Whether an extended publisher hears of every subscription, not just the first of a prefix. `ZMQ_XPUB_VERBOSE`.
    case everySubscription(Bool)
    /// The same for subscriptions and their ends. `ZMQ_XPUB_VERBOSER`.
    case everySubscriptionAndEnd(Bool)
    /// Whether an extended publisher takes each subscription by hand. `ZMQ_XPUB_MANUAL`.
    case manualSubscriptions(Bool)
    /// Lets the kernel find dead connections. `ZMQ_TCP_KEEPALIVE`, `_IDLE`, `_INTVL`, `_CNT`.
    case tcpKeepAlive(idle: Duration, interval: Duration, probes: Int)
    /// Receives messages that begin with the prefix; an empty one means all. `ZMQ_SUBSCRIBE`.
    case subscribe([UInt8])
    /// Takes back a subscription. `ZMQ_UNSUBSCRIBE`.
    case unsubscribe([UInt8])
    /// The name under which routers know this socket, 1 to 255 bytes. `ZMQ_ROUTING_ID`.
    case routingID([UInt8])
    /// Whether messages wait only for finished connections. `ZMQ_IMMEDIATE`.
    case onlyWhenConnected(Bool)
    /// Connections the kernel lets wait to be accepted. `ZMQ_BACKLOG`.
    case backlog(Int)
    /// How long connecting may take. `ZMQ_CONNECT_TIMEOUT`.
    case connectTimeout(Duration)
    /// Asks ZAP about new connections in this domain. `ZMQ_ZAP_DOMAIN`.
    case authenticationDomain(String)
    /// Encrypts as a server, with its secret key. Copied when binding. Admits every client unless ZAP says
    /// otherwise. `ZMQ_CURVE_SERVER`, `_SECRETKEY`.
    case curveServer(secretKey: CurveKey)
    /// Ends encryption for later binds, as `ipc://` wants. `ZMQ_CURVE_SERVER`.
    case noCurve
    /// Encrypts as a client that knows the server's public key. `ZMQ_CURVE_SERVERKEY`, `_PUBLICKEY`, `_SECRETKEY`.
    case curveClient(serverKey: CurveKey, keys: CurveKeyPair)
}
