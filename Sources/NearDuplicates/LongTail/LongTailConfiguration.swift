/// What a ``LongTail`` keeps, for how long, and what it gives.
public struct LongTailConfiguration: Hashable, Sendable {
    /// Milliseconds after which a document is no longer found. Its space comes back when every document
    /// of its segment is as old.
    public var retentionMilliseconds: Int64 = 365 * 24 * 3_600_000
    /// Documents gathered in memory before they become a segment. About 700 bytes each.
    public var documentsInMemory = 16_384
    /// Neighbouring segments of about one size that become one.
    public var mergedSegments = 8
    /// Documents of a segment that is merged no further.
    public var largestSegment = 2_097_152
    /// Candidates given for one text, at most.
    public var maxCandidates = 16
    /// Estimated resemblance below which a document is no candidate. Below .5 by twice the estimate's
    /// standard deviation and more, so that texts of a true .5 are given.
    public var leastResemblance = 0.38

    /// The defaults: a year, segments of up to two million documents.
    public init() {}
}
