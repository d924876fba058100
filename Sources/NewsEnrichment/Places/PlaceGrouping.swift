internal import ArabicText

/// Gathers the mentions of each place of a text.
struct PlaceGrouping {
    let gazetteer: Gazetteer
    let text: NewsText
    /// What the text says it was written at, or where its lead has its event.
    private(set) var located: String?
    private var found: [Found] = []
    private var hasLead = false

    /// A place and its mentions so far.
    private struct Found {
        let ref: String
        let name: String
        let kind: Place.Kind
        let country: CountryCode
        let point: Place.Point?
        let near: Place.Neighbour?
        let resolvedName: String?
        let reason: Reason
        var role: Place.Role
        var variants: [String]
        var mentions: [TextSpan]
    }

    /// A grouping for one text, empty.
    init(gazetteer: Gazetteer, text: NewsText) {
        self.gazetteer = gazetteer
        self.text = text
    }

    /// The places in order of their first mention.
    var places: [Place] {
        found.map {
            Place(
                ref: $0.ref, name: $0.name, kind: $0.kind, country: $0.country.text,
                point: $0.point, role: $0.role, near: $0.near, resolvedName: $0.resolvedName,
                variants: $0.variants, mentions: $0.mentions, reason: $0.reason)
        }
    }

    /// Takes one mention.
    mutating func add(_ candidate: PlaceCandidate, _ span: TextSpan) {
        let index = index(of: candidate, span)
        let isLead =
            candidate.isHeld && text.sentence(of: candidate.words.lowerBound) == 0
            && found[index].kind != .region
        if candidate.isHeld || candidate.isDateline, found[index].kind != .country {
            found[index].role = .eventPlace
        }
        if candidate.isDateline || isLead && !hasLead && located == nil {
            located = found[index].resolvedName ?? found[index].name
        }
        if isLead { hasLead = true }
        if !found[index].variants.contains(span.text) { found[index].variants.append(span.text) }
        found[index].mentions.append(span)
    }

    private mutating func index(of candidate: PlaceCandidate, _ span: TextSpan) -> Int {
        let place = describe(candidate, span)
        if let index = found.firstIndex(where: { $0.ref == place.ref && $0.kind == place.kind }) {
            return index
        }
        found.append(place)
        return found.count - 1
    }

    private func describe(_ candidate: PlaceCandidate, _ span: TextSpan) -> Found {
        let reason = Reason(candidate.rule, candidate.because.map { text.span($0) })
        switch candidate.meaning {
        case .entry(let index):
            let entry = gazetteer.entries[Int(index)]
            let seat = entry.seat >= 0 ? neighbour(entry.seat) : nil
            return found(
                ref: ref(of: entry), name: gazetteer.name(of: entry), kind: entry.kind.place,
                country: entry.country, point: point(of: entry), near: seat, reason: reason)
        case .area(let seat, let trigger):
            let city = gazetteer.entries[Int(seat)]
            let name = "\(kindWord(trigger)) \(gazetteer.name(of: city))"
            return found(
                ref: localRef(name, city.country), name: name, kind: .region,
                country: city.country, near: neighbour(seat), reason: reason)
        case .facility(let seat, let isWhole):
            let city = gazetteer.entries[Int(seat)]
            if isWhole, city.kind == .city, city.geoNames != 0 {
                return found(
                    ref: ref(of: city), name: span.text, kind: .facility,
                    country: city.country, point: point(of: city),
                    resolvedName: gazetteer.name(of: city), reason: reason)
            }
            return found(
                ref: localRef(span.text, city.country), name: span.text, kind: .facility,
                country: city.country, near: city.kind == .city ? neighbour(seat) : nil,
                reason: reason)
        case .unlisted(let kind, let country):
            var name = span.text
            if kind == .region, let because = candidate.because {
                name = "\(kindWord(because.lowerBound)) \(name)"
            }
            return found(
                ref: localRef(name, country), name: name, kind: kind, country: country,
                reason: reason)
        }
    }

    private func found(
        ref: String, name: String, kind: Place.Kind, country: CountryCode,
        point: Place.Point? = nil, near: Place.Neighbour? = nil, resolvedName: String? = nil,
        reason: Reason
    ) -> Found {
        Found(
            ref: ref, name: name, kind: kind, country: country, point: point, near: near,
            resolvedName: resolvedName, reason: reason, role: .mentions, variants: [],
            mentions: [])
    }

    private func ref(of entry: Gazetteer.Entry) -> String {
        entry.geoNames == 0
            ? localRef(gazetteer.name(of: entry), entry.country)
            : "https://sws.geonames.org/\(entry.geoNames)/"
    }

    private func point(of entry: Gazetteer.Entry) -> Place.Point? {
        guard entry.kind == .city, entry.geoNames != 0 else { return nil }
        return Place.Point(latitude: entry.latitude, longitude: entry.longitude)
    }

    private func neighbour(_ index: Int32) -> Place.Neighbour? {
        let entry = gazetteer.entries[Int(index)]
        guard entry.geoNames != 0 else { return nil }
        return Place.Neighbour(ref: ref(of: entry), name: gazetteer.name(of: entry))
    }

    private func localRef(_ name: String, _ country: CountryCode) -> String {
        let words = NewsText(of: name)
        let slug = words.key(0..<words.words.count).split(separator: " ").joined(separator: "-")
        guard let code = country.text?.lowercased() else { return "place:\(slug)" }
        return "place:\(code)/\(slug)"
    }

    /// The word for one area of the kind that the text names, perhaps in the plural.
    private func kindWord(_ trigger: Int) -> String {
        for reading in text.readings(of: text.words[trigger]) {
            if let word = KindWords.singulars[reading.hash] { return word }
        }
        // بحي الروضة: the word without its proclitics.
        if let reading = text.reading(
            of: text.words[trigger], in: [.placeTrigger, .namingTrigger]),
            !reading.proclitics.contains(.fused)
        {
            return text.span(trigger..<trigger + 1, cut: Int(reading.cut)).text
        }
        return text.span(trigger..<trigger + 1).text
    }
}

extension Gazetteer.Kind {
    /// What the record calls it.
    fileprivate var place: Place.Kind {
        switch self {
        case .country: .country
        case .city: .city
        case .facility: .facility
        case .region, .nisba, .none: .region
        }
    }
}
