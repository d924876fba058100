/// A document of the long tail that resembles the one looked up.
public struct TailCandidate: Hashable, Sendable {
    /// The document.
    public let number: DocumentNumber
    /// When it came, from the origin that appending uses.
    public let milliseconds: Int64
    /// Whether it has the same words in the same order: certain, not estimated.
    public let isExactCopy: Bool
    /// The Jaccard resemblance of both texts' five-word shingles, estimated, with a standard deviation
    /// of at most .045; 1 for an exact copy.
    public let resemblance: Double
    /// Whether both texts have the same numbers, each as often, in any order. One template with other
    /// numbers is another text, however much it resembles this one.
    public let hasSameNumbers: Bool
    /// Words in the document.
    public let tokenCount: Int

    /// Exact copies first, then the more alike, of equals the older.
    static func isBefore(_ left: TailCandidate, _ right: TailCandidate) -> Bool {
        if left.isExactCopy != right.isExactCopy { return left.isExactCopy }
        if left.resemblance != right.resemblance { return left.resemblance > right.resemblance }
        return left.number < right.number
    }
}
