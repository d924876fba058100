/// How one record's text stands to another's, as the record says it.
public struct Relation: Hashable, Sendable {
    /// The kind, with ninjs `rel` as its raw value.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The same words.
        case exactCopyOf
        /// Nearly the same words.
        case nearDuplicateOf
        /// This text holds most of the other.
        case contains
        /// The other holds most of this text.
        case containedIn
        /// A passage stands in both.
        case reuses
        /// New text under the same URL.
        case updates

        /// What ninjs wants as the association's name, for a person.
        var title: String {
            switch self {
            case .exactCopyOf: "exact copy"
            case .nearDuplicateOf: "near duplicate"
            case .contains, .containedIn, .reuses: "shared passages"
            case .updates: "earlier text"
            }
        }
    }

    /// A run of words that stands in both texts. Offsets are scalars into the two bodies.
    public struct Passage: Hashable, Sendable {
        /// Where it lies in this body.
        public let here: Range<Int>
        /// Where it lies in the other body.
        public let there: Range<Int>
        /// Whether it is a name, a title or a set phrase, which says nothing about copying.
        public let isFormulaic: Bool
        /// Words in common.
        public let matchedTokens: Int
        /// 2 × the words in common over the words of both runs, 0 to 1.
        public let dice: Double

        /// A passage of these values.
        public init(
            here: Range<Int>, there: Range<Int>, isFormulaic: Bool, matchedTokens: Int, dice: Double
        ) {
            self.here = here
            self.there = there
            self.isFormulaic = isFormulaic
            self.matchedTokens = matchedTokens
            self.dice = dice
        }
    }

    /// The other record.
    public let uri: ArticleURI
    /// How this text stands to the other.
    public let kind: Kind
    /// Words of the copied passages over the words of this body, 0 to 1.
    public let coverageHere: Double
    /// The same over the words of the other body.
    public let coverageThere: Double
    /// The passages, in the order of this body.
    public let passages: [Passage]
    /// The record whose text was published first, if one can be named: this one, the other, or of
    /// several copies a third.
    public let original: ArticleURI?

    /// A relation of these values.
    public init(
        uri: ArticleURI, kind: Kind, coverageHere: Double, coverageThere: Double,
        passages: [Passage], original: ArticleURI? = nil
    ) {
        self.uri = uri
        self.kind = kind
        self.coverageHere = coverageHere
        self.coverageThere = coverageThere
        self.passages = passages
        self.original = original
    }

    /// The same relation with the original named.
    public func naming(_ original: ArticleURI?) -> Relation {
        Relation(
            uri: uri, kind: kind, coverageHere: coverageHere, coverageThere: coverageThere,
            passages: passages, original: original)
    }

    /// The relation as the other record says it, of this one, which is `uri`; `nil` if it says nothing of
    /// what came after it.
    public func mirrored(as uri: ArticleURI) -> Relation? {
        guard let kind = kind.mirrored else { return nil }
        let passages = passages.map { passage in
            Passage(
                here: passage.there, there: passage.here, isFormulaic: passage.isFormulaic,
                matchedTokens: passage.matchedTokens, dice: passage.dice)
        }
        return Relation(
            uri: uri, kind: kind, coverageHere: coverageThere, coverageThere: coverageHere,
            passages: passages.sorted { $0.here.lowerBound < $1.here.lowerBound },
            original: original)
    }
}

extension Relation.Kind {
    /// The same relation seen from the other text.
    fileprivate var mirrored: Relation.Kind? {
        switch self {
        case .contains: .containedIn
        case .containedIn: .contains
        case .exactCopyOf, .nearDuplicateOf, .reuses: self
        case .updates: nil
        }
    }
}
