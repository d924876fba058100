/// Decides which matches name a place, and which.
struct PlaceResolver {
    let gazetteer: Gazetteer
    let text: NewsText
    let context: PlaceContext
    private var accepted: [PlaceCandidate] = []

    /// A resolver for one text.
    init(gazetteer: Gazetteer, text: NewsText, context: PlaceContext) {
        self.gazetteer = gazetteer
        self.text = text
        self.context = context
    }

    /// The places among the matches, in order.
    mutating func candidates(of matches: [PlaceMatch]) -> [PlaceCandidate] {
        accepted.reserveCapacity(matches.count)
        for index in matches.indices { resolve(matches, index) }
        return accepted
    }

    private mutating func resolve(_ matches: [PlaceMatch], _ index: Int) {
        let match = matches[index]
        let around = PlaceSurroundings(
            of: match, in: text, previous: accepted.last,
            neighbours: (
                index > 0 ? matches[index - 1] : nil,
                index + 1 < matches.count ? matches[index + 1] : nil
            ), gazetteer: gazetteer)
        if let kind = match.unlisted {
            accepted.append(
                PlaceCandidate(
                    words: match.words, cut: Int(match.reading.cut),
                    meaning: .unlisted(kind, country: context.main ?? .none),
                    rule: "place.unlisted",
                    because: match.words.lowerBound - 1..<match.words.lowerBound,
                    isHeld: around.isHeld(kind == .facility ? .facility : .city),
                    isDateline: false))
            return
        }
        guard !around.isQuoted, let choice = choose(match, around) else { return }
        let entry = gazetteer.entries[Int(choice.entry)]
        guard !around.isOtherName(of: entry.kind) else { return }
        if context.isSport, entry.kind == .city, !around.isPlaceInSport(choice.reading) { return }
        if let facility = facility(match, choice, around) {
            accepted.append(facility)
            return
        }
        var meaning = PlaceCandidate.Meaning.entry(choice.entry)
        var words = match.words
        var cut = Int(choice.reading.cut)
        if entry.kind == .city, let trigger = around.regionTrigger,
            KindWords.isArea(text, trigger, in: entry.country)
        {
            meaning = .area(of: choice.entry, trigger: trigger)
        } else if entry.kind == .region, match.words.count > 1,
            text.words[match.words.lowerBound].anySenses.contains(.regionTrigger),
            isName(of: choice.entry, match.words.dropFirst())
        {
            // The word for its kind is no part of the mention.
            words = words.lowerBound + 1..<words.upperBound
            cut = 0
        }
        accepted.append(
            PlaceCandidate(
                words: words, cut: cut, meaning: meaning, rule: choice.rule,
                because: choice.because, isHeld: around.isHeld(entry.kind),
                isDateline: around.isDateline))
    }

    /// Whether words name a place, or the city it is named for.
    private func isName(of entry: Int32, _ words: Range<Int>) -> Bool {
        var phrase = PhraseHash()
        for index in words { phrase.append(text.words[index].hash) }
        var name = gazetteer.phrases.node(of: phrase.value)?.head ?? -1
        while name >= 0 {
            let record = gazetteer.names[Int(name)]
            if record.entry == entry || record.entry == gazetteer.entries[Int(entry)].seat {
                return true
            }
            name = record.next
        }
        return false
    }

    /// One reading of a match as one place.
    private struct Choice {
        let entry: Int32
        let tier: Gazetteer.Tier
        let reading: WordReading
        var score: Int
        let population: UInt32
        var rule: String
        var because: Range<Int>?
    }

    private func choose(_ match: PlaceMatch, _ around: PlaceSurroundings) -> Choice? {
        var best: Choice?
        var second: Choice?
        func consider(_ reading: WordReading, _ head: Int32) -> Bool {
            var name = head
            let isAdjective = around.isAdjective(reading)
            while name >= 0 {
                let record = gazetteer.names[Int(name)]
                name = record.next
                let entry = gazetteer.entries[Int(record.entry)]
                if entry.kind == .none, record.tier == .free { return false }
                // الهيئة السعودية
                if isAdjective, entry.kind == .country { return false }
                guard entry.kind != .none, entry.kind != .nisba,
                    let choice = choice(record, entry, reading, around)
                else { continue }
                if let top = best, !isBetter(choice, than: top) {
                    if second == nil || isBetter(choice, than: second ?? top) { second = choice }
                } else {
                    second = best
                    best = choice
                }
            }
            return true
        }
        guard consider(match.reading, match.head) else { return nil }
        if let other = match.other, !consider(other.reading, other.head) { return nil }
        guard let best else { return nil }
        if let second, best.score - second.score < 2, second.entry != best.entry,
            best.population < second.population * 8
        {
            return nil
        }
        return best
    }

