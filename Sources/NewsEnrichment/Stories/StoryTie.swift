/// How an article's text stands to an earlier text: what may tie it to that one's story.
public struct StoryTie: Hashable, Sendable {
    /// What the two texts are to each other.
    public enum Kind: Hashable, Sendable {
        /// The same words, or nearly.
        case copy
        /// New text under the same address.
        case update
        /// One holds most of the other.
        case contains
        /// A passage stands in both.
        case reuses
    }

    /// The story of the earlier text.
    public let story: StoryNumber
    /// What the two are to each other.
    public let kind: Kind
    /// The share of this text's words that stand in the other, 0 to 1.
    public let coverageHere: Double
    /// The share of the other's words that stand in this.
    public let coverageThere: Double

    /// A tie of these values.
    public init(
        story: StoryNumber, kind: Kind, coverageHere: Double, coverageThere: Double
    ) {
        self.story = story
        self.kind = kind
        self.coverageHere = coverageHere
        self.coverageThere = coverageThere
    }

    /// Whether the texts are so much the same that they are one story, whatever else they say.
    ///
    /// A brief that stands whole in a long round-up is not enough: the round-up holds briefs of other
    /// stories too, and would join them.
    var joins: Bool {
        let (most, least) = (
            max(coverageHere, coverageThere), min(coverageHere, coverageThere)
        )
        return switch kind {
        case .copy: true
        case .update: most >= 0.5
        case .contains, .reuses: most >= 0.5 && least >= 0.25
        }
    }

    /// Whether the texts share enough to look closer.
    var suggests: Bool { kind == .update || max(coverageHere, coverageThere) >= 0.25 }

    /// Whether this text says little that the other does not: it is no second source.
    var repeats: Bool {
        switch kind {
        case .copy: true
        case .contains: true
        case .update, .reuses: max(coverageHere, coverageThere) >= 0.5
        }
    }
}

/// A story's number in an index, rising from 1 in the order of their beginnings.
public struct StoryNumber: Hashable, Comparable, Sendable {
    /// The number.
    public let rawValue: Int

    /// The story with this number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Whether one story began before another.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Where an article found its place.
public struct StoryPlace: Hashable, Sendable {
    /// The story.
    public let story: StoryNumber
    /// What names the story for good.
    public let id: UInt64
    /// How many articles it has, this one counted.
    public let articleCount: Int
    /// How many of them are texts of their own.
    public let independentCount: Int
    /// The records that an article of the story points to: its first, then those nearest to this one.
    /// Empty for an article that began a story.
    public let records: [Int]
    /// Whether this is a text of its own.
    public let isIndependent: Bool
}
