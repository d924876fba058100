internal import Glibc

/// Writes a segment under a temporary name, and gives it its own once all of it is on disk.
struct TailWriter: ~Copyable {
    private let descriptor: Int32
    private let temporaryPath: String
    private var buffer: [UInt8] = []
    private var check = TailCheck()
    private var isFinished = false

    private static let bufferBytes = 1 << 20
    /// What the names of files under way end with.
    static let temporarySuffix = ".tmp"

    /// Begins a file that will be at `path`.
    init(path: String) throws(LongTailError) {
        temporaryPath = path + Self.temporarySuffix
        descriptor = open(
            temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(0o640))
        guard descriptor >= 0 else { throw .last("open", temporaryPath) }
        buffer.reserveCapacity(Self.bufferBytes + 8)
        // The header comes last: without it the file is no segment.
        guard lseek(descriptor, off_t(TailLayout.headerBytes), SEEK_SET) >= 0 else {
            throw .last("lseek", temporaryPath)
        }
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(temporaryPath) }
    }

    /// Appends eight bytes.
    @inline(__always)
    mutating func append(_ word: UInt64) throws(LongTailError) {
        check.add(word)
        withUnsafeBytes(of: word.littleEndian) { buffer.append(contentsOf: $0) }
        if buffer.count >= Self.bufferBytes { try flush() }
    }

    /// Appends numbers of 4 bytes, and 4 more if they are odd in number.
    mutating func append(_ numbers: [UInt32]) throws(LongTailError) {
        for place in stride(from: 0, to: numbers.count, by: 2) {
            let second = place + 1 < numbers.count ? numbers[place + 1] : 0
            try append(UInt64(second) &<< 32 | UInt64(numbers[place]))
        }
    }

    private mutating func flush() throws(LongTailError) {
        try Self.write(buffer, to: descriptor, path: temporaryPath)
        buffer.removeAll(keepingCapacity: true)
    }

    private static func write(
        _ bytes: [UInt8], to descriptor: Int32, path: String
    ) throws(LongTailError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(
                    descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .last("write", path) }
            done += count
        }
    }

    /// Writes the header, waits for the disk, and moves the file to `path`.
    consuming func finish(_ header: TailHeader, at path: String) throws(LongTailError) {
        try flush()
        var header = header
        header.contentsCheck = check.value
        var bytes: [UInt8] = []
        for word in header.words {
            withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
        }
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .last("lseek", temporaryPath) }
        try Self.write(bytes, to: descriptor, path: temporaryPath)
        guard fsync(descriptor) == 0 else { throw .last("fsync", temporaryPath) }
        guard rename(temporaryPath, path) == 0 else { throw .last("rename", path) }
        isFinished = true
        try Self.synchronizeDirectory(of: path)
    }

    private static func synchronizeDirectory(of path: String) throws(LongTailError) {
        let directory =
            path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", directory) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .last("fsync", directory) }
    }
}