    private func isBetter(_ choice: Choice, than other: Choice) -> Bool {
        (choice.score, choice.population) > (other.score, other.population)
    }

    private func choice(
        _ record: Gazetteer.Name, _ entry: Gazetteer.Entry, _ reading: WordReading,
        _ around: PlaceSurroundings
    ) -> Choice? {
        let weight = entry.country == .none ? 1 : context.weight(of: entry.country)
        let isBeside = around.isLocative(reading) || around.isCoordinated(reading)
        let isNear = around.neighbourCountry == entry.country && entry.country != .none
        let isSettlement = around.settlementTrigger != nil
        let isTriggered = isSettlement || around.regionTrigger != nil
        if around.outerCountry != .none, entry.country != .none,
            around.outerCountry != entry.country, entry.kind != .country,
            entry.population < 1000
        {
            return nil
        }
        if !PlaceSpelling.agrees(around.firstWord, with: entry, in: text) { return nil }
        let isListed = record.tier == .free || record.tier == .guarded || record.tier == .triggered
        let rule: String
        switch record.tier {
        case .free: rule = "place.name"
        case .guarded:
            guard
                isTriggered || isNear
                    || isBeside && (weight > 0 || entry.kind == .country || around.isDateline)
                    || around.isDateline && weight > 0
            else { return nil }
            rule = isTriggered ? "place.afterKind" : "place.inContext"
        case .triggered:
            guard
                isTriggered || isNear && isBeside
                    || around.isCoordinated(reading)
                        && around.previousCountry(gazetteer) == entry.country
            else { return nil }
            rule = isTriggered ? "place.afterKind" : "place.besidePlace"
        case .guardedFound:
            guard isSettlement || isNear || (isBeside || isTriggered) && weight > 0 else {
                return nil
            }
            rule = isTriggered ? "place.afterKind" : "place.inContext"
        case .triggeredFound:
            guard isSettlement, weight > 0 || isNear else { return nil }
            rule = "place.afterKind"
        }
        var score = min(weight, 12)
        if isNear { score += 20 }
        if isListed { score += 2 }
        if record.tier == .free { score += 3 }
        if reading.cut == 0 { score += 1 }
        switch entry.kind {
        case .country: score += isSettlement ? -10 : 8
        case .city: if isSettlement { score += 3 }
        case .region, .facility: if around.regionTrigger != nil { score += 2 }
        case .nisba, .none: break
        }
        return Choice(
            entry: record.entry, tier: record.tier, reading: reading, score: score,
            population: entry.kind == .country ? .max / 16 : entry.population,
            rule: rule, because: around.because)
    }

    /// A port, airport or other site that a match gives its name.
    private func facility(
        _ match: PlaceMatch, _ choice: Choice, _ around: PlaceSurroundings
    ) -> PlaceCandidate? {
        guard let trigger = around.facilityTrigger,
            let reading = text.reading(of: text.words[trigger], in: .facilityTrigger)
        else { return nil }
        var end = match.words.upperBound
        var isWhole = KindWords.ports.contains(reading.hash)
        while end < text.words.count, end < match.words.upperBound + 3,
            text.words[end].before.isDisjoint(with: .breaks)
        {
            let hash = text.words[end].hash
            if KindWords.naming.contains(hash) {
                isWhole = false
            } else if !KindWords.siteAdjectives.contains(hash) {
                break
            }
            end += 1
        }
        return PlaceCandidate(
            words: trigger..<end, cut: Int(reading.cut),
            meaning: .facility(of: choice.entry, isWhole: isWhole), rule: "place.facility",
            because: trigger..<trigger + 1,
            isHeld: PlaceSurroundings.isHeld(
                at: trigger, reading.proclitics, in: text, isCity: true), isDateline: false)
    }
}
