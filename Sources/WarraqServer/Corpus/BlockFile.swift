internal import Glibc

/// Blocks of bytes in a temporary file, appended and read back by number, so that a corpus may be
/// larger than memory: 8 bytes a block stay in it.
///
/// The file has no name from the start: it is gone when the process is.
public struct BlockFile: ~Copyable {
    private let descriptor: Int32
    /// Where each block ends.
    private var ends: [UInt64] = []
    /// The end of the file that is not written yet.
    private var tail: [UInt8] = []
    private var written: UInt64 = 0

    private static let tailBytes = 1 << 20

    /// An empty file in `directory`.
    public init(in directory: String) throws(CorpusError) {
        var template = Array("\(directory)/warraq-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw .last("mkstemp", directory) }
        unlink(template)
        descriptor = file
    }

    deinit { close(descriptor) }

    /// Blocks in the file.
    public var count: Int { ends.count }

    /// Appends a block, which gets the number that ``count`` was.
    public mutating func append(_ block: some Collection<UInt8>) throws(CorpusError) {
        tail.append(contentsOf: block)
        ends.append(written + UInt64(tail.count))
        if tail.count >= Self.tailBytes { try flush() }
    }

    private mutating func flush() throws(CorpusError) {
        var done = 0
        while done < tail.count {
            let count = tail.withUnsafeBytes { bytes in
                pwrite(
                    descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done,
                    off_t(written))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .last("pwrite", "temporary file") }
            done += count
            written += UInt64(count)
        }
        tail.removeAll(keepingCapacity: true)
    }

    /// Reads a block.
    public func read(_ number: Int) throws(CorpusError) -> [UInt8] {
        let start = number == 0 ? 0 : ends[number - 1]
        let length = Int(ends[number] - start)
        // A block is in the file or in the tail, never in both: the tail is written as a whole.
        guard start < written else {
            let offset = Int(start - written)
            return Array(tail[offset..<(offset + length)])
        }
        var failure: CorpusError?
        let block = [UInt8](unsafeUninitializedCapacity: length) { bytes, filled in
            while filled < length {
                let count = pread(
                    descriptor, bytes.baseAddress?.advanced(by: filled), length - filled,
                    off_t(start) + off_t(filled))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    failure = .last("pread", "temporary file")
                    return
                }
                filled += count
            }
        }
        if let failure { throw failure }
        return block
    }
}
