/// Finds what is to be done, by those who met or decided.
struct RecommendationFinder: Sendable {
    /// Adds to `findings` the recommendations.
    func find(in words: ArticleWords, findings: inout Findings) {}
}
