import Glibc

/// Tells who ended a connection, which libzmq's events do not.
///
/// A second descriptor of each connection stays open until libzmq reports its end. If the peer
/// has not closed its side by then, libzmq did. Costs a descriptor a connection.
struct ConnectionWitnesses: ~Copyable {
    // By libzmq's descriptor.
    private var copies: [Int: Int32] = [:]

    init() {}

    deinit {
        for copy in copies.values { close(copy) }
    }

    /// Notes that libzmq accepted or made a connection.
    mutating func connectionOpened(descriptor: Int) {
        let copy = fcntl(Int32(truncatingIfNeeded: descriptor), F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { return }
        var status = stat()
        guard fstat(copy, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else {
            // The connection ended already and its number is a file by now. The copy is left open:
            // closing any descriptor of a file drops the process's locks on it (fcntl(2)).
            return
        }
        if let former = copies.updateValue(copy, forKey: descriptor) { close(former) }
    }

    /// Says who ended a connection, and forgets it.
    mutating func connectionEnded(descriptor: Int) -> SocketEvent.Side {
        guard let copy = copies.removeValue(forKey: descriptor) else { return .unknown }
        defer { close(copy) }
        let peerClosed: Int16 = 0x2000  // POLLRDHUP of poll(2), behind _GNU_SOURCE
        var item = pollfd(fd: copy, events: peerClosed, revents: 0)
        guard poll(&item, 1, 0) >= 0 else { return .unknown }
        return item.revents == 0 ? .local : .peer
    }
}
