/// A body that a text names.
public struct Organisation: Hashable, Sendable {
    /// `org:` and the key form of the name, with hyphens: the same in every record.
    public let ref: String
    /// The fullest spelling, one with hamza before one without.
    public let name: String
    /// ISO 3166-1 codes of its countries, two for a joint body; empty if unknown.
    public let countries: [String]
    /// The noun that gave it away, as written; `nil` for a body known by its name.
    public let trigger: String?
    /// Where it stands.
    public let mentions: [TextSpan]
    /// Why the words were taken for a body.
    public let reason: Reason

    /// The surface forms of the mentions, each once, in order of appearance.
    public var variants: [String] { mentions.spellings }
}
