public import ArabicDates

/// What was understood of one article without looking at any other. Lists are in the order of the
/// body; an empty one says "none".
public struct Findings: Hashable, Sendable {
    /// The times that the body speaks of.
    public internal(set) var times: [TimeMention] = []
    /// The times in the page's headlines that are not the article's, in page order.
    public internal(set) var pageHeadlineTimes: [PageHeadlineTime] = []
    /// The people that it names.
    public internal(set) var people: [Person] = []
    /// Offices whose holders it does not name.
    public internal(set) var offices: [OfficeMention] = []
    /// Verbs whose unstated subject is one of ``people``.
    public internal(set) var impliedSubjects: [ImpliedSubject] = []
    /// The bodies that it names.
    public internal(set) var organisations: [Organisation] = []
    /// The places that it names.
    public internal(set) var places: [Place] = []
    /// Where it was written or what it reports took place, if the text says so.
    public internal(set) var located: String?
    /// What it reports people to have said.
    public internal(set) var quotations: [Quotation] = []
    /// Words in quotation marks that nobody says.
    public internal(set) var quotedTitles: [QuotedTitle] = []
    /// What happens in it, main events first.
    public internal(set) var events: [NewsEvent] = []
    /// What is to be done.
    public internal(set) var recommendations: [Recommendation] = []
    /// What it is about, weightiest first.
    public internal(set) var topics: [NewsTopic] = []
    /// What the page's headlines are about, in page order.
    public internal(set) var pageHeadlineTopics: [PageHeadlineTopic] = []
    /// Page headlines of one event each.
    public internal(set) var pageHeadlineGroups: [HeadlineGroup] = []
    /// Phrases that tell what it is about, weightiest first.
    public internal(set) var keyphrases: [Keyphrase] = []

    /// What its story is found by.
    public internal(set) var storyFeatures = StoryFeatures()

    /// Nothing understood.
    public init() {}
}

/// A time that a body speaks of.
public struct TimeMention: Hashable, Sendable {
    /// What it says and where; offsets are scalars into the body.
    public let expression: TimeExpression
    /// The number of the paragraph that holds it.
    public let paragraph: Int
    /// Its words.
    public let text: String

    /// A mention of these values.
    public init(expression: TimeExpression, paragraph: Int, text: String) {
        self.expression = expression
        self.paragraph = paragraph
        self.text = text
    }
}

/// A time in a page headline.
public struct PageHeadlineTime: Hashable, Sendable {
    /// The headline's number on the page.
    public let headline: Int
    /// What it says; offsets are scalars into the headline's text.
    public let expression: TimeExpression
    /// Its words.
    public let text: String
    /// Where it begins in the decoded input.
    public let rawStart: Int
    /// Where it ends in the decoded input.
    public let rawEnd: Int

    /// A time of these values.
    public init(
        headline: Int, expression: TimeExpression, text: String, rawStart: Int, rawEnd: Int
    ) {
        self.headline = headline
        self.expression = expression
        self.text = text
        self.rawStart = rawStart
        self.rawEnd = rawEnd
    }
}
