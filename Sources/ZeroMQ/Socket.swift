import CZeroMQ

/// A socket of libzmq: owned by one variable, used by one thread, closed when it goes.
///
/// ```swift
/// let context = try Context(linger: .seconds(1))
/// let server = try Socket(.router, in: context, options: [.mandatoryRouting(true)])
/// let endpoint = try server.bind("tcp://127.0.0.1:*")
/// let client = try Socket(.dealer, in: context)
/// try client.connect(endpoint)
/// try client.send(Message("hello"))
/// if try server.waitUntilReadable(timeout: .seconds(5)),
///     case .message(let message) = try server.receive(within: MessageLimits(frames: 2, bytes: 1024))
/// {
///     try server.send(message)  // the first frame is the peer, the second what it said
/// }
/// ```
///
/// Receiving and sending never wait; `waitUntilReadable` and `Poller` do. Not sendable: make it on the
/// thread that uses it, or hand it over whole.
public struct Socket: ~Copyable {
    /// What it does with messages.
    public let type: SocketType
    let shared: SharedHandle

    /// Opens a socket with the context's linger budget and `options`, in that order.
    public init(
        _ type: SocketType, in context: Context, options: [SocketOption] = []
    ) throws(ZeroMQError) {
        let shared = try SharedHandle(type, in: context)
        try SocketOption.linger(context.linger).apply(to: shared.raw)
        for option in options {
            try option.apply(to: shared.raw)
        }
        self.type = type
        self.shared = shared
    }

    /// Changes an option.
    public borrowing func set(_ option: SocketOption) throws(ZeroMQError) {
        try option.apply(to: shared.raw)
    }

    /// Listens at `endpoint` and returns the real one, with the port the system chose for `*` or 0.
    ///
    /// - Throws: `addressInUse` also for an `ipc` path that somebody listens at, which libzmq would take
    ///   away from them.
    @discardableResult
    public borrowing func bind(_ endpoint: String) throws(ZeroMQError) -> String {
        let raw = shared.raw
        guard !LocalListener.exists(at: endpoint) else {
            throw ZeroMQError(function: "zmq_bind", subject: endpoint, code: .addressInUse)
        }
        guard retryingInterrupts({ zmq_bind(raw, endpoint) }) == 0 else {
            throw .last("zmq_bind", endpoint)
        }
        return try lastEndpoint()
    }

    /// Connects to `endpoint`, now or as soon as someone listens there, and again whenever it breaks.
    public borrowing func connect(_ endpoint: String) throws(ZeroMQError) {
        let raw = shared.raw
        guard retryingInterrupts({ zmq_connect(raw, endpoint) }) == 0 else {
            throw .last("zmq_connect", endpoint)
        }
    }

    /// Stops listening at `endpoint`, as `bind` returned it. Its connections end.
    public borrowing func unbind(_ endpoint: String) throws(ZeroMQError) {
        let raw = shared.raw
        guard retryingInterrupts({ zmq_unbind(raw, endpoint) }) == 0 else {
            throw .last("zmq_unbind", endpoint)
        }
    }

    /// Ends a connection made by `connect`.
    public borrowing func disconnect(_ endpoint: String) throws(ZeroMQError) {
        let raw = shared.raw
        guard retryingInterrupts({ zmq_disconnect(raw, endpoint) }) == 0 else {
            throw .last("zmq_disconnect", endpoint)
        }
    }

    /// Waits until a message can be received.
    ///
    /// - Parameter timeout: How long at most; `nil` waits for ever.
    /// - Returns: Whether one can.
    public borrowing func waitUntilReadable(timeout: Duration?) throws(ZeroMQError) -> Bool {
        try wait(for: .readable, timeout: timeout)
    }

    /// Waits until a message can be sent; as `waitUntilReadable`.
    public borrowing func waitUntilWritable(timeout: Duration?) throws(ZeroMQError) -> Bool {
        try wait(for: .writable, timeout: timeout)
    }

    private borrowing func wait(for events: PollEvents, timeout: Duration?) throws(ZeroMQError)
        -> Bool
    {
        var poller = Poller()
        poller.add(self, for: events)
        return try poller.wait(timeout: timeout)
    }

    private borrowing func lastEndpoint() throws(ZeroMQError) -> String {
        // An ipc path has at most 108 bytes, a tcp endpoint fewer than that with an interface's name.
        var buffer = [UInt8](repeating: 0, count: 512)
        var length = buffer.count
        guard zmq_getsockopt(shared.raw, ZMQ_LAST_ENDPOINT, &buffer, &length) == 0 else {
            throw .last("zmq_getsockopt", "lastEndpoint")
        }
        return String(decoding: buffer.prefix(max(0, length - 1)), as: UTF8.self)
    }
}
