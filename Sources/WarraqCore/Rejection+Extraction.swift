public import ArticleExtraction

extension Rejection {
    /// What a sender is told about an extraction that found no article.
    public init(_ error: ExtractionError) {
        self =
            switch error {
            case .notText(let unreadable): .notText(unreadable: unreadable)
            case .empty: .empty
            case .unsupported(let contentType): .unsupported(contentType: contentType)
            case .tooManyItems(let limit): .tooManyItems(limit: limit)
            }
    }
}
