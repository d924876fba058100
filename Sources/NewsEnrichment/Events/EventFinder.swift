/// Finds what happens at a time and a place.
struct EventFinder: Sendable {
    /// Adds to `findings` the events, and makes their places event places.
    func find(in words: ArticleWords, findings: inout Findings) {}
}
