import CZeroMQ

/// The owner of one C socket: open from `init` to `deinit`.
struct SocketHandle: ~Copyable {
    let raw: UnsafeMutableRawPointer
    private let context: Context  // outlives the socket, or zmq_ctx_term would block

    init(_ type: SocketType, in context: Context) throws(ZeroMQError) {
        let raw = try context.openSocket(type.cValue, named: type.rawValue)
        self.raw = raw
        self.context = context
    }

    deinit {
        zmq_close(raw)
        context.socketClosed()
    }
}

/// A handle that a socket and the pollers watching it hold together, so that no poller can see a closed one.
final class SharedHandle {
    let handle: SocketHandle

    var raw: UnsafeMutableRawPointer { handle.raw }

    init(_ type: SocketType, in context: Context) throws(ZeroMQError) {
        handle = try SocketHandle(type, in: context)
    }
}
