/// Finds the documents of a long time that resemble a new one, from a directory of files and a bounded
/// piece of memory.
///
/// A ``NearDuplicateIndex`` keeps in memory what it needs to find containment and reuse; that is worth
/// a month of news. What is older is kept here as sketches (``ResemblanceSketch``), 450 bytes a text:
/// exact copies are found with certainty, texts of the same words and order by estimate, parts of a
/// text inside another not at all. There is no word-by-word verifying: a candidate is a document and
/// how much it resembles.
///
/// ```swift
/// var tail = try LongTail(directory: "/var/lib/news/tail")
/// for (number, text) in stream {
///     let sketch = ResemblanceSketch(of: text)
///     for candidate in tail.candidates(for: sketch, at: now) {
///         print(candidate.number, candidate.isExactCopy, candidate.resemblance)
///     }
///     tail.append(sketch, as: number, at: now)
///     try tail.settle()
/// }
/// try tail.flush()
/// ```
///
/// New documents gather in memory, are written as a sorted segment when there are enough, and
/// neighbouring segments are merged, so there are never many. A segment is written under a temporary
/// name, synced, and renamed: a crash loses what was in memory only, and ``lastOnDisk`` says from where
/// to append again. Segments hold successive documents; one whose documents are all too old is deleted.
///
/// The directory belongs to one tail at a time. The tail reads no clock, starts no thread, and has one
/// owner; ``TailWork`` lets that owner have the writing done elsewhere.
public struct LongTail: ~Copyable, Sendable {
    /// What the tail keeps, and what it gives.
    public let configuration: LongTailConfiguration
    /// Where the segments lie.
    public let directory: String

    private(set) var segments: [TailSegment] = []
    /// Documents that are being written.
    private(set) var frozen: TailMemory?
    private(set) var memory = TailMemory()
    private var isWorking = false
    private var newestMilliseconds: Int64 = .min / 4

    /// Opens the tail in `directory`, which exists, and checks every segment.
    ///
    /// Files left by a crash are removed. Takes about 0.3 ns a byte, and the reading.
    ///
    /// - Precondition: Every count and duration of the configuration is positive, merging takes two.
    public init(
        directory: String, configuration: LongTailConfiguration = LongTailConfiguration()
    ) throws(LongTailError) {
        precondition(
            configuration.retentionMilliseconds > 0 && configuration.documentsInMemory > 0
                && configuration.mergedSegments > 1 && configuration.largestSegment > 0
                && configuration.maxCandidates > 0,
            "a long tail configuration with a limit of nothing")
        self.directory = directory
        self.configuration = configuration
        segments = try TailDirectory(directory).segments()
        newestMilliseconds = segments.last?.header.newestMilliseconds ?? newestMilliseconds
    }

    // MARK: What is there

    /// The latest document, or ``DocumentNumber/none``.
    public var last: DocumentNumber {
        DocumentNumber(
            rawValue: memory.documents.last?.number ?? frozen?.documents.last?.number
                ?? lastOnDisk.rawValue)
    }

    /// The latest document that outlives a crash, or ``DocumentNumber/none``.
    public var lastOnDisk: DocumentNumber {
        DocumentNumber(rawValue: segments.last?.header.last ?? 0)
    }

    /// Documents in memory and on disk, those out of the retention but not deleted yet included.
    public var count: Int {
        segments.reduce(memory.count + (frozen?.count ?? 0)) { $0 + $1.layout.count }
    }

    /// Documents in memory only.
    public var unwrittenCount: Int { memory.count + (frozen?.count ?? 0) }

    /// Segments on disk.
    public var segmentCount: Int { segments.count }

    /// Bytes of the segments on disk.
    public var fileBytes: Int { segments.reduce(0) { $0 + $1.layout.fileBytes } }

    // MARK: Appending

    /// Appends a document, to memory only.
    ///
    /// - Parameters:
    ///   - number: Above ``last``. Numbers may be left out.
    ///   - milliseconds: When it came, from any fixed origin. A time before the latest one counts as
    ///     the latest.
    public mutating func append(
        _ sketch: ResemblanceSketch, as number: DocumentNumber, at milliseconds: Int64
    ) {
        precondition(number > last, "document numbers must rise")
        newestMilliseconds = max(newestMilliseconds, milliseconds)
        memory.append(
            TailMemory.Document(
                number: number.rawValue, milliseconds: newestMilliseconds, sketch: sketch))
    }

    // MARK: Writing

    /// What should be written now, or `nil`: enough documents in memory, or segments to merge.
    ///
    /// One work is out at a time. Ask after every append, or memory grows.
    public mutating func nextWork() -> TailWork? {
        guard !isWorking else { return nil }
        if frozen == nil, memory.count >= configuration.documentsInMemory { freeze() }
        if let frozen { return begin(.flush(frozen)) }
        guard let range = mergeable() else { return nil }
        return begin(.merge(Array(segments[range])))
    }

    private mutating func freeze() {
        frozen = memory
        memory = TailMemory()
    }

    private mutating func begin(_ kind: TailWork.Kind) -> TailWork {
        isWorking = true
        return TailWork(kind: kind, directory: directory)
    }

    /// Takes over what `work` made, and deletes the files it replaces.
    public mutating func complete(_ work: TailWork, _ result: TailWork.Result) {
        isWorking = false
        switch work.kind {
        case .flush:
            // Given up meanwhile: nobody wants the file.
            guard frozen != nil else { return TailDirectory.remove(result.segment.path) }
            segments.append(result.segment)
            frozen = nil
        case .merge(let merged):
            let start = segments.firstIndex { $0 === merged.first }
            guard let start, start + merged.count <= segments.count,
                segments[start + merged.count - 1] === merged.last
            else { return TailDirectory.remove(result.segment.path) }
            segments.replaceSubrange(start..<(start + merged.count), with: [result.segment])
            for segment in merged { TailDirectory.remove(segment.path) }
        }
    }

    /// Gives back a work that failed; ``nextWork()`` gives it again.
    public mutating func abandon(_ work: TailWork) { isWorking = false }

    /// Does here and now all that should be written.
    public mutating func settle() throws(LongTailError) {
        while let work = nextWork() { try finish(work) }
    }

    /// Writes everything that is in memory.
    public mutating func flush() throws(LongTailError) {
        try settle()
        guard !memory.isEmpty, !isWorking else { return }
        freeze()
        try settle()
    }

    private mutating func finish(_ work: TailWork) throws(LongTailError) {
        do throws(LongTailError) {
            complete(work, try work.run())
        } catch {
            abandon(work)
            throw error
        }
    }

    // MARK: Forgetting

    /// Deletes the segments whose documents are all older than the retention.
    public mutating func expire(at milliseconds: Int64) {
        let cutoff = milliseconds - configuration.retentionMilliseconds
        while let oldest = segments.first, oldest.header.newestMilliseconds < cutoff {
            TailDirectory.remove(oldest.path)
            segments.removeFirst()
        }
    }

    /// Gives up every segment and all memory that reaches above `number`, as when the documents behind
    /// them were lost. ``last`` then says from where to append again.
    public mutating func removeAll(above number: DocumentNumber) {
        if last > number {
            memory = TailMemory()
            frozen = nil
        }
        while let newest = segments.last, newest.header.last > number.rawValue {
            TailDirectory.remove(newest.path)
            segments.removeLast()
        }
        newestMilliseconds = segments.last?.header.newestMilliseconds ?? .min / 4
    }
}
