internal import Glibc

/// Blocks of bytes in a temporary file, appended and read back by number, so that a corpus may be
/// larger than memory: 8 bytes a block stay in it.
///
/// The file has no name from the start: it is gone when the process is, and no other cuts it short, so
/// it is read through a mapping. A disk that cannot be read any more ends the process.
public struct BlockFile: ~Copyable {
    private let descriptor: Int32
    /// The file and room for more: what is written later can be read there too.
    private var mapping: UnsafeMutableRawPointer
    private var mappedBytes = Self.firstMappedBytes
    /// Where each block ends. The next begins at the next multiple of 8.
    private var ends: [UInt64] = []
    /// The end of the file that is not written yet.
    private var tail: [UInt8] = []
    private var written: UInt64 = 0

    private static let tailBytes = 1 << 20
    /// Address space, which costs nothing; few files ever need more.
    private static let firstMappedBytes = 1 << 34

    /// An empty file in `directory`.
    public init(in directory: String) throws(CorpusError) {
        var template = Array("\(directory)/warraq-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw .last("mkstemp", directory) }
        unlink(template)
        do throws(CorpusError) {
            mapping = try Self.map(file, byteCount: Self.firstMappedBytes)
        } catch {
            close(file)
            throw error
        }
        descriptor = file
    }

    deinit {
        munmap(mapping, mappedBytes)
        close(descriptor)
    }

    private static func map(
        _ file: Int32, byteCount: Int
    ) throws(CorpusError) -> UnsafeMutableRawPointer {
        guard let mapping = mmap(nil, byteCount, PROT_READ, MAP_SHARED, file, 0),
            mapping != MAP_FAILED
        else { throw .last("mmap", "temporary file") }
        // Blocks are read in no order: what stands around one is not wanted.
        madvise(mapping, byteCount, MADV_RANDOM)
        return mapping
    }

    /// Blocks in the file.
    public var count: Int { ends.count }

    /// Appends a block, which gets the number that ``count`` was.
    public mutating func append(_ block: some Collection<UInt8>) throws(CorpusError) {
        tail.append(contentsOf: block)
        ends.append(written + UInt64(tail.count))
        while !tail.count.isMultiple(of: 8) { tail.append(0) }
        if tail.count >= Self.tailBytes { try flush() }
    }

    private mutating func flush() throws(CorpusError) {
        if Int(written) + tail.count > mappedBytes {
            let larger = try Self.map(descriptor, byteCount: 2 * mappedBytes)
            munmap(mapping, mappedBytes)
            mapping = larger
            mappedBytes *= 2
        }
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

    /// Calls `body` with a block's bytes, which begin at a multiple of 8.
    public func withBlock<Result>(_ number: Int, _ body: (RawSpan) -> Result) -> Result {
        let start = number == 0 ? 0 : (ends[number - 1] + 7) & ~7
        let length = Int(ends[number] - start)
        // A block is in the file or in the tail, never in both: the tail is written as a whole.
        guard start >= written else {
            return body(
                UnsafeRawBufferPointer(start: mapping + Int(start), count: length).bytes)
        }
        let offset = Int(start - written)
        return body(tail.span.bytes.extracting(offset..<(offset + length)))
    }

    /// Has blocks fetched side by side, of each 4 KB at most: their reads depend on nothing, and in a file
    /// larger than the caches every block that is read one by one is waited for.
    ///
    /// - Returns: Nothing of use: what keeps the reads from being left out.
    @inline(never)
    @discardableResult
    public func fetch(_ numbers: [Int]) -> UInt8 {
        var sum: UInt8 = 0
        for number in numbers {
            withBlock(number) { block in
                for place in stride(from: 0, to: min(block.byteCount, 4096), by: 64) {
                    sum &+= block.unsafeLoad(fromByteOffset: place, as: UInt8.self)
                }
            }
        }
        return sum
    }

    /// A copy of a block.
    public func read(_ number: Int) -> [UInt8] {
        withBlock(number) { bytes in bytes.withUnsafeBytes(Array.init) }
    }
}
