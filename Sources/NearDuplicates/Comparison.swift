/// How the second of two compared texts relates to the first.
public enum TextRelation: String, Hashable, Sendable {
    /// The same words in the same order.
    case exact
    /// Nearly the same words and the same numbers; paragraphs may have moved.
    case near
    /// The second contains most of the first, which is shorter, and has its numbers.
    case contains
    /// The second, which is shorter, is mostly contained in the first, which has its numbers.
    case containedIn
    /// They share a passage of 12 words or more.
    case reuses

    /// The relation as of the first text to the second.
    public var mirrored: TextRelation {
        switch self {
        case .contains: .containedIn
        case .containedIn: .contains
        case .exact, .near, .reuses: self
        }
    }
}

/// What two texts have in common.
public struct Comparison: Hashable, Sendable {
    /// How the second text relates to the first; `nil` if it does not.
    public let relation: TextRelation?
    /// The share of the first text's words that stand in copied passages, 0 to 1.
    public let coverageA: Double
    /// The share of the second text's words that stand in copied passages, 0 to 1.
    public let coverageB: Double
    /// Words in copied passages over the words of both texts together, each shared one counted
    /// once, 0 to 1.
    public let resemblance: Double
    /// The share of the shorter text's numbers that stand against the same number in the other, among
    /// those that stand against any, 0 to 1; 1 if none does or nothing is shared. If less than half of the longer text is
    /// shared, only numbers in copied passages and within 8 words of them count.
    public let numbersAgree: Double
    /// The shared runs, in the order of the second text.
    public let passages: [Passage]
}
