import CZeroMQ
import Glibc

/// A failed call of libzmq: which function, on what, and why.
///
/// It prints as `zmq_bind tcp://127.0.0.1:7801: Address already in use [98]`.
public struct ZeroMQError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The C function that failed, for example `zmq_bind`.
    public let function: String
    /// What it was called on: an endpoint, an option, or empty.
    public let subject: String
    /// The reason.
    public let code: ErrorCode

    /// Makes an error; mostly for tests and for parts built on sockets.
    public init(function: String, subject: String = "", code: ErrorCode) {
        self.function = function
        self.subject = subject
        self.code = code
    }

    /// Whether the context was shut down: the caller's loop should end.
    public var meansStop: Bool { code == .contextTerminated }

    /// Function, subject, reason and number on one line.
    public var description: String {
        let call = subject.isEmpty ? function : "\(function) \(subject)"
        return "\(call): \(code.explanation) [\(code.rawValue)]"
    }

    /// The error of the call just made: reads `zmq_errno` and must come before any other call.
    static func last(_ function: String, _ subject: @autoclosure () -> String = "") -> ZeroMQError {
        let code = zmq_errno()
        return ZeroMQError(
            function: function, subject: subject(), code: ErrorCode(rawValue: Int(code)))
    }
}

/// An error number of the system or of libzmq.
public struct ErrorCode: RawRepresentable, Hashable, Sendable {
    /// The number, as `errno` has it.
    public let rawValue: Int

    /// Takes any number; unknown ones explain themselves as such.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// `ETERM`: the context was shut down.
    public static let contextTerminated = ErrorCode(rawValue: Int(ETERM))
    /// `EAGAIN`: not now. An outcome of receiving and sending, never thrown by them.
    public static let wouldBlock = ErrorCode(rawValue: Int(EAGAIN))
    /// `EINTR`: a signal arrived. Retried, never thrown.
    public static let interrupted = ErrorCode(rawValue: Int(EINTR))
    /// `EHOSTUNREACH`: a router knows no such peer.
    public static let hostUnreachable = ErrorCode(rawValue: Int(EHOSTUNREACH))
    /// `EADDRINUSE`: another socket is bound there.
    public static let addressInUse = ErrorCode(rawValue: Int(EADDRINUSE))
    /// `EINVAL`: the endpoint or the value makes no sense.
    public static let invalidArgument = ErrorCode(rawValue: Int(EINVAL))
    /// `EFSM`: a REQ or REP socket out of turn.
    public static let wrongState = ErrorCode(rawValue: Int(EFSM))
    /// `ETIMEDOUT`: sockets were still open when a context was to be terminated.
    public static let timedOut = ErrorCode(rawValue: Int(ETIMEDOUT))

    /// The sentence libzmq has for it.
    public var explanation: String {
        guard let text = zmq_strerror(Int32(truncatingIfNeeded: rawValue)) else {
            return "unknown error"
        }
        return String(cString: text)
    }
}

/// Calls `body` again for as long as a signal interrupts it: the one place where `EINTR` is retried.
@inline(__always)
func retryingInterrupts(_ body: () -> Int32) -> Int32 {
    while true {
        let result = body()
        if result != -1 || zmq_errno() != EINTR { return result }
    }
}
