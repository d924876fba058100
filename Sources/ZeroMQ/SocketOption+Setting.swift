import CZeroMQ

extension SocketOption {
    /// Sets itself on a C socket.
    func apply(to socket: UnsafeMutableRawPointer) throws(ZeroMQError) {
        let target = OptionTarget(socket: socket)
        switch self {
        case .linger(let time): try target.set(ZMQ_LINGER, "linger", time)
        case .maxMessageBytes(let count):
            try target.set(ZMQ_MAXMSGSIZE, "maxMessageBytes", wide: count)
        case .heartbeat(let interval, let timeout, let timeToLive):
            try target.set(ZMQ_HEARTBEAT_IVL, "heartbeat interval", interval)
            try target.set(ZMQ_HEARTBEAT_TIMEOUT, "heartbeat timeout", timeout)
            try target.set(ZMQ_HEARTBEAT_TTL, "heartbeat timeToLive", timeToLive)
        case .handshakeTimeout(let time):
            try target.set(ZMQ_HANDSHAKE_IVL, "handshakeTimeout", time)
        case .reconnect(let first, let longest):
            try target.set(ZMQ_RECONNECT_IVL, "reconnect first", first)
            try target.set(ZMQ_RECONNECT_IVL_MAX, "reconnect longest", longest)
        case .ipv6(let isOn): try target.set(ZMQ_IPV6, "ipv6", isOn)
        case .sendHighWater(let count): try target.set(ZMQ_SNDHWM, "sendHighWater", count)
        case .receiveHighWater(let count): try target.set(ZMQ_RCVHWM, "receiveHighWater", count)
        case .sendTimeout(let time): try target.set(ZMQ_SNDTIMEO, "sendTimeout", time)
        case .mandatoryRouting(let isOn):
            try target.set(ZMQ_ROUTER_MANDATORY, "mandatoryRouting", isOn)
        case .noDrop(let isOn): try target.set(ZMQ_XPUB_NODROP, "noDrop", isOn)
        case .everySubscription(let isOn):
            try target.set(ZMQ_XPUB_VERBOSE, "everySubscription", isOn)
        case .everySubscriptionAndEnd(let isOn):
            try target.set(ZMQ_XPUB_VERBOSER, "everySubscriptionAndEnd", isOn)
        case .manualSubscriptions(let isOn):
            try target.set(ZMQ_XPUB_MANUAL, "manualSubscriptions", isOn)
        case .tcpKeepAlive(let idle, let interval, let probes):
            try target.set(ZMQ_TCP_KEEPALIVE, "tcpKeepAlive", true)
            try target.set(ZMQ_TCP_KEEPALIVE_IDLE, "tcpKeepAlive idle", idle.wholeSeconds)
            try target.set(ZMQ_TCP_KEEPALIVE_INTVL, "tcpKeepAlive interval", interval.wholeSeconds)
            try target.set(ZMQ_TCP_KEEPALIVE_CNT, "tcpKeepAlive probes", probes)
        case .subscribe(let prefix): try target.set(ZMQ_SUBSCRIBE, "subscribe", prefix)
        case .unsubscribe(let prefix): try target.set(ZMQ_UNSUBSCRIBE, "unsubscribe", prefix)
        case .routingID(let id): try target.set(ZMQ_ROUTING_ID, "routingID", id)
        case .onlyWhenConnected(let isOn): try target.set(ZMQ_IMMEDIATE, "onlyWhenConnected", isOn)
        case .backlog(let count): try target.set(ZMQ_BACKLOG, "backlog", count)
        case .connectTimeout(let time): try target.set(ZMQ_CONNECT_TIMEOUT, "connectTimeout", time)
        case .authenticationDomain(let domain):
            try target.set(ZMQ_ZAP_DOMAIN, "authenticationDomain", Array(domain.utf8))
        case .curveServer(let secretKey):
            try target.set(ZMQ_CURVE_SERVER, "curveServer", true)
            try target.set(ZMQ_CURVE_SECRETKEY, "curveServer secretKey", secretKey.bytes)
        case .noCurve: try target.set(ZMQ_CURVE_SERVER, "noCurve", false)
        case .curveClient(let serverKey, let keys):
            try target.set(ZMQ_CURVE_SERVERKEY, "curveClient serverKey", serverKey.bytes)
            try target.set(ZMQ_CURVE_PUBLICKEY, "curveClient publicKey", keys.publicKey.bytes)
            try target.set(ZMQ_CURVE_SECRETKEY, "curveClient secretKey", keys.secretKey.bytes)
        }
    }
}

/// The C shapes of option values: `int`, `int64_t`, milliseconds, bytes.
private struct OptionTarget {
    let socket: UnsafeMutableRawPointer

    func set(_ option: Int32, _ name: String, _ value: Int) throws(ZeroMQError) {
        try set(option, name, value: Int32(clamping: value))
    }

    func set(_ option: Int32, _ name: String, wide value: Int) throws(ZeroMQError) {
        try set(option, name, value: Int64(value))
    }

    func set(_ option: Int32, _ name: String, _ isOn: Bool) throws(ZeroMQError) {
        try set(option, name, value: Int32(isOn ? 1 : 0))
    }

    func set(_ option: Int32, _ name: String, _ time: Duration) throws(ZeroMQError) {
        try set(option, name, value: Int32(clamping: time.wholeMilliseconds))
    }

    func set(_ option: Int32, _ name: String, _ bytes: [UInt8]) throws(ZeroMQError) {
        let result = bytes.withUnsafeBytes {
            zmq_setsockopt(socket, option, $0.baseAddress, $0.count)
        }
        guard result == 0 else { throw .last("zmq_setsockopt", name) }
    }

    private func set<Value: BitwiseCopyable>(
        _ option: Int32, _ name: String, value: Value
    ) throws(ZeroMQError) {
        let result = withUnsafeBytes(of: value) {
            zmq_setsockopt(socket, option, $0.baseAddress, $0.count)
        }
        guard result == 0 else { throw .last("zmq_setsockopt", name) }
    }
}

extension Duration {
    /// Seconds, rounded up.
    var wholeSeconds: Int {
        (wholeMilliseconds + 999) / 1000
    }
}
