internal import Glibc

/// Tells systemd how the daemon is doing, by the datagrams of sd_notify(3).
///
/// Under `Type=notify` systemd names a socket in `NOTIFY_SOCKET`: a path, or a name in the abstract
/// namespace after `@`. Safe to use from any thread: every call opens a socket of its own.
public struct SystemdNotifier: Sendable {
    /// Something that systemd is told.
    public enum Notice: Hashable, Sendable {
        /// Start-up is over, or a reload is.
        case ready
        /// A reload begins. Say ``ready`` when it is over, whether or not it succeeded.
        case reloading
        /// The daemon is stopping.
        case stopping
        /// Alive: said at least once in the time that `WatchdogSec=` gives.
        case watchdog
        /// One line for `systemctl status`.
        case status(String)
        /// Starting or stopping may take this much longer, from now.
        case extendTimeout(Duration)
    }

    private let address: [UInt8]
    private let isAbstract: Bool

    /// A notifier for the socket at `path`, or in the abstract namespace if it begins with `@`.
    /// `nil` for anything else, and for what a socket's address cannot hold.
    public init?(socket path: String) {
        // unix(7): sun_path is 108 bytes, for a path with its NUL.
        guard let first = path.utf8.first, path.utf8.count <= 107 else { return nil }
        guard first == UInt8(ascii: "/") || first == UInt8(ascii: "@") else { return nil }
        isAbstract = first == UInt8(ascii: "@")
        address = isAbstract ? [0] + path.utf8.dropFirst() : Array(path.utf8)
    }

    /// A notifier for the socket that `environment` names, `nil` when nobody asks.
    public init?(environment: [String: String]) {
        guard let path = environment["NOTIFY_SOCKET"] else { return nil }
        self.init(socket: path)
    }

    /// Sends `notices` in one datagram.
    public func send(_ notices: Notice...) throws(SystemdError) {
        try send(notices)
    }

    /// Sends `notices` in one datagram.
    public func send(_ notices: [Notice]) throws(SystemdError) {
        let lines = notices.flatMap { $0.lines(at: .now) }
        try transmit(Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    private func transmit(_ datagram: [UInt8]) throws(SystemdError) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .last("socket") }
        defer { close(descriptor) }

        var target = sockaddr_un()
        target.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: address) }
        // The length says where an abstract name ends; a path ends at its NUL.
        let headerSize = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
        let length = socklen_t(headerSize + address.count + (isAbstract ? 0 : 1))
        let sent = withUnsafePointer(to: &target) { target in
            target.withMemoryRebound(to: sockaddr.self, capacity: 1) { target in
                while true {
                    let sent = sendto(
                        descriptor, datagram, datagram.count, Int32(MSG_NOSIGNAL), target,
                        length)
                    if sent >= 0 || errno != EINTR { return sent }
                }
            }
        }
        guard sent == datagram.count else { throw .last("sendto NOTIFY_SOCKET") }
    }
}

/// Why systemd could not be told something.
public struct SystemdError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The call that failed.
    public let function: String
    /// Its `errno`.
    public let code: Int32

    /// `sendto NOTIFY_SOCKET: No such file or directory [2]`.
    public var description: String { "\(function): \(String(cString: strerror(code))) [\(code)]" }

    fileprivate static func last(_ function: String) -> SystemdError {
        SystemdError(function: function, code: errno)
    }
}

/// A time of the clock that systemd compares with.
struct MonotonicTime: Hashable, Sendable {
    let microseconds: UInt64

    static var now: MonotonicTime {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return MonotonicTime(
            microseconds: UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1_000)
    }
}

extension SystemdNotifier.Notice {
    /// The assignments of sd_notify(3).
    func lines(at now: MonotonicTime) -> [String] {
        switch self {
        case .ready: ["READY=1"]
        // systemd 253 and later wait for a READY=1 after this time. 252 shows "reloading".
        case .reloading: ["RELOADING=1", "MONOTONIC_USEC=\(now.microseconds)"]
        case .stopping: ["STOPPING=1"]
        case .watchdog: ["WATCHDOG=1"]
        case .status(let text):
            ["STATUS=" + String(text.map { $0.isNewline ? " " : $0 })]
        case .extendTimeout(let duration):
            ["EXTEND_TIMEOUT_USEC=\(max(0, duration / .microseconds(1)).rounded(.up).asInteger)"]
        }
    }
}

extension Double {
    fileprivate var asInteger: Int64 { Int64(min(self, 9e18)) }
}
