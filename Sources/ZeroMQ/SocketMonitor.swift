import CZeroMQ
import Synchronization

/// What happened to a connection of a watched socket.
public struct SocketEvent: Hashable, Sendable {
    /// The kinds that are reported.
    public enum Kind: Hashable, Sendable {
        /// A bound socket took a connection.
        case accepted
        /// A connecting socket reached its peer.
        case connected
        /// A listener is closed: its address may be bound again.
        case listenerClosed
        /// A bound socket could not take a connection, for the reason given.
        case acceptFailed(ErrorCode)
        /// Both sides said hello; messages may flow.
        case handshakeSucceeded
        /// The peer spoke no ZMTP, the wrong mechanism, or not in time.
        case handshakeFailed
        /// Credentials were refused, with ZAP's status.
        case authenticationFailed(status: Int)
        /// A connection ended.
        case disconnected(by: Side)
    }

    /// Who ended a connection.
    public enum Side: Hashable, Sendable {
        /// The peer left.
        case peer
        /// libzmq cut it: a frame beyond `maxMessageBytes`, bytes that are no ZMTP, a missed heartbeat.
        case local
        /// Nobody saw: it ended before its beginning was read here, as when the first bytes are wrong, or no
        /// descriptor was left to watch it.
        case unknown
    }

    /// What happened.
    public let kind: Kind
    /// The endpoint it happened at.
    public let endpoint: String
}

/// Reports what happens to the connections of one socket: the only way to count those that libzmq cuts.
///
/// Used by the thread of the socket it watches, which it keeps open. Events wait until they are read, however
/// many: read until `next` gives `nil` whenever it is readable in a poller.
public struct SocketMonitor: ~Copyable {
    private static let count = Atomic<Int>(0)
    private static let limits = MessageLimits(frames: 2, bytes: 4096)
    private static let mask =
        ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_CONNECTED | ZMQ_EVENT_ACCEPT_FAILED | ZMQ_EVENT_DISCONNECTED
        | ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL
        | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH | ZMQ_EVENT_CLOSED

    private let watched: SharedHandle
    private let events: Socket
    private var witnesses = ConnectionWitnesses()

    /// Watches `socket` until this value goes.
    public init(_ socket: borrowing Socket, in context: Context) throws(ZeroMQError) {
        let number = Self.count.add(1, ordering: .relaxed).newValue
        let endpoint = "inproc://zeromq-monitor-\(number)"
        // libzmq's I/O thread waits while events find no room, or no receiver: then nothing of the whole
        // context moves. So there is always room, the receiver comes before the events, and goes after.
        let events = try Socket(
            .pair, in: context, options: [.linger(.zero), .receiveHighWater(0)])
        try events.connect(endpoint)
        guard zmq_socket_monitor(socket.shared.raw, endpoint, Self.mask) == 0 else {
            throw .last("zmq_socket_monitor", endpoint)
        }
        watched = socket.shared
        self.events = events
    }

    deinit {
        zmq_socket_monitor(watched.raw, nil, 0)
    }

    /// Adds it to a poller.
    @discardableResult
    public borrowing func add(to poller: inout Poller) -> PollKey {
        poller.add(events)
    }

    /// The next event, `nil` if there is none.
    public mutating func next() throws(ZeroMQError) -> SocketEvent? {
        while true {
            switch try events.receive(within: Self.limits) {
            case .nothing: return nil
            case .oversize: continue
            case .message(let message):
                guard let event = RawSocketEvent(frames: message.frames) else { continue }
                if let event = event.explained(by: &witnesses) { return event }
            }
        }
    }
}

/// The two frames of version 1: event and value as 16 and 32 bits in the machine's order, then the endpoint
/// (zmq_socket_monitor(3)).
private struct RawSocketEvent {
    let number: Int32
    let value: Int
    let endpoint: String

    init?(frames: [[UInt8]]) {
        guard frames.count == 2, frames[0].count == 6 else { return nil }
        (number, value) = frames[0].withUnsafeBytes { bytes in
            (
                Int32(bytes.loadUnaligned(fromByteOffset: 0, as: UInt16.self)),
                Int(bytes.loadUnaligned(fromByteOffset: 2, as: UInt32.self))
            )
        }
        endpoint = String(decoding: frames[1], as: UTF8.self)
    }

    /// The event for callers; `nil` for kinds that are not reported.
    func explained(by witnesses: inout ConnectionWitnesses) -> SocketEvent? {
        switch number {
        case ZMQ_EVENT_ACCEPTED:
            witnesses.connectionOpened(descriptor: value)
            return event(.accepted)
        case ZMQ_EVENT_DISCONNECTED:
            return event(.disconnected(by: witnesses.connectionEnded(descriptor: value)))
        case ZMQ_EVENT_CONNECTED:
            witnesses.connectionOpened(descriptor: value)
            return event(.connected)
        case ZMQ_EVENT_ACCEPT_FAILED: return event(.acceptFailed(ErrorCode(rawValue: value)))
        case ZMQ_EVENT_CLOSED: return event(.listenerClosed)
        case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: return event(.handshakeSucceeded)
        case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL, ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
            return event(.handshakeFailed)
        case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: return event(.authenticationFailed(status: value))
        default: return nil
        }
    }

    private func event(_ kind: SocketEvent.Kind) -> SocketEvent {
        SocketEvent(kind: kind, endpoint: endpoint)
    }
}
