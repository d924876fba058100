internal import Glibc

/// A segment's file, mapped: documents that never change, found by their keys.
///
/// The pages read are the system's to keep or drop; no memory of our own grows with the file.
// Unchecked because the mapping is never written, and goes only when the last reference does.
final class TailSegment: @unchecked Sendable {
    let path: String
    let header: TailHeader
    let layout: TailLayout
    private let bytes: UnsafeRawPointer

    /// Entries of one key that are looked at. More are texts that all resemble each other.
    private static let mostEntries = 64

    /// Maps a file and checks all of it: about a second for 3 GB, and the reading.
    init(opening path: String) throws(LongTailError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last("fstat", path) }
        let size = Int(status.st_size)
        guard size >= TailLayout.headerBytes else { throw .damaged(path: path, .wrongSize) }
        guard let mapped = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0),
            mapped != MAP_FAILED
        else { throw .last("mmap", path) }
        let bytes = UnsafeRawPointer(mapped)
        let words = (0..<(TailLayout.headerBytes / 8)).map { Self.word(bytes, 8 * $0) }
        do throws(LongTailError) {
            let header = try TailHeader(words: words, fileBytes: size, path: path)
            var check = TailCheck()
            for place in stride(from: TailLayout.headerBytes, to: size, by: 8) {
                check.add(Self.word(bytes, place))
            }
            guard check.value == header.contentsCheck else {
                throw .damaged(path: path, .contents)
            }
            self.header = header
            self.layout = header.layout
        } catch {
            munmap(mapped, size)
            throw error
        }
        self.path = path
        self.bytes = bytes
        // Look-ups jump about: reading ahead would fetch what nobody asks for.
        madvise(mapped, size, MADV_RANDOM)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes), layout.fileBytes) }

    // MARK: Reading

    @inline(__always)
    private static func word(_ bytes: UnsafeRawPointer, _ place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    /// The eight bytes at `place`.
    func word(at place: Int) -> UInt64 { Self.word(bytes, place) }

    /// An entry of a key's section.
    @inline(__always)
    func entry(_ index: Int, of key: Int) -> UInt64 {
        word(at: layout.entriesStart(of: key) + index * TailLayout.entryBytes)
    }

    func number(of record: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: word(at: layout.recordStart(record)))
    }

    func milliseconds(of record: Int) -> Int64 {
        Int64(bitPattern: word(at: layout.recordStart(record) + 8))
    }

    /// What a record says of the text looked up.
    func candidate(_ record: Int, for sketch: ResemblanceSketch) -> TailCandidate {
        let start = layout.recordStart(record)
        let head = word(at: start)
        let tokenCount = Int(head &>> 32)
        let isExact =
            word(at: start + 16) == sketch.exactHigh && word(at: start + 24) == sketch.exactLow
            && tokenCount == sketch.tokenCount
        var equal = 0
        if !isExact, !sketch.bins.isEmpty, tokenCount >= Fingerprint.fewestWordsWithKeys {
            let bins = UnsafeRawBufferPointer(
                start: bytes + start + 40, count: ResemblanceSketch.binCount)
            for index in 0..<ResemblanceSketch.binCount where bins[index] == sketch.bins[index] {
                equal += 1
            }
        }
        return TailCandidate(
            number: DocumentNumber(rawValue: UInt32(truncatingIfNeeded: head)),
            milliseconds: milliseconds(of: record), isExactCopy: isExact,
            resemblance: isExact ? 1 : ResemblanceSketch.resemblance(ofEqualBins: equal),
            hasSameNumbers: word(at: start + 32) == sketch.numbersHash, tokenCount: tokenCount)
    }

    /// Appends the records that share a key with `sketch`.
    func appendRecords(sharing sketch: ResemblanceSketch, to records: inout [Int]) {
        // A text too short for bins has the key of exact copies only, which is the last.
        let firstKey = ResemblanceSketch.keyCount - sketch.keys.count
        var starts: [Int] = []
        starts.reserveCapacity(sketch.keys.count)
        // No read waits for another: the fetches of all directories run side by side, then those of
        // all entries.
        for (index, value) in sketch.keys.enumerated() {
            let key = firstKey + index
            let range = TailLayout.range(
                of: value, directoryBits: layout.directoryBits(of: key))
            let place = layout.directoryStart(of: key) + 4 * range
            starts.append(
                Int(
                    UInt32(
                        littleEndian: bytes.loadUnaligned(
                            fromByteOffset: place, as: UInt32.self))))
        }
        for (index, value) in sketch.keys.enumerated() {
            let key = firstKey + index
            let end = layout.entryCount(of: key)
            var place = starts[index]
            while place < end, entry(place, of: key) &>> 32 < UInt64(value) { place += 1 }
            let last = min(end, place + Self.mostEntries)
            while place < last, entry(place, of: key) &>> 32 == UInt64(value) {
                let record = Int(entry(place, of: key) & 0xFFFF_FFFF)
                if record < layout.count { records.append(record) }
                place += 1
            }
        }
    }
}
