public import ArticleExtraction
public import NearDuplicates
internal import WarraqCore

/// How one article's text stands to another's, for `warraq compare`.
public struct TextComparison: Sendable {
    /// The comparison of `first` (A) with `second` (B).
    public let comparison: Comparison

    /// Compares the clean bodies of two articles.
    public init(of first: CleanArticle, with second: CleanArticle) {
        comparison = TextComparer.compare(
            ArticleTokens.text(of: first), ArticleTokens.text(of: second))
    }

    /// The relation of B to A by its name in records; `none` if they share nothing.
    public var relation: String {
        switch comparison.relation {
        case .exact: Relation.Kind.exactCopyOf.rawValue
        case .near: Relation.Kind.nearDuplicateOf.rawValue
        case .contains: Relation.Kind.contains.rawValue
        case .containedIn: Relation.Kind.containedIn.rawValue
        case .reuses: Relation.Kind.reuses.rawValue
        case nil: "none"
        }
    }

    /// The JSON that `warraq compare --json` prints.
    public var json: [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        writer.object { object in
            object.member("relation", relation)
            object.member("coverageA", comparison.coverageA.roundedToTenThousandths)
            object.member("coverageB", comparison.coverageB.roundedToTenThousandths)
            object.member("resemblance", comparison.resemblance.roundedToTenThousandths)
            object.member("passages", comparison.passages) { array, passage in
                array.object { run in
                    run.member("aStart", passage.aStart)
                    run.member("aEnd", passage.aEnd)
                    run.member("bStart", passage.bStart)
                    run.member("bEnd", passage.bEnd)
                    run.member("kind", passage.kind == .formulaic ? "formulaic" : "copied")
                    run.member("matchedTokens", passage.matchedTokens)
                    run.member("dice", passage.dice.roundedToTenThousandths)
                }
            }
        }
        return writer.bytes
    }
}
