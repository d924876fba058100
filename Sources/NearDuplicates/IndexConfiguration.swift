/// What an index keeps, and for how long.
public struct IndexConfiguration: Hashable, Sendable {
    /// Milliseconds after which a document is forgotten. One of exactly this age is still found.
    public var windowMilliseconds: Int64 = 30 * 24 * 3_600_000
    /// Documents kept at most; the oldest go first.
    public var maxDocuments = 1_000_000
    /// A key found in this many live documents is a stop key: it counts for nothing.
    public var stopPostings = 50
    /// A key seen this often on one host within ``furnitureMilliseconds``, the text looked up
    /// included, is page furniture: it counts for nothing.
    public var furnitureSightings = 5
    /// The time within which sightings on one host make a key furniture.
    public var furnitureMilliseconds: Int64 = 7 * 24 * 3_600_000
    /// Candidates given for one text, at most.
    public var maxCandidates = 16
    /// The latest documents that ``NearDuplicateIndex/rollback(to:)`` can take back. Costs about
    /// 600 bytes each.
    public var rollbackDepth = 8_192

    /// The defaults: 30 days, a million documents.
    public init() {}
}
