/// Finds the people and bodies that an article names, and the offices it speaks of.
struct NameFinder: Sendable {
    /// Adds to `findings` people, offices and organisations.
    func find(
        in words: ArticleWords, places: [PlaceCandidate], findings: inout Findings
    ) {}
}
