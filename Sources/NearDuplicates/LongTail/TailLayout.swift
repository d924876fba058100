/// Where in a segment's file what stands. All numbers are little-endian.
///
/// First the header, then a record for each document in the order of their numbers, then for each of
/// the 33 keys a section: its entries, rising, each a 32-bit key and the 32-bit index of a record, and
/// a directory of where the entries of every range of keys begin. A look-up so touches two places a key.
struct TailLayout {
    /// Changes whenever a segment's bytes do.
    static let formatVersion = 1
    static let magic: UInt64 = 0x544C_7161_7272_6177  // "warraqLT"
    static let headerBytes = 128
    /// Number and words, time, both halves of the exact hash, the numbers' hash, the bins.
    static let recordBytes = 40 + ResemblanceSketch.binCount
    static let entryBytes = 8
    /// Entries of a range of keys, about: a line of the cache holds them.
    private static let entriesPerRange = 8

    /// Documents in all.
    let count: Int
    /// Documents that have bins.
    let countWithBins: Int

    /// Entries of a key's section: every text has the key of exact copies, longer ones the others.
    func entryCount(of key: Int) -> Int {
        key == ResemblanceSketch.bandCount ? count : countWithBins
    }

    /// Upper bits of a key that choose its range.
    func directoryBits(of key: Int) -> Int {
        let ranges = entryCount(of: key) / Self.entriesPerRange
        return Int.bitWidth - ranges.leadingZeroBitCount
    }

    /// Places in a key's directory: one for each range, one for the end.
    func directoryCount(of key: Int) -> Int { 1 << directoryBits(of: key) + 1 }

    func recordStart(_ index: Int) -> Int { Self.headerBytes + index * Self.recordBytes }

    func entriesStart(of key: Int) -> Int {
        // All sections but the last are of one size.
        recordStart(count) + key * sectionBytes(of: 0)
    }

    func directoryStart(of key: Int) -> Int {
        entriesStart(of: key) + entryCount(of: key) * Self.entryBytes
    }

    private func sectionBytes(of key: Int) -> Int {
        // The directory's numbers are of 4 bytes; the next section begins at a multiple of 8.
        entryCount(of: key) * Self.entryBytes + (directoryCount(of: key) * 4 + 7) / 8 * 8
    }

    /// Bytes of the whole file.
    var fileBytes: Int {
        entriesStart(of: ResemblanceSketch.bandCount)
            + sectionBytes(of: ResemblanceSketch.bandCount)
    }

    /// The range of a key.
    static func range(of key: UInt32, directoryBits: Int) -> Int {
        Int(UInt64(key) &>> UInt64(32 - directoryBits))
    }
}

/// The first bytes of a segment's file.
struct TailHeader {
    var count = 0
    var countWithBins = 0
    var first: UInt32 = 0
    var last: UInt32 = 0
    var oldestMilliseconds: Int64 = 0
    var newestMilliseconds: Int64 = 0
    var contentsCheck: UInt64 = 0

    var layout: TailLayout { TailLayout(count: count, countWithBins: countWithBins) }

    private static let version = UInt64(
        TailLayout.formatVersion << 16 | ResemblanceSketch.formatVersion)

    /// The header's 16 numbers; the last is the check of those before it.
    var words: [UInt64] {
        var words: [UInt64] = [
            TailLayout.magic, Self.version, UInt64(count), UInt64(countWithBins), UInt64(first),
            UInt64(last), UInt64(bitPattern: oldestMilliseconds),
            UInt64(bitPattern: newestMilliseconds), UInt64(layout.fileBytes), contentsCheck,
        ]
        words += [UInt64](repeating: 0, count: TailLayout.headerBytes / 8 - words.count - 1)
        return words + [Self.check(words)]
    }

    private static func check(_ words: [UInt64]) -> UInt64 {
        var check = TailCheck()
        for word in words { check.add(word) }
        return check.value
    }

    init() {}

    /// Reads a header.
    ///
    /// - Parameters:
    ///   - words: Its 16 numbers.
    ///   - fileBytes: The size of the file it stands in.
    init(words: [UInt64], fileBytes: Int, path: String) throws(LongTailError) {
        guard words[0] == TailLayout.magic else { throw .damaged(path: path, .notASegment) }
        // Before the check: another version may have its check elsewhere.
        guard words[1] == Self.version else {
            throw .otherVersion(
                path: path, found: Int(clamping: words[1]), expected: Int(Self.version))
        }
        guard words.last == Self.check(words.dropLast()),
            let count = UInt32(exactly: words[2]), let countWithBins = UInt32(exactly: words[3]),
            let first = UInt32(exactly: words[4]), let last = UInt32(exactly: words[5]),
            count > 0, countWithBins <= count, first <= last
        else { throw .damaged(path: path, .header) }
        self.count = Int(count)
        self.countWithBins = Int(countWithBins)
        self.first = first
        self.last = last
        oldestMilliseconds = Int64(bitPattern: words[6])
        newestMilliseconds = Int64(bitPattern: words[7])
        contentsCheck = words[9]
        guard words[8] == UInt64(fileBytes), fileBytes == layout.fileBytes else {
            throw .damaged(path: path, .wrongSize)
        }
    }

    private static func check(_ words: ArraySlice<UInt64>) -> UInt64 { check(Array(words)) }
}

/// A 64-bit check of successive numbers.
struct TailCheck {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    mutating func add(_ word: UInt64) {
        state = Mixing.fold(state ^ word, 0xA076_1D64_78BD_642F) &+ 0xE703_7ED1_A0B4_28DB
    }

    var value: UInt64 { Mixing.spread(state) }
}
