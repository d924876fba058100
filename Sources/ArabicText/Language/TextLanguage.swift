/// The language of a text.
public struct TextLanguage: Hashable, Sendable {
    /// A BCP 47 tag such as `ar`, `ckb` or `fr`; `und` where nothing speaks for one language.
    public let tag: String
    /// The variety within the language, such as `ar-MA` or `ary`; the tag itself if none shows.
    public let variety: String
    /// What decided, as words of the text: those of the variety first, then those of the language.
    public let evidence: [String]

    /// Makes a language.
    public init(tag: String, variety: String, evidence: [String]) {
        self.tag = tag
        self.variety = variety
        self.evidence = evidence
    }

    /// No language known.
    public static let unknown = TextLanguage(tag: "und", variety: "und", evidence: [])
}
