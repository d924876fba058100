/// One paragraph of a body.
public struct Paragraph: Hashable, Sendable {
    /// Number, from 1.
    public let n: Int
    /// First scalar in the body.
    public let start: Int
    /// Behind the last scalar in the body.
    public let end: Int
    /// First scalar in the decoded input; `nil` if the text has no single place there.
    public let rawStart: Int?
    /// Behind the last scalar in the decoded input; `nil` together with `rawStart`.
    public let rawEnd: Int?

    /// Creates a paragraph.
    public init(n: Int, start: Int, end: Int, rawStart: Int? = nil, rawEnd: Int? = nil) {
        self.n = n
        self.start = start
        self.end = end
        self.rawStart = rawStart
        self.rawEnd = rawEnd
    }
}
