internal import ArticleExtraction
internal import NearDuplicates
internal import NewsEnrichment
internal import WarraqCore

/// One article of a payload, cleaned and fingerprinted: all that needs no other article.
struct PreparedArticle: Sendable {
    let uri: ArticleURI
    let header: ArticleHeader
    let article: CleanArticle
    let host: NewsHost
    let url: CanonicalURL?
    let text: TokenizedText
    let fingerprint: Fingerprint
    /// What an index that remembers older texts knows it by.
    let sketch: ResemblanceSketch?
    let headlines: [PreparedHeadline]
}

/// A page headline with what tells it from others.
struct PreparedHeadline: Sendable {
    let uri: ArticleURI
    let text: String
    let language: String
}

/// An input on its way through the serial stages.
struct PreparedPayload: Sendable {
    /// What the input turned out to be.
    enum Content: Sendable {
        case articles([PreparedArticle])
        case refused(Rejection, header: [UInt8], body: [UInt8])
    }

    let number: Int
    let submission: Submission
    let payload: ArticleURI
    let content: Content
    /// The names that were known when it was admitted.
    let known: KnownNames
}
