internal import Glibc

/// The lines of a file or of standard input, one after another, in memory one at a time.
public struct CorpusLines: ~Copyable {
    private let descriptor: Int32
    private let name: String
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// Lines handed out.
    public private(set) var count = 0
    /// Bytes read.
    public private(set) var bytesRead = 0
    /// Bytes of the file, `nil` if that is not known, as of a pipe.
    public let byteCount: Int?

    private static let chunkBytes = 1 << 20
    /// The longest line.
    private static let mostBytes = 256 << 20

    /// Opens a file; `-` is standard input.
    public init(path: String) throws(CorpusError) {
        let file = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .last("open", path) }
        name = path
        descriptor = file
        var status = stat()
        byteCount =
            fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            ? Int(status.st_size) : nil
    }

    /// Reads from an open file, which is closed in the end.
    public init(owning descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
        byteCount = nil
    }

    deinit { close(descriptor) }

    /// The next line without its line feed, `nil` after the last. Empty lines are counted too.
    public mutating func next() throws(CorpusError) -> [UInt8]? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                let line = Array(buffer[position..<end])
                position = end + 1
                count += 1
                return line
            }
            if isAtEnd {
                guard position < buffer.count else { return nil }
                let line = Array(buffer[position...])
                position = buffer.count
                count += 1
                return line
            }
            buffer.removeFirst(position)
            position = 0
            searched = buffer.count
            guard searched < Self.mostBytes else {
                throw .longLine(number: count + 1, limit: Self.mostBytes)
            }
            try fill()
        }
    }

    private mutating func fill() throws(CorpusError) {
        let (descriptor, old) = (descriptor, buffer.count)
        buffer.append(contentsOf: repeatElement(0, count: Self.chunkBytes))
        var count = -1
        repeat {
            count = buffer.withUnsafeMutableBytes { bytes in
                Glibc.read(descriptor, bytes.baseAddress?.advanced(by: old), Self.chunkBytes)
            }
        } while count < 0 && errno == EINTR
        guard count >= 0 else { throw .last("read", name) }
        buffer.removeLast(Self.chunkBytes - count)
        bytesRead += count
        isAtEnd = count == 0
    }
}
