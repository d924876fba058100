/// Whether a body can be trusted to be the article.
public enum ExtractionQuality: Hashable, Sendable {
    /// Why a body is not to be trusted.
    public enum Doubt: String, Hashable, Sendable, CaseIterable {
        /// So few words that the text itself was probably missed.
        case littleText
        /// The rules found no body: the page's largest text stands in for it.
        case fallback
        /// The page was cut at a bound of size or depth.
        case truncated
        /// The bytes were text only in part.
        case damagedText
    }

    /// Nothing speaks against it.
    case good
    /// Publish with a mark.
    case low([Doubt])
}
