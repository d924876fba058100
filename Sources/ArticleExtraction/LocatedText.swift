/// A text in display form and where it was found.
public struct LocatedText: Hashable, Sendable {
    /// Who said it.
    public enum Origin: Hashable, Sendable {
        /// The page, feed or JSON item itself.
        case page
        /// The header that came with it.
        case header
    }

    /// The text in display form.
    public let value: String
    /// First scalar in the decoded input; `nil` if it is not a piece of it.
    public let rawStart: Int?
    /// Behind the last scalar in the decoded input; `nil` together with `rawStart`.
    public let rawEnd: Int?
    /// Who said it.
    public let origin: Origin

    /// Creates a text found at `rawStart` to `rawEnd`.
    public init(
        _ value: String, rawStart: Int? = nil, rawEnd: Int? = nil, origin: Origin = .page
    ) {
        self.value = value
        self.rawStart = rawStart
        self.rawEnd = rawEnd
        self.origin = origin
    }
}
