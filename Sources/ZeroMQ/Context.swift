import CZeroMQ
import Dispatch
import Synchronization

/// The home of a program's sockets: its I/O threads, and the names of `inproc://` endpoints.
///
/// Every socket keeps its context alive, so a context ends after its last socket, never under one:
/// `zmq_ctx_term` waits for open sockets for ever. It then waits for messages that were sent but are
/// not yet on the wire, at most for the linger budget. A context at top level of a program is never
/// released: call `terminate(within:)` before exit, or the last messages are lost.
///
/// May be used from any thread.
public final class Context: Sendable {
    /// How long a closed socket's unsent messages may delay the context's end.
    public let linger: Duration

    private enum State {
        case open(UnsafeMutableRawPointer)
        /// No new sockets; operations of the present ones fail with `contextTerminated`.
        case shutDown(UnsafeMutableRawPointer)
        case terminated
    }

    private let state: Mutex<State>
    private let openSockets = DispatchGroup()

    /// Makes a context.
    ///
    /// - Parameters:
    ///   - linger: The budget each socket starts with, see `linger`. Rounded up to milliseconds.
    ///   - ioThreads: Threads that move bytes; one does about a gigabyte a second.
    ///   - maxSockets: Sockets that may be open at a time.
    public init(linger: Duration, ioThreads: Int = 1, maxSockets: Int = 1023) throws(ZeroMQError) {
        precondition(ioThreads >= 1 && maxSockets >= 1, "a context needs a thread and a socket")
        guard let raw = zmq_ctx_new() else { throw .last("zmq_ctx_new") }
        for (option, value) in [(ZMQ_IO_THREADS, ioThreads), (ZMQ_MAX_SOCKETS, maxSockets)] {
            guard zmq_ctx_set(raw, option, Int32(clamping: value)) == 0 else {
                let error = ZeroMQError.last("zmq_ctx_set", "\(value)")
                zmq_ctx_term(raw)
                throw error
            }
        }
        self.linger = linger
        self.state = Mutex(.open(raw))
    }

    deinit {
        finish()
    }

    /// Makes every blocked or later call on this context's sockets fail with `contextTerminated`.
    ///
    /// What was already sent still goes out when the sockets close.
    public func shutdown() {
        state.withLock { state in
            if case .open(let raw) = state {
                zmq_ctx_shutdown(raw)
                state = .shutDown(raw)
            }
        }
    }

    /// Shuts down, waits until every socket is closed, then until their messages are on the wire.
    ///
    /// Returns after at most `patience` and the linger budget. Call it when what should be sent is sent.
    ///
    /// - Parameter patience: How long other threads may take to close their sockets.
    /// - Throws: `timedOut` if sockets were still open; the context then ends with the last of them.
    public func terminate(within patience: Duration) throws(ZeroMQError) {
        shutdown()
        let deadline = DispatchTime.now() + .milliseconds(patience.wholeMilliseconds)
        guard openSockets.wait(timeout: deadline) == .success else {
            throw ZeroMQError(function: "zmq_ctx_term", code: .timedOut)
        }
        finish()
    }

    /// Opens a C socket and counts it. The caller balances it with `socketClosed`.
    func openSocket(_ type: Int32, named name: String) throws(ZeroMQError)
        -> UnsafeMutableRawPointer
    {
        // The address leaves the lock as a number: a pointer is not sendable.
        let address = try state.withLock { (state) throws(ZeroMQError) -> UInt in
            guard case .open(let context) = state else {
                throw ZeroMQError(function: "zmq_socket", subject: name, code: .contextTerminated)
            }
            guard let socket = zmq_socket(context, type) else { throw .last("zmq_socket", name) }
            openSockets.enter()
            return UInt(bitPattern: socket)
        }
        guard let socket = UnsafeMutableRawPointer(bitPattern: address) else {
            preconditionFailure("zmq_socket gave a null socket")
        }
        return socket
    }

    /// Says that a socket of `openSocket` was closed.
    func socketClosed() {
        openSockets.leave()
    }

    private func finish() {
        let address = state.withLock { state -> UInt? in
            defer { state = .terminated }
            switch state {
            case .open(let raw), .shutDown(let raw): return UInt(bitPattern: raw)
            case .terminated: return nil
            }
        }
        guard let address, let raw = UnsafeMutableRawPointer(bitPattern: address) else { return }
        _ = retryingInterrupts { zmq_ctx_term(raw) }
    }
}

extension Duration {
    /// Milliseconds, rounded up, within what a C `int` holds.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < 2_000_000 else { return 2_000_000_000 }
        guard seconds >= 0 else { return 0 }
        return Int(seconds) * 1000
            + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
