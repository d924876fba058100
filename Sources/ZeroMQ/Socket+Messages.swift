import CZeroMQ
import Glibc

extension Socket {
    /// Takes the next message, if one is waiting.
    ///
    /// Memory stays within `limits` and one frame. Each frame is copied once.
    public borrowing func receive(within limits: MessageLimits) throws(ZeroMQError) -> Received {
        var part = Part()
        guard try part.receive(from: shared.raw) else { return .nothing }

        var frames: [[UInt8]] = []
        var frameCount = 0
        var byteCount = 0
        var isOversize = false
        while true {
            frameCount += 1
            byteCount += part.count
            isOversize = isOversize || frameCount > limits.frames || byteCount > limits.bytes
            if !isOversize { frames.append(part.bytes()) }
            if !part.hasMore { break }
            // Parts arrive together, so the next one is there.
            guard try part.receive(from: shared.raw) else { break }
        }
        guard isOversize else { return .message(Message(frames)) }
        return .oversize(
            OversizeMessage(leadingFrames: frames, frameCount: frameCount, byteCount: byteCount))
    }

    /// Hands a message to libzmq, if it has room for it.
    ///
    /// - Parameter message: At least one frame.
    @discardableResult
    public borrowing func send(_ message: Message) throws(ZeroMQError) -> Sent {
        try send(frames: message.frames)
    }

    /// As `send(_:)`, of bare frames.
    @discardableResult
    public borrowing func send(frames: [[UInt8]]) throws(ZeroMQError) -> Sent {
        try send(frames, firstFlags: ZMQ_DONTWAIT)
    }

    /// As `send(_:)`, but waits for room. The wait ends as soon as a peer makes room, which a publisher
    /// without drops cannot be polled for.
    @discardableResult
    public borrowing func send(
        frames: [[UInt8]], waitingAtMost patience: Duration
    ) throws(ZeroMQError) -> Sent {
        try SocketOption.sendTimeout(patience).apply(to: shared.raw)
        return try send(frames, firstFlags: 0)
    }

    private borrowing func send(
        _ frames: [[UInt8]], firstFlags: Int32
    ) throws(ZeroMQError) -> Sent {
        precondition(!frames.isEmpty, "a message has at least one frame")
        let raw = shared.raw
        var outcome = Sent.accepted
        for (index, frame) in frames.enumerated() {
            let isLast = index == frames.count - 1
            let flags = (index == 0 ? firstFlags : ZMQ_DONTWAIT) | (isLast ? 0 : ZMQ_SNDMORE)
            let result = frame.withUnsafeBytes { bytes in
                retryingInterrupts { zmq_send(raw, bytes.baseAddress, bytes.count, flags) }
            }
            guard result == -1 else { continue }
            let error = ZeroMQError.last("zmq_send", type.rawValue)
            switch error.code {
            case .wouldBlock:
                // After the first frame it means that the peer went away: libzmq has taken back what was
                // written and waits for the remaining frames only to drop them (lb.cpp, `_dropping`).
                outcome = .wouldBlock
                if index == 0 { return outcome }
            case .hostUnreachable where index == 0:
                return .unreachable
            default:
                throw error
            }
        }
        return outcome
    }
}

/// One frame as libzmq holds it.
private struct Part: ~Copyable {
    private var message = zmq_msg_t()

    init() {
        zmq_msg_init(&message)  // cannot fail, says the manual
    }

    deinit {
        var message = message
        zmq_msg_close(&message)
    }

    var count: Int {
        mutating get { zmq_msg_size(&message) }
    }

    var hasMore: Bool {
        mutating get { zmq_msg_more(&message) != 0 }
    }

    /// Replaces what it holds by the next frame; false if none is waiting.
    mutating func receive(from socket: UnsafeMutableRawPointer) throws(ZeroMQError) -> Bool {
        while zmq_msg_recv(&message, socket, ZMQ_DONTWAIT) == -1 {
            let error = ZeroMQError.last("zmq_msg_recv")
            switch error.code {
            case .wouldBlock: return false
            case .interrupted: continue
            default: throw error
            }
        }
        return true
    }

    mutating func bytes() -> [UInt8] {
        let count = zmq_msg_size(&message)
        guard count > 0, let start = zmq_msg_data(&message) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }
}
