/// What the duplicate stage decided about one article.
public enum Verdict: Hashable, Sendable {
    /// A text not seen before, or the earlier publication of one that was. `relations` name texts it
    /// shares passages with, nearest first.
    case new(relations: [Relation])
    /// A copy. The first relation, `exactCopyOf` or `nearDuplicateOf`, names a record with the words.
    case duplicate(relations: [Relation])
    /// New text under a known URL. The first relation, `updates`, names the earlier text.
    case update(relations: [Relation])

    /// What the sender is told.
    public var outcome: Outcome {
        switch self {
        case .new: .new
        case .duplicate: .duplicate
        case .update: .update
        }
    }

    /// What the topic says.
    public var change: Topic.Change {
        switch self {
        case .new: .new
        case .duplicate: .duplicate
        case .update: .update
        }
    }

    /// The relations to other records.
    public var relations: [Relation] {
        switch self {
        case .new(let relations), .duplicate(let relations), .update(let relations): relations
        }
    }

    /// Whether the record goes out without a body: the words are the original's.
    public var isLight: Bool {
        if case .duplicate(let relations) = self {
            relations.first?.kind == .exactCopyOf
        } else {
            false
        }
    }
}
