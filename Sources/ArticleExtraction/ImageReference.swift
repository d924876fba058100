/// A picture of an article.
public struct ImageReference: Hashable, Sendable {
    /// Absolute address.
    public let url: String
    /// Caption in display form.
    public let caption: String?

    /// Creates a reference.
    public init(url: String, caption: String? = nil) {
        self.url = url
        self.caption = caption
    }
}
