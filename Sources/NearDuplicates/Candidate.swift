/// A document that may share text with the one looked up.
public struct Candidate: Hashable, Sendable {
    /// The document.
    public let number: DocumentNumber
    /// Whether it has the same words in the same order: nothing is left to verify.
    public let isExactCopy: Bool
    /// Keys in common that are neither stop keys nor furniture; of a text with very many postings, only
    /// those of the rarest keys are counted.
    public let sharedKeys: Int
}

/// What an index knows about a text.
public struct IndexAnswer: Hashable, Sendable {
    /// The best candidates: exact copies first, oldest first among them, then by how many keys they
    /// share and how rare those are.
    public let candidates: [Candidate]
    /// The text's keys, rising, that are stop keys or furniture now. Passages made of nothing else are
    /// formulaic: hand them to ``TextComparer/compare(_:_:commonKeys:)``.
    public let commonKeys: [UInt64]
}
