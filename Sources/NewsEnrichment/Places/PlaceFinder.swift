/// Finds the places that an article names.
struct PlaceFinder: Sendable {
    /// What may be places, before names of people and bodies are known.
    func candidates(in words: ArticleWords) -> [PlaceCandidate] { [] }

    /// The places among `candidates`, without those inside the names of `findings`.
    ///
    /// Adds to `findings` the places and where the article is located.
    func find(
        in words: ArticleWords, candidates: [PlaceCandidate], findings: inout Findings
    ) {}
}

/// Words that may name a place.
struct PlaceCandidate: Hashable, Sendable {
    /// The words of the body.
    let words: Range<Int>
    /// How many letters of the first word are proclitics.
    let cut: Int
}
