public import NearDuplicates

extension Relation.Kind {
    /// What a comparison says of the later text.
    public init(_ relation: TextRelation) {
        self =
            switch relation {
            case .exact: .exactCopyOf
            case .near: .nearDuplicateOf
            case .contains: .contains
            case .containedIn: .containedIn
            case .reuses: .reuses
            }
    }

    /// The stronger a relation, the lower.
    public var rank: Int {
        switch self {
        case .exactCopyOf: 0
        case .nearDuplicateOf: 1
        case .updates: 2
        case .contains, .containedIn: 3
        case .reuses: 4
        }
    }
}
