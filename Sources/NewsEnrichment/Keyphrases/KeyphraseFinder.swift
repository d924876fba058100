/// Finds the phrases that tell what an article is about.
struct KeyphraseFinder: Sendable {
    /// Adds to `findings` the keyphrases.
    func find(in words: ArticleWords, findings: inout Findings) {}
}
