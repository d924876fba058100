internal import Glibc

/// A file that lines are written to, in large pieces.
public struct LineFile: ~Copyable {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []

    private static let bufferBytes = 1 << 16

    /// Creates the file, or empties the one that is there.
    public init(path: String) throws(CorpusError) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw .last("open", path) }
        self.path = path
        descriptor = file
    }

    deinit { close(descriptor) }

    /// Writes a line; ``flush()`` after the last.
    public mutating func write(_ line: [UInt8]) throws(CorpusError) {
        buffer += line
        buffer.append(0x0A)
        if buffer.count >= Self.bufferBytes { try flush() }
    }

    /// Hands everything to the system.
    public mutating func flush() throws(CorpusError) {
        var done = 0
        while done < buffer.count {
            let count = buffer.withUnsafeBytes { bytes in
                Glibc.write(
                    descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .last("write", path) }
            done += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
