public import ArabicDates

/// What was understood of one article without looking at any other.
public struct Findings: Hashable, Sendable {
    /// The times that the body speaks of, in its order.
    public let times: [TimeMention]
    /// The times in the page's headlines that are not the article's, in page order.
    public let pageHeadlineTimes: [PageHeadlineTime]

    /// Findings of these parts.
    public init(times: [TimeMention], pageHeadlineTimes: [PageHeadlineTime]) {
        self.times = times
        self.pageHeadlineTimes = pageHeadlineTimes
    }
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
