/// A headline on the page that is not the article's.
public struct PageHeadline: Hashable, Sendable {
    /// Number on the page, from 0.
    public let n: Int
    /// First scalar in the decoded input.
    public let rawStart: Int
    /// Behind the last scalar in the decoded input.
    public let rawEnd: Int
    /// The headline in display form.
    public let text: String

    /// Creates a page headline.
    public init(n: Int, rawStart: Int, rawEnd: Int, text: String) {
        self.n = n
        self.rawStart = rawStart
        self.rawEnd = rawEnd
        self.text = text
    }
}
