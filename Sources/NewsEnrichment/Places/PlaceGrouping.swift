internal import ArabicText

/// Gathers the mentions of each place of a text.
struct PlaceGrouping {
    let gazetteer: Gazetteer
    let text: NewsText
    /// What the text says it was written at, or where its lead has its event.
    private(set) var located: String?
    /// The places in order of their first mention.
    private(set) var places: [Place] = []
    /// The place of each meaning met so far, by its index.
    private var known: [(meaning: PlaceCandidate.Meaning, index: Int)] = []
    private var hasLead = false

    /// A grouping for one text, empty.
    init(gazetteer: Gazetteer, text: NewsText) {
        self.gazetteer = gazetteer
        self.text = text
        places.reserveCapacity(8)
        known.reserveCapacity(8)
    }

    /// Takes one mention.
    mutating func add(_ candidate: PlaceCandidate) {
        let index = index(of: candidate)
        let isLead =
            candidate.isHeld && text.sentence(of: candidate.words.lowerBound) == 0
            && places[index].kind != .region
        if candidate.isHeld || candidate.isDateline, places[index].kind != .country {
            places[index].role = .eventPlace
        }
        if candidate.isDateline || isLead && !hasLead && located == nil {
            located = places[index].resolvedName ?? places[index].name
        }
        if isLead { hasLead = true }
        places[index].mentions.append(
            text.span(candidate.words, cut: candidate.cut))
    }

    private mutating func index(of candidate: PlaceCandidate) -> Int {
        var isCertain = false
        if case .entry = candidate.meaning { isCertain = true }
        if isCertain, let (_, index) = known.first(where: { $0.meaning == candidate.meaning }) {
            return index
        }
        let place = describe(candidate)
        let index =
            places.indices.first { places[$0].kind == place.kind && places[$0].ref == place.ref }
            ?? places.count
        if index == places.count {
            places.append(place)
            // Most have few: grown one by one they would move twice.
            places[index].mentions.reserveCapacity(4)
        }
        if isCertain { known.append((candidate.meaning, index)) }
        return index
    }

    private func describe(_ candidate: PlaceCandidate) -> Place {
        let reason = Reason(candidate.rule.rawValue, candidate.because.map { text.span($0) })
        switch candidate.meaning {
        case .entry(let index):
            let entry = gazetteer.entries[Int(index)]
            let seat = entry.seat >= 0 ? neighbour(entry.seat) : nil
            return place(
                ref: ref(of: entry), name: gazetteer.name(of: entry), kind: entry.kind.place,
                country: entry.country, point: point(of: entry), near: seat, reason: reason)
        case .area(let seat, let trigger):
            let city = gazetteer.entries[Int(seat)]
            let name = "\(kindWord(trigger)) \(gazetteer.name(of: city))"
            return place(
                ref: localRef(name, city.country), name: name, kind: .region,
                country: city.country, near: neighbour(seat), reason: reason)
        case .facility(let seat, let isWhole):
            let city = gazetteer.entries[Int(seat)]
            let name = text.span(candidate.words, cut: candidate.cut).text
            if isWhole, city.kind == .city, city.geoNames != 0 {
                return place(
                    ref: ref(of: city), name: name, kind: .facility, country: city.country,
                    point: point(of: city), resolvedName: gazetteer.name(of: city), reason: reason)
            }
            return place(
                ref: localRef(name, city.country), name: name, kind: .facility,
                country: city.country, near: city.kind == .city ? neighbour(seat) : nil,
                reason: reason)
        case .unlisted(let kind, let country):
            var name = text.span(candidate.words, cut: candidate.cut).text
            if kind == .region, let because = candidate.because {
                name = "\(kindWord(because.lowerBound)) \(name)"
            }
            return place(
                ref: localRef(name, country), name: name, kind: kind, country: country,
                reason: reason)
        }
    }

    private func place(
        ref: String, name: String, kind: Place.Kind, country: CountryCode,
        point: Place.Point? = nil, near: Place.Neighbour? = nil, resolvedName: String? = nil,
        reason: Reason
    ) -> Place {
        Place(
            ref: ref, name: name, kind: kind, country: country.text, point: point,
            role: .mentions, near: near, resolvedName: resolvedName, mentions: [],
            reason: reason)
    }

    private func ref(of entry: Gazetteer.Entry) -> String {
        guard entry.geoNames != 0 else {
            return localRef(gazetteer.name(of: entry), entry.country)
        }
        // Written from its end, for that is where the digits come from.
        var bytes = InlineArray<40, UInt8>(repeating: UInt8(ascii: "/"))
        var start = bytes.count - 1
        var rest = entry.geoNames
        while rest > 0 {
            start -= 1
            bytes[start] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        Self.geoNames.withUTF8Buffer { base in
            start -= base.count
            for index in base.indices { bytes[start + index] = base[index] }
        }
        return String(valid: bytes.span.extracting(start..<bytes.count))
    }

    private static let geoNames: StaticString = "https://sws.geonames.org/"

    private func point(of entry: Gazetteer.Entry) -> Place.Point? {
        guard entry.kind == .city, entry.geoNames != 0 else { return nil }
        return Place.Point(latitude: entry.latitude, longitude: entry.longitude)
    }

    private func neighbour(_ index: Int32) -> Place.Neighbour? {
        let entry = gazetteer.entries[Int(index)]
        guard entry.geoNames != 0 else { return nil }
        return Place.Neighbour(ref: ref(of: entry), name: gazetteer.name(of: entry))
    }

    /// `place:`, the country, and the key form with hyphens.
    private func localRef(_ name: String, _ country: CountryCode) -> String {
        var ref: [UInt8] = []
        ref.reserveCapacity(name.utf8.count + 9)
        ref += "place:".utf8
        if country != .none {
            for index in 0..<2 { ref.append(country.letters[index] | 0x20) }
            ref.append(UInt8(ascii: "/"))
        }
        let start = ref.count
        KeyForm.append(name.utf8.span, to: &ref)
        for index in start..<ref.count where ref[index] == 0x20 { ref[index] = 0x2D }
        return String(valid: ref.span)
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
