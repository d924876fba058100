/// A piece of a body.
public struct TextSpan: Hashable, Sendable {
    /// Where it starts, in Unicode scalars of the body.
    public let start: Int
    /// Where it ends, half open.
    public let end: Int
    /// The number of the paragraph that holds it, from 1.
    public let paragraph: Int
    /// Its words, as the body has them.
    public let text: String
}

/// Why something was found: what `warraq explain` shows a person.
public struct Reason: Hashable, Sendable {
    /// The rule, by a name that stays: `person.titleName`.
    public let rule: String
    /// The words that made it apply; `nil` where they are the finding itself.
    public let words: TextSpan?

    /// A rule that the finding's own words made apply, or these.
    init(_ rule: String, _ words: TextSpan? = nil) {
        self.rule = rule
        self.words = words
    }
}
