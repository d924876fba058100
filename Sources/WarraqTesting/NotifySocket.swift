internal import Foundation

/// A datagram socket such as systemd listens on, at a path or in the abstract namespace: what a daemon
/// finds in `NOTIFY_SOCKET`.
public final class NotifySocket: Sendable {
    /// The value of `NOTIFY_SOCKET`.
    public let name: String
    private let descriptor: Int32

    /// A socket under a name that nobody has.
    public init(abstract: Bool) throws {
        let unique = "warraq-test-\(UUID().uuidString)"
        name = abstract ? "@\(unique)" : "/tmp/\(unique)"
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = abstract ? [0] + name.utf8.dropFirst() : Array(name.utf8) + [0]
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        guard bound == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        // A datagram that never comes fails the test and does not hang it.
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(descriptor)
        if name.hasPrefix("/") { unlink(name) }
    }

    /// The next datagram; empty if none comes within half a minute.
    public func receive() -> String {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    /// Every datagram up to the first that has `line` in it, which is the last of them.
    public func receive(until line: String) -> [String] {
        var datagrams: [String] = []
        repeat {
            datagrams.append(receive())
        } while datagrams.last.map { !$0.isEmpty && !$0.contains(line) } ?? false
        return datagrams
    }
}
