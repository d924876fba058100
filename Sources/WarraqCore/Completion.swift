internal import ArabicDates

/// What a related record gives one that lacks it: never anything the page itself said.
///
/// Only texts that share copied passages are asked, and only what their own words agree on is taken: a
/// year where month and day are known and fit, the holder of an office where one person only holds it.
/// One function for both orders of arrival.
public struct Completion: Hashable, Sendable {
    /// A time or an event's dates with the year.
    struct Dates: Hashable, Sendable {
        let value: String
        let from: String?
        let to: String?

        /// Whether days are known, not only a month.
        var areDays: Bool {
            value.split(separator: "/").allSatisfy { $0.utf8.count == 10 } && from != nil
        }
    }

    /// The record that gave it.
    public let source: ArticleURI
    /// Between which days it was published.
    let published: ClosedRange<CivilDate>?
    /// Its times by their number in the record.
    let times: [Int: Dates]
    /// Its events by their number in the record.
    let events: [Int: Dates]
    /// Holders of its offices, by the number of the mention.
    let offices: [Int: String]

    /// What `giver`, the record `source`, gives to `record`; `nil` for nothing.
    ///
    /// - Parameter relation: How the record stands to the giver.
    public init?(
        of record: RecordFacts, from giver: RecordFacts, source: ArticleURI, relation: Relation
    ) {
        switch relation.kind {
        case .exactCopyOf, .nearDuplicateOf, .contains, .containedIn: break
        case .reuses, .updates: return nil
        }
        self.source = source
        let years = YearCompletion(of: record, from: giver, passages: relation.passages)
        published = years?.published
        times = years?.times ?? [:]
        events = record.events.enumerated().reduce(into: [:]) { events, event in
            guard let value = event.element.value, value.utf8.contains(UInt8(ascii: "X")),
                let time = record.times.firstIndex(where: { $0.value == value })
            else { return }
            events[event.offset] = years?.times[time]
        }
        offices = Self.holders(of: record, in: giver)
        guard !fields.isEmpty else { return nil }
    }

    /// The members of `enrichment` that it fills, in their order.
    public var fields: [String] {
        [
            ("published", published == nil), ("roleMentions", offices.isEmpty),
            ("times", times.isEmpty), ("events", events.isEmpty),
        ].compactMap { $0.1 ? nil : $0.0 }
    }

    private static func holders(of record: RecordFacts, in giver: RecordFacts) -> [Int: String] {
        // An office changes hands: what was copied long after says nothing of its holder then.
        if let one = record.published, let other = giver.published,
            abs(one.dayNumber - other.dayNumber) > 60
        {
            return [:]
        }
        var found: [Int: String] = [:]
        for (number, office) in record.offices.enumerated() where !office.isResolved {
            let persons = Set(giver.holders.filter { $0.key.means(office.key) }.map(\.person))
            if persons.count == 1 { found[number] = persons.first }
        }
        return found
    }
}
