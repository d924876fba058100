internal import Glibc

/// The files that `ipc://` endpoints leave.
enum SocketFile {
    /// Keeps everyone but the daemon's own user from the sockets at `addresses`.
    ///
    /// The group lets scrapers reach the sockets of intake and feed. The control socket is none of
    /// their business: who reaches it can stop records from being kept.
    static func makePrivate(_ addresses: [String]) {
        for address in addresses where address.hasPrefix("ipc:///") {
            chmod(String(address.dropFirst("ipc://".count)), 0o600)
        }
    }
}
