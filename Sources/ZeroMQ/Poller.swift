import CZeroMQ

/// What a socket or a file descriptor is ready for.
public struct PollEvents: OptionSet, Hashable, Sendable {
    /// The bits; of no meaning outside.
    public let rawValue: Int

    /// Makes a set of bits.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// A message or a byte can be received.
    public static let readable = PollEvents(rawValue: Int(ZMQ_POLLIN))
    /// A message or a byte can be sent.
    public static let writable = PollEvents(rawValue: Int(ZMQ_POLLOUT))
    /// A file descriptor is broken. Sockets never are.
    public static let broken = PollEvents(rawValue: Int(ZMQ_POLLERR))
}

/// A place in a poller, given by `add` and valid until `remove`.
public struct PollKey: Hashable, Sendable {
    fileprivate let index: Int
}

/// Waits for many sockets and file descriptors at once, level-triggered.
///
/// A poller keeps the sockets it watches open: one that should close must be removed first.
public struct Poller: ~Copyable {
    private var items: [zmq_pollitem_t] = []
    private var sockets: [SharedHandle?] = []
    private var freePlaces: [Int] = []

    /// Makes a poller that watches nothing.
    public init() {}

    /// Watches `socket` for `events`.
    @discardableResult
    public mutating func add(
        _ socket: borrowing Socket, for events: PollEvents = .readable
    ) -> PollKey {
        let shared = socket.shared
        return add(
            zmq_pollitem_t(socket: shared.raw, fd: -1, events: events.cValue, revents: 0), shared)
    }

    /// Watches a file descriptor, which must stay open until it is removed.
    @discardableResult
    public mutating func add(fileDescriptor: Int, for events: PollEvents = .readable) -> PollKey {
        let item = zmq_pollitem_t(
            socket: nil, fd: Int32(clamping: fileDescriptor), events: events.cValue, revents: 0)
        return add(item, nil)
    }

    /// Watches the signals of other threads.
    @discardableResult
    public mutating func add(_ wakeup: Wakeup) -> PollKey {
        add(fileDescriptor: wakeup.fileDescriptor)
    }

    /// Changes what a place is watched for. An empty set pauses it: a socket that is not read holds back its
    /// peers once its queue is full.
    public mutating func watch(_ key: PollKey, for events: PollEvents) {
        items[key.index].events = events.cValue
        items[key.index].revents = 0
    }

    /// Stops watching a place and lets go of its socket. The key may come again from a later `add`.
    public mutating func remove(_ key: PollKey) {
        // poll() ignores negative descriptors.
        items[key.index] = zmq_pollitem_t(socket: nil, fd: -1, events: 0, revents: 0)
        sockets[key.index] = nil
        freePlaces.append(key.index)
    }

    /// Waits until something is ready.
    ///
    /// - Parameter timeout: How long at most, rounded up to milliseconds; `nil` waits for ever.
    /// - Returns: Whether anything is.
    public mutating func wait(timeout: Duration?) throws(ZeroMQError) -> Bool {
        let clock = ContinuousClock()
        let deadline = timeout.map { clock.now + $0 }
        while true {
            // A retry after a signal waits for the rest of the time only.
            let rest =
                deadline.map { max(.zero, clock.now.duration(to: $0)).wholeMilliseconds } ?? -1
            let count = zmq_poll(&items, Int32(clamping: items.count), rest)
            if count >= 0 { return count > 0 }
            let error = ZeroMQError.last("zmq_poll")
            guard error.code == .interrupted else { throw error }
        }
    }

    /// What the last `wait` found at a place.
    public func ready(_ key: PollKey) -> PollEvents {
        PollEvents(rawValue: Int(items[key.index].revents))
    }

    private mutating func add(_ item: zmq_pollitem_t, _ socket: SharedHandle?) -> PollKey {
        if let index = freePlaces.popLast() {
            items[index] = item
            sockets[index] = socket
            return PollKey(index: index)
        }
        items.append(item)
        sockets.append(socket)
        return PollKey(index: items.count - 1)
    }
}

extension PollEvents {
    fileprivate var cValue: Int16 { Int16(truncatingIfNeeded: rawValue) }
}
