internal import Glibc

/// Standard output, for data.
public enum StandardOutput {
    /// Writes `bytes` and flushes them, so that a reader sees a whole line at once.
    ///
    /// A reader that has gone ends the process with status 0, as `head` expects of what it reads
    /// from. Any other failure ends it with status 71 and a line on stderr: nothing can be promised
    /// of the rest.
    public static func write(_ bytes: [UInt8]) {
        switch writeAll(bytes, to: STDOUT_FILENO) {
        case 0: return
        case EPIPE: exit(ExitStatus.success.rawValue)
        case let code:
            StandardError.write("standard output: \(String(cString: strerror(code)))\n")
            exit(ExitStatus.system.rawValue)
        }
    }

    /// Writes `line` and a line feed.
    public static func print(_ line: String) {
        write(Array((line + "\n").utf8))
    }

    /// Whether a person reads it.
    public static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Standard error, for notices.
public enum StandardError {
    /// Writes `text` as it is. A failure is ignored: there is nowhere left to say so.
    public static func write(_ text: String) {
        _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
    }
}

/// Writes all of `bytes` and returns 0, or the `errno` of the first failure.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
        var written = 0
        while written < buffer.count {
            let count = write(
                descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            if count >= 0 {
                written += count
            } else if errno == EAGAIN {
                // Standard streams are shared: whoever has the other end may have set O_NONBLOCK.
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&ready, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
