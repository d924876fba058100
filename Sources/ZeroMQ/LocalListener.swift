import Glibc

/// Whether somebody listens at an `ipc` endpoint.
///
/// libzmq removes whatever lies at the path before it binds: a file that a crash left, but also the
/// socket of a process that lives, which then hears nothing any more and does not know it.
enum LocalListener {
    private static let scheme = "ipc://"

    /// Whether a connection to `endpoint` is accepted. False for every other kind of endpoint.
    static func exists(at endpoint: String) -> Bool {
        guard endpoint.hasPrefix(scheme) else { return false }
        let path = Array(endpoint.dropFirst(scheme.count).utf8)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // `@` is Linux's abstract namespace, where bind itself refuses; `*` is a path not chosen yet.
        guard let first = path.first, first != UInt8(ascii: "@"), first != UInt8(ascii: "*"),
            path.count < MemoryLayout.size(ofValue: address.sun_path)
        else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0
        )
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let result = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        // EAGAIN: a listener whose queue is full.
        return result == 0 || errno == EAGAIN
    }
}
