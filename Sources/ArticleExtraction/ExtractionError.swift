/// Why no article came out of a payload.
public enum ExtractionError: Error, Hashable, Sendable {
    /// The bytes are not text; `unreadable` is the share of them, 0 to 1, that no charset reads.
    case notText(unreadable: Double)
    /// There is no text in it, or none that could be an article.
    case empty
    /// The content type is one that holds no article, as an image.
    case unsupported(contentType: String)
    /// The payload holds more articles than are taken out of one.
    case tooManyItems(limit: Int)
}
