internal import ArabicText

/// A record of ours held against the gold's of the same article, as its README says: ids that are no
/// URIs by the mentions they join, names by key form, the rest as it stands.
struct GoldComparison {
    let gold: RecordView
    let ours: RecordView
    /// The gold's ref of each of our people, bodies and places.
    let refs: [String: String]

    init(of ours: RecordView, with gold: RecordView) {
        self.gold = gold
        self.ours = ours
        var refs: [String: String] = [:]
        for (asked, found) in [
            (gold.people, ours.people), (gold.organisations, ours.organisations),
            (gold.places, ours.places), (gold.offices, ours.offices),
        ] {
            for entity in asked {
                for other in found where Self.shared(entity, other) > 0 {
                    if refs[other.ref] == nil { refs[other.ref] = entity.ref }
                }
            }
        }
        self.refs = refs
    }

    /// Every part that one record alone has.
    var parts: [GoldPart] {
        [
            text, people, offices, organisations, places, times, quotations, quotedTitles, events,
            recommendations, topics, headlineTopics, headlineTimes,
        ]
    }

    /// Title and body: every offset counts in it.
    private var text: GoldPart {
        var part = GoldPart("text")
        part.found(
            "body of \(gold.body.unicodeScalars.count) scalars",
            problems: gold.body == ours.body ? [] : ["is another; no offset can be trusted"])
        part.found(
            "title \(gold.title ?? "none")",
            problems: gold.title == ours.title ? [] : [ours.title ?? "none"])
        return part
    }

    // MARK: Aids

    /// How many mentions of `one` the mentions of `other` overlap.
    static func shared(_ one: RecordView.Entity, _ other: RecordView.Entity) -> Int {
        one.mentions.count { mention in
            other.mentions.contains { $0.overlap(with: mention) > 0 }
        }
    }

    /// Whether two texts are the same in key form.
    static func isSame(_ one: String?, _ other: String?) -> Bool {
        one.map(KeyForm.of) == other.map(KeyForm.of)
    }

    /// A problem if two values are not the same.
    static func differ<Value: Equatable>(
        _ what: String, _ asked: Value?, _ found: Value?
    ) -> [String] {
        guard asked != found else { return [] }
        return [
            "\(what) \(found.map { "\($0)" } ?? "none"), not \(asked.map { "\($0)" } ?? "none")"
        ]
    }

    /// The finding that lies over `span` most.
    static func likest<Finding>(
        _ findings: [Finding], to span: BodySpan, at place: (Finding) -> BodySpan
    ) -> Finding? {
        findings.filter { place($0).overlap(with: span) > 0 }
            .max { place($0).likeness(to: span) < place($1).likeness(to: span) }
    }
}
