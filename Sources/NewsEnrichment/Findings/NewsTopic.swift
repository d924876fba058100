/// What an article is about, as an IPTC Media Topic.
public struct NewsTopic: Hashable, Sendable {
    /// How much of the article it is.
    public enum Relation: String, Hashable, Sendable {
        case about, mentions
    }

    /// Eight digits: `20000133`.
    public let code: String
    /// Our Arabic label.
    public let name: String
    /// Whether the article is about it.
    public let relation: Relation
    /// 10 to 90, coarse: 80 and 90 main, 50 and 60 second, 10 and 20 passing.
    public let relevance: Int
    /// Why: the weightiest words.
    public let reason: Reason
}

/// What is understood of a page headline that is not the article's.
public struct PageHeadlineTopic: Hashable, Sendable {
    /// What a headline announces, if not plain news.
    public enum Genre: String, Hashable, Sendable {
        case pressReview, forecast, opinion, analysis
    }

    /// The headline's number on the page.
    public let headline: Int
    /// Code of the top-level Media Topic; `nil` where unsure.
    public let code: String?
    /// What it announces; `nil` for news, or where unsure.
    public let genre: Genre?
}

/// Page headlines that speak of one event.
public struct HeadlineGroup: Hashable, Sendable {
    /// How they stand to each other, with ninjs `rel` as raw value.
    public enum Relation: String, Hashable, Sendable {
        /// The same words.
        case nearDuplicate = "nearDuplicateOf"
        /// One event in other words.
        case sameStory
    }

    /// How they stand to each other.
    public let relation: Relation
    /// Their numbers on the page, rising, at least two.
    public let headlines: [Int]
}

/// A phrase that tells what an article is about.
public struct Keyphrase: Hashable, Sendable {
    /// The phrase, where it stands.
    public let span: TextSpan
    /// The name of the rule that found it.
    let rule: String

    /// Why.
    public var reason: Reason { Reason(rule, span) }
}
