/// A run of words that stands in both texts.
public struct Passage: Hashable, Sendable {
    /// What a shared run says about the texts.
    public enum Kind: String, Hashable, Sendable {
        /// Long enough that one text took it from the other, or both from a third.
        case copied
        /// A name, a title, a set phrase: shorter than reuse, or in everyone's texts.
        case formulaic
    }

    /// Offset of the first word in the first text.
    public let aStart: Int
    /// Offset after the last word in the first text.
    public let aEnd: Int
    /// Offset of the first word in the second text.
    public let bStart: Int
    /// Offset after the last word in the second text.
    public let bEnd: Int
    /// Whether the run is reuse.
    public let kind: Kind
    /// Words in common, in order.
    public let matchedTokens: Int
    /// Twice the words in common over the words of both runs: 1 for a run copied unchanged.
    public let dice: Double
}

extension Passage {
    /// The passage as seen from the second text.
    var mirrored: Passage {
        Passage(
            aStart: bStart, aEnd: bEnd, bStart: aStart, bEnd: aEnd, kind: kind,
            matchedTokens: matchedTokens, dice: dice)
    }
}
