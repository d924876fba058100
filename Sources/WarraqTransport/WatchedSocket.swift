import Logging
import WarraqCore
import ZeroMQ

/// A socket of a loop with its place in the poller and its monitor, which counts what libzmq cuts.
struct WatchedSocket: ~Copyable {
    let socket: Socket
    let key: PollKey
    /// Where it really listens or connects, ports chosen by the system included.
    let endpoints: [Endpoint]
    /// Where to open it again after it is retired.
    let reopening: [Endpoint]
    private var monitor: SocketMonitor
    private let monitorKey: PollKey
    private let name: String

    /// Opens a socket, binds and connects it, and adds it to `poller`.
    init(
        _ type: SocketType, name: String, at endpoints: [Endpoint], options: [SocketOption],
        in context: Context, poller: inout Poller
    ) throws(ZeroMQError) {
        let socket = try Socket(type, in: context, options: options)
        let monitor = try SocketMonitor(socket, in: context)
        var real: [Endpoint] = []
        for endpoint in endpoints {
            switch endpoint.direction {
            case .bind:
                real.append(Endpoint(address: try socket.bind(endpoint.address), direction: .bind))
            case .connect:
                try socket.connect(endpoint.address)
                real.append(endpoint)
            }
        }
        key = poller.add(socket)
        monitorKey = monitor.add(to: &poller)
        self.endpoints = real
        // libzmq removes the directory that it made for a wildcard.
        reopening = zip(endpoints, real).map { $0.address == "ipc://*" ? $0 : $1 }
        self.name = name
        self.socket = socket
        self.monitor = monitor
    }

    /// Reads what happened to its connections, counts what libzmq cut, and logs.
    mutating func noteConnections(metrics: Metrics, logger: Logger) throws(ZeroMQError) {
        while let event = try monitor.next() {
            let metadata: Logger.Metadata = [
                "zmq.socket": "\(name)", "zmq.endpoint": "\(event.endpoint)",
            ]
            switch event.kind {
            case .disconnected(by: .local), .disconnected(by: .unknown):
                metrics.cutConnections.add()
                logger.info("Connection cut", metadata: metadata)
            case .acceptFailed(let code):
                metrics.cutConnections.add()
                logger.warning(
                    "Connection not accepted",
                    metadata: metadata.merging(["error": "\(code.explanation)"]) { $1 })
            case .accepted, .connected, .disconnected(by: .peer):
                logger.debug("Connection changed", metadata: metadata)
            case .handshakeSucceeded, .handshakeFailed, .authenticationFailed, .listenerClosed:
                break  // the end of a connection that failed is an event of its own
            }
        }
    }

    /// Stops listening and leaves the poller; closed when the value goes.
    ///
    /// Returns when its addresses are free again, or after `patience`.
    mutating func retire(
        from poller: inout Poller, patience: Duration
    ) throws(ZeroMQError) {
        poller.remove(key)
        poller.remove(monitorKey)
        var open = 0
        for endpoint in endpoints where endpoint.direction == .bind {
            try socket.unbind(endpoint.address)
            open += 1
        }
        var waiting = Poller()
        monitor.add(to: &waiting)
        let clock = ContinuousClock()
        let deadline = clock.now + patience
        while open > 0, clock.now < deadline {
            guard try waiting.wait(timeout: clock.now.duration(to: deadline)) else { return }
            while let event = try monitor.next() {
                if event.kind == .listenerClosed { open -= 1 }
            }
        }
    }
}

/// Options that every socket of the daemon has.
enum SocketDefaults {
    static let options: [SocketOption] = [
        .ipv6(true),
        .handshakeTimeout(.seconds(5)),
        .reconnect(first: .milliseconds(100), longest: .seconds(10)),
        .tcpKeepAlive(idle: .seconds(60), interval: .seconds(10), probes: 6),
    ]

    /// For sockets that are always read. Where reading may rest, a peer's PONG would wait unread behind its
    /// messages, and libzmq would cut it for our slowness: there the kernel's probes have to do.
    static let heartbeat = SocketOption.heartbeat(
        interval: .seconds(10), timeout: .seconds(60), timeToLive: .seconds(60))
}
