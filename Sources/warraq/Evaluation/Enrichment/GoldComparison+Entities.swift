extension GoldComparison {
    var people: GoldPart {
        compare("people", gold.people, ours.people) { asked, found in
            var problems = Self.differ(
                "honorifics", asked.honorifics.sorted(), found.honorifics.sorted())
            for title in asked.titles
            where !found.titles.contains(where: { Self.isSame($0, title) }) {
                problems.append("has no role \(title); has \(found.titles)")
            }
            problems += Self.unmatched(asked.offices, in: found.offices, "office")
            problems += Self.unmatched(asked.implied, in: found.implied, "implied subject of")
            let offices = asked.offices + asked.optionalOffices
            let known = offices + asked.implied + asked.mentions
            problems += Self.unmatched(
                found.offices + found.implied, in: known, "beyond the gold:")
            return problems
        }
    }

    /// Offices whose holders this text does not name.
    var offices: GoldPart {
        var part = GoldPart("offices without holders")
        for office in gold.offices {
            guard let span = office.mentions.first else { continue }
            guard let found = Self.likest(ours.offices, to: span, at: Self.place) else {
                part.missing(span.text)
                continue
            }
            part.found(
                span.text,
                problems: Self.place(found).isSamePlace(as: span)
                    ? [] : ["cut as \(Self.place(found).text)"])
        }
        let known = gold.offices.flatMap(\.mentions)
        for office in ours.offices
        where !known.contains(where: { $0.overlap(with: Self.place(office)) > 0 }) {
            part.add(beyond: Self.place(office).text)
        }
        return part
    }

    var organisations: GoldPart {
        compare("organisations", gold.organisations, ours.organisations) { _, _ in [] }
    }

    var places: GoldPart {
        compare("places", gold.places, ours.places) { asked, found in
            let isURI = asked.ref.hasPrefix("https:")
            return
                (isURI || found.ref.hasPrefix("https:")
                ? Self.differ("id", asked.ref, found.ref) : [])
                + Self.differ("kind", asked.kind, found.kind)
                + Self.differ("country", asked.country, found.country)
                + Self.far("latitude", asked.latitude, found.latitude)
                + Self.far("longitude", asked.longitude, found.longitude)
                + Self.differ("role", asked.role, found.role)
                + Self.differ("near", asked.near, found.near)
                + Self.differ("city", asked.resolvedName, found.resolvedName)
        }
    }

    private static func compareNames(
        _ asked: RecordView.Entity, _ found: RecordView.Entity
    ) -> [String] {
        isSame(asked.name, found.name) ? [] : ["name \(found.name)"]
    }

    private func compare(
        _ name: String, _ asked: [RecordView.Entity], _ found: [RecordView.Entity],
        more: (RecordView.Entity, RecordView.Entity) -> [String]
    ) -> GoldPart {
        var part = GoldPart(name)
        var taken = Set<String>()
        for entity in asked {
            let same = found.filter { Self.shared(entity, $0) > 0 }
                .sorted { Self.shared(entity, $0) > Self.shared(entity, $1) }
            guard let best = same.first else {
                part.missing(entity.name)
                continue
            }
            taken.formUnion(same.map(\.ref))
            var problems = Self.compareNames(entity, best)
            if same.count > 1 {
                problems.append("is several: \(same.map(\.name).joined(separator: ", "))")
            }
            if refs[best.ref] != entity.ref { problems.append("is one with another") }
            problems += Self.unmatched(entity.mentions, in: best.mentions, "mention")
            let others = asked.flatMap(\.mentions)
            problems += Self.unmatched(best.mentions, in: others, "beyond the gold:", loosely: true)
            part.found(entity.name, problems: problems + more(entity, best))
        }
        for entity in found where !taken.contains(entity.ref) {
            let words = entity.mentions.map(\.text).joined(separator: ", ")
            part.add(beyond: "\(entity.name) [\(words)]")
        }
        return part
    }

    /// A line for each of `asked` that is not among `found`.
    private static func unmatched(
        _ asked: [BodySpan], in found: [BodySpan], _ what: String, loosely: Bool = false
    ) -> [String] {
        asked.compactMap { span in
            if found.contains(where: { $0.isSamePlace(as: span) }) { return nil }
            guard let other = likest(found, to: span, at: { $0 }) else {
                return "\(what) \(span.text) at \(span.start)"
            }
            return loosely ? nil : "\(what) \(span.text) at \(span.start), cut as \(other.text)"
        }
    }

    private static func place(_ office: RecordView.Entity) -> BodySpan {
        office.mentions.first ?? BodySpan(start: 0, end: 0, text: "")
    }

    /// A problem if two coordinates are not the same to a hundredth of a degree.
    private static func far(_ what: String, _ asked: Double?, _ found: Double?) -> [String] {
        if let asked, let found, abs(asked - found) <= 0.01 { return [] }
        return differ(what, asked, found)
    }
}
