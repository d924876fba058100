/// Finds page headlines that speak of one event.
struct HeadlineGrouper: Sendable {
    /// The groups of a page's headlines, by their words.
    func groups(of headlines: [NewsText]) -> [HeadlineGroup] { [] }
}
