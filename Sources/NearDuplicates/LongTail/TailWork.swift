/// Writing that a ``LongTail`` wants done: it reads and writes files only, and may run on any thread
/// while the tail goes on being used.
///
/// ```swift
/// if let work = tail.nextWork() {
///     tail.complete(work, try work.run())
/// }
/// ```
public struct TailWork: Sendable {
    enum Kind: Sendable {
        /// Documents of memory become a segment.
        case flush(TailMemory)
        /// Neighbouring segments become one.
        case merge([TailSegment])
    }

    let kind: Kind
    let directory: String

    /// What ``run()`` made.
    public struct Result: Sendable {
        let segment: TailSegment
    }

    /// Documents that are written.
    public var documentCount: Int {
        switch kind {
        case .flush(let memory): memory.count
        case .merge(let segments): segments.reduce(0) { $0 + $1.layout.count }
        }
    }

    /// Does it: writes one file, waits until it is on the disk, and opens it.
    ///
    /// About 3 µs a document and the writing of 450 bytes. Memory is 8 bytes a document at most, and a
    /// megabyte. If it throws nothing has changed, and the work may be run again.
    public func run() throws(LongTailError) -> Result {
        let header = self.header
        let path = "\(directory)/\(Self.fileName(first: header.first, last: header.last))"
        var writer = try TailWriter(path: path)
        switch kind {
        case .flush(let memory): try Self.write(memory, layout: header.layout, to: &writer)
        case .merge(let segments): try Self.write(segments, layout: header.layout, to: &writer)
        }
        try writer.finish(header, at: path)
        return Result(segment: try TailSegment(opening: path))
    }

    // MARK: File names

    static let fileSuffix = ".tail"

    static func fileName(first: UInt32, last: UInt32) -> String {
        "\(digits(first))-\(digits(last))\(fileSuffix)"
    }

    /// Ten digits, so that names sort as numbers do.
    private static func digits(_ number: UInt32) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
    }

    // MARK: Writing

    private var header: TailHeader {
        var header = TailHeader()
        switch kind {
        case .flush(let memory):
            header.count = memory.count
            header.countWithBins = memory.documents.count { !$0.sketch.bins.isEmpty }
            header.first = memory.documents.first?.number ?? 0
            header.last = memory.documents.last?.number ?? 0
            header.oldestMilliseconds = memory.documents.first?.milliseconds ?? 0
            header.newestMilliseconds = memory.documents.last?.milliseconds ?? 0
        case .merge(let segments):
            header.count = segments.reduce(0) { $0 + $1.header.count }
            header.countWithBins = segments.reduce(0) { $0 + $1.header.countWithBins }
            header.first = segments.first?.header.first ?? 0
            header.last = segments.last?.header.last ?? 0
            header.oldestMilliseconds = segments.first?.header.oldestMilliseconds ?? 0
            header.newestMilliseconds = segments.last?.header.newestMilliseconds ?? 0
        }
        return header
    }

    private static func write(
        _ memory: TailMemory, layout: TailLayout, to writer: inout TailWriter
    ) throws(LongTailError) {
        for document in memory.documents {
            let sketch = document.sketch
            try writer.append(UInt64(sketch.tokenCount) &<< 32 | UInt64(document.number))
            try writer.append(UInt64(bitPattern: document.milliseconds))
            for word in [sketch.exactHigh, sketch.exactLow, sketch.numbersHash] {
                try writer.append(word)
            }
            for start in stride(from: 0, to: ResemblanceSketch.binCount, by: 8) {
                var word: UInt64 = 0
                if !sketch.bins.isEmpty {
                    for offset in 0..<8 {
                        word |= UInt64(sketch.bins[start + offset]) &<< UInt64(8 * offset)
                    }
                }
                try writer.append(word)
            }
        }
        for key in 0..<ResemblanceSketch.keyCount {
            var directory = DirectoryBuilder(layout, key: key)
            for entry in memory.entries(of: key) {
                directory.add(entry)
                try writer.append(entry)
            }
            try writer.append(directory.finished())
        }
    }

    private static func write(
        _ segments: [TailSegment], layout: TailLayout, to writer: inout TailWriter
    ) throws(LongTailError) {
        for segment in segments {
            for record in 0..<segment.layout.count {
                let start = segment.layout.recordStart(record)
                for place in stride(from: 0, to: TailLayout.recordBytes, by: 8) {
                    try writer.append(segment.word(at: start + place))
                }
            }
        }
        for key in 0..<ResemblanceSketch.keyCount {
            var directory = DirectoryBuilder(layout, key: key)
            var merge = EntryMerge(segments, key: key)
            while let entry = merge.next() {
                directory.add(entry)
                try writer.append(entry)
            }
            try writer.append(directory.finished())
        }
    }
}

/// Where the entries of every range of keys begin.
private struct DirectoryBuilder {
    private var starts: [UInt32] = []
    private let bits: Int
    private let places: Int
    private var entries: UInt32 = 0

    init(_ layout: TailLayout, key: Int) {
        bits = layout.directoryBits(of: key)
        places = layout.directoryCount(of: key)
        starts.reserveCapacity(places)
    }

    /// Takes the next entry, in order.
    mutating func add(_ entry: UInt64) {
        let range = TailLayout.range(
            of: UInt32(truncatingIfNeeded: entry &>> 32), directoryBits: bits)
        while starts.count <= range { starts.append(entries) }
        entries += 1
    }

    consuming func finished() -> [UInt32] {
        while starts.count < places { starts.append(entries) }
        return starts
    }
}

/// The entries of one key in several segments, rising, their records counted on.
private struct EntryMerge {
    private let segments: [TailSegment]
    private let key: Int
    private let bases: [UInt64]
    private var places: [Int]
    /// The next entry of each segment, `.max` past its end: no entry is that, for no segment is full.
    private var heads: [UInt64]

    init(_ segments: [TailSegment], key: Int) {
        self.segments = segments
        self.key = key
        places = [Int](repeating: 0, count: segments.count)
        heads = []
        var bases: [UInt64] = []
        var base: UInt64 = 0
        for segment in segments {
            bases.append(base)
            base += UInt64(segment.layout.count)
        }
        self.bases = bases
        for index in segments.indices { heads.append(head(of: index)) }
    }

    private func head(of index: Int) -> UInt64 {
        let segment = segments[index]
        guard places[index] < segment.layout.entryCount(of: key) else { return .max }
        return segment.entry(places[index], of: key) &+ bases[index]
    }

    mutating func next() -> UInt64? {
        var smallest = 0
        for index in heads.indices where heads[index] < heads[smallest] { smallest = index }
        let entry = heads[smallest]
        guard entry != .max else { return nil }
        places[smallest] += 1
        heads[smallest] = head(of: smallest)
        return entry
    }
}
