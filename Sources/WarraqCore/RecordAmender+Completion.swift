internal import ArabicDates

extension RecordAmender {
    /// Fills in what a related record gives, and says from which.
    public mutating func fill(_ completion: Completion) {
        let basis = "relation:\(completion.source)"
        if let days = completion.published {
            set(
                [
                    ("notBefore", days.lowerBound.description),
                    ("notAfter", days.upperBound.description), ("basis", basis),
                ], of: "published", order: Self.publishedOrder)
        }
        for (number, person) in completion.offices {
            set(
                [("resolved", person), ("basis", basis)], ofElement: number, of: "roleMentions",
                order: ["start", "end", "paragraph", "text", "ref", "org", "resolved", "basis"])
        }
        for (number, dates) in completion.times {
            let standalone = value(ofElement: number, of: "times")
            var members = dates.members
            members += [("anchor", "published")]
            if let standalone { members.append(("standalone", standalone)) }
            members.append(("rule", basis))
            set(members, ofElement: number, of: "times", order: Self.timeOrder)
        }
        for (number, dates) in completion.events {
            let standalone = value(ofElement: number, of: "events")
            var members = dates.members
            if dates.areDays {
                // As where the text itself has the year: days need no value.
                members.removeAll { $0.name.description == "value" }
                remove("value", ofElement: number, of: "events")
            } else {
                members.removeAll { $0.name.description != "value" }
            }
            if let standalone { members.append(("standalone", standalone)) }
            set(members, ofElement: number, of: "events", order: Self.eventOrder)
        }
    }

    private static let publishedOrder: [StaticString] = [
        "date", "precision", "text", "rawStart", "rawEnd", "timeZone", "notBefore", "notAfter",
        "standalone", "basis",
    ]
    private static let timeOrder: [StaticString] = [
        "start", "end", "paragraph", "text", "type", "value", "mod", "from", "to", "anchor",
        "standalone", "rule",
    ]
    private static let eventOrder: [StaticString] = [
        "id", "name", "series", "ordinal", "from", "to", "value", "mod", "standalone",
    ]
}

extension Completion.Dates {
    fileprivate var members: [(name: StaticString, value: String)] {
        [("value", value), ("from", from), ("to", to)].compactMap { name, value in
            value.map { (name, $0) }
        }
    }
}
