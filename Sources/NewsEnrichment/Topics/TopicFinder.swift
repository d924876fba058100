/// Finds what an article and a page's headlines are about.
struct TopicFinder: Sendable {
    /// Adds to `findings` the topics of the article and of the page headlines.
    func find(in words: ArticleWords, headlines: [NewsText], findings: inout Findings) {}
}
