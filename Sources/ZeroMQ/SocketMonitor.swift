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
        /// A bound socket could not take a connection, for the reason given.
        case acceptFailed(ErrorCode)
        /// Both sides said hello; messages may flow.
        case handshakeSucceeded
        /// The peer spoke no ZMTP, the wrong mechanism, or not in time.
        case handshakeFailed
        /// Credentials were refused, with ZAP's status.
        case authenticationFailed(status: Int)
        /// A connection ended: the peer left, or libzmq cut it, as for a frame beyond `maxMessageBytes`. Which
        /// of the two, libzmq does not say.
        case disconnected
    }

    /// What happened.
    public let kind: Kind
    /// The endpoint it happened at.
    public let endpoint: String
}

/// Reports what happens to the connections of one socket: the only way to count those that libzmq cuts.
///
/// Used by the thread of the socket it watches. It holds a bounded number of events (libzmq drops further
/// ones), so read it until `next` gives `nil` whenever its socket is readable in a poller.
public struct SocketMonitor: ~Copyable {
    private static let count = Atomic<Int>(0)
    private static let limits = MessageLimits(frames: 2, bytes: 4096)

    private let events: Socket

    /// Watches `socket` until this value goes or the socket closes.
    public init(_ socket: borrowing Socket, in context: Context) throws(ZeroMQError) {
        let number = Self.count.add(1, ordering: .relaxed).newValue
        let endpoint = "inproc://monitor-\(number)"
        let mask =
            ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_CONNECTED | ZMQ_EVENT_ACCEPT_FAILED
            | ZMQ_EVENT_DISCONNECTED
            | ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL
            | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH
        guard zmq_socket_monitor(socket.shared.raw, endpoint, mask) == 0 else {
            throw .last("zmq_socket_monitor", endpoint)
        }
        let events = try Socket(.pair, in: context, options: [.linger(.zero)])
        try events.connect(endpoint)
        self.events = events
    }

    /// Adds it to a poller.
    @discardableResult
    public borrowing func add(to poller: inout Poller) -> PollKey {
        poller.add(events)
    }

    /// The next event, `nil` if there is none.
    public borrowing func next() throws(ZeroMQError) -> SocketEvent? {
        while true {
            switch try events.receive(within: Self.limits) {
            case .nothing: return nil
            case .oversize: continue
            case .message(let message):
                if let event = SocketEvent(frames: message.frames) { return event }
            }
        }
    }
}

extension SocketEvent {
    /// Reads the two frames of version 1: event and value as 16 and 32 bits in the machine's order, then
    /// the endpoint (zmq_socket_monitor(3)).
    fileprivate init?(frames: [[UInt8]]) {
        guard frames.count == 2, frames[0].count == 6 else { return nil }
        let (event, value) = frames[0].withUnsafeBytes { bytes in
            (
                Int32(bytes.loadUnaligned(fromByteOffset: 0, as: UInt16.self)),
                Int(bytes.loadUnaligned(fromByteOffset: 2, as: UInt32.self))
            )
        }
        switch event {
        case ZMQ_EVENT_ACCEPTED: kind = .accepted
        case ZMQ_EVENT_CONNECTED: kind = .connected
        case ZMQ_EVENT_ACCEPT_FAILED: kind = .acceptFailed(ErrorCode(rawValue: value))
        case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: kind = .handshakeSucceeded
        case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL, ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
            kind = .handshakeFailed
        case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: kind = .authenticationFailed(status: value)
        case ZMQ_EVENT_DISCONNECTED: kind = .disconnected
        default: return nil
        }
        endpoint = String(decoding: frames[1], as: UTF8.self)
    }
}
