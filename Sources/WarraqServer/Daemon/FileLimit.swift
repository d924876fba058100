internal import Glibc

/// The number of files that the process may have open: each connection is one.
///
/// libzmq 4.3.4 aborts when it cannot accept an ipc connection for want of a descriptor, so the limit is
/// raised as far as it goes, and one that the daemon's own files would reach is an error at start.
enum FileLimit {
    /// What a shell's soft limit of 1,024 is raised to, if the hard limit lets it.
    static let wanted: UInt = 65_536
    /// The daemon's own files are about 50; the rest is for connections.
    static let needed: UInt = 256

    /// Raises the limit.
    ///
    /// - Throws: ``TooFewFiles``.
    static func raise() throws(TooFewFiles) {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return }
        if limit.rlim_cur < wanted {
            limit.rlim_cur = min(wanted, limit.rlim_max)
            // A refusal leaves the limit as it was.
            _ = setrlimit(resource, &limit)
            getrlimit(resource, &limit)
        }
        guard limit.rlim_cur >= needed else { throw TooFewFiles(limit: Int(limit.rlim_cur)) }
    }
}

/// The process may open too few files.
struct TooFewFiles: Error, CustomStringConvertible {
    let limit: Int

    var description: String {
        "at most \(limit) files may be open, needed are \(FileLimit.needed) (ulimit -n)"
    }
}
