/// Finds the people and bodies that an article names, and the offices it speaks of.
///
/// Bodies first, for their names may hold those of people; then people by what announces them and by
/// names that are known; then every word of theirs that stands alone.
struct NameFinder: Sendable {
    private let bodies = KnownBodies.shared
    private let countries = CountryWords.shared

    /// Adds to `findings` people, offices and organisations.
    func find(
        in words: ArticleWords, places: [PlaceCandidate], known: KnownNames = .none,
        findings: inout Findings
    ) {
        let text = words.body
        let names = NameReader(text: text)
        var organisations = OrganisationScanner(
            names: names, places: places, bodies: bodies)
        organisations.scan()
        var people = PersonScanner(
            names: names, organisations: organisations.mentions, places: places, known: known)
        people.scan()
        let bodies = OrganisationMerger(
            text: text, mentions: organisations.mentions, stems: organisations.stems,
            countries: countries
        ).merged()
        let repeats = NameRepeats(text: text, mentions: people.mentions)
        let merger = PersonMerger(
            text: text,
            mentions: repeats.added(organisations: organisations.mentions),
            lonely: people.lonely, organisations: organisations.mentions,
            organisationStems: organisations.stems, refs: bodies.refs)
        (findings.people, findings.offices) = merger.merged()
        findings.organisations = bodies.organisations
    }
}
