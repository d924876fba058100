// Choosing among the places of one name by what the text speaks of.
extension PlaceResolver {
    /// One reading of a match as one place.
    struct Choice {
        let entry: Int32
        let tier: Gazetteer.Tier
        let reading: PlaceMatch.Reading
        let rule: PlaceCandidate.Rule
        /// How well it fits.
        var score = 0
        /// In thousands; of a country more than any city has.
        var population: UInt32 = 0

        /// A choice that needs no other.
        init(
            _ entry: Int32, _ tier: Gazetteer.Tier, _ reading: PlaceMatch.Reading,
            _ rule: PlaceCandidate.Rule
        ) {
            self.entry = entry
            self.tier = tier
            self.reading = reading
            self.rule = rule
        }

        func isBetter(than other: Choice) -> Bool {
            (score, population) > (other.score, other.population)
        }
    }

    /// What a match names, if one place is ahead of all others.
    func choose(_ match: PlaceMatch, _ around: PlaceSurroundings) -> Choice? {
        var choices = Choices()
        let isOnly = match.other == nil && gazetteer.names[Int(match.head)].next < 0
        guard consider(match.reading, isOnly: isOnly, around, &choices) else {
            return nil
        }
        if let other = match.other,
            !consider(other, isOnly: false, around, &choices)
        {
            return nil
        }
        guard let best = choices.best else { return nil }
        if let second = choices.second, best.score - second.score < 2,
            second.entry != best.entry, best.population < second.population * 8
        {
            return nil
        }
        return best
    }

    /// The best choice so far and the next.
    private struct Choices {
        var best: Choice?
        var second: Choice?

        mutating func add(_ choice: Choice) {
            if let top = best, !choice.isBetter(than: top) {
                if second.map(choice.isBetter) ?? true { second = choice }
            } else {
                second = best
                best = choice
            }
        }
    }

    /// Adds the places of one reading; `false` if they show that no place is meant.
    private func consider(
        _ reading: PlaceMatch.Reading, isOnly: Bool, _ around: PlaceSurroundings,
        _ choices: inout Choices
    ) -> Bool {
        var name = reading.head
        let isAdjective = around.isAdjective(reading, in: text)
        while name >= 0 {
            let record = gazetteer.names[Int(name)]
            name = record.next
            let entry = gazetteer.entries[Int(record.entry)]
            if entry.kind == .none, record.tier == .free { return false }
            // الهيئة السعودية
            if isAdjective, entry.kind == .country { return false }
            guard entry.kind != .none, entry.kind != .nisba,
                let choice = choice(record, entry, reading, isOnly: isOnly, around)
            else { continue }
            choices.add(choice)
        }
        return true
    }

    @inline(__always)
    private func choice(
        _ record: Gazetteer.Name, _ entry: Gazetteer.Entry, _ reading: PlaceMatch.Reading,
        isOnly: Bool, _ around: PlaceSurroundings
    ) -> Choice? {
        let weight = entry.country == .none ? 1 : context.weight(of: entry.country)
        let isBeside =
            record.tier != .free
            && (around.isLocative(reading, in: text) || around.isCoordinated(reading, in: text))
        let isNear = around.neighbourCountry == entry.country && entry.country != .none
        let isSettlement = around.settlementTrigger != nil
        let isTriggered = isSettlement || around.regionTrigger != nil
        if around.outerCountry != .none, entry.country != .none,
            around.outerCountry != entry.country, entry.kind != .country,
            entry.population < 1000
        {
            return nil
        }
        // باب is a door, and not ب and إب.
        if reading.cut > 0, record.tier != .free,
            Int(text.words[around.firstWord].letterCount) - Int(reading.cut) < 3
        {
            return nil
        }
        if !PlaceSpelling.agrees(around.firstWord, with: entry, in: text) { return nil }
        let rule: PlaceCandidate.Rule
        switch record.tier {
        case .free: rule = .name
        case .guarded:
            guard
                isTriggered || isNear
                    || isBeside
                        && (weight > 0
                            || isOnly && (entry.kind == .country || around.isDateline(in: text)))
                    || around.isDateline(in: text) && weight > 0
            else { return nil }
            rule = isTriggered ? .afterKind : .inContext
        case .triggered:
            guard
                isSettlement || isTriggered && weight > 0 || isNear && isBeside
                    || around.isCoordinated(reading, in: text)
                        && around.previousCountry(gazetteer) == entry.country
            else { return nil }
            rule = isTriggered ? .afterKind : .besidePlace
        case .guardedFound:
            guard isSettlement || isNear || (isBeside || isTriggered) && weight > 0 else {
                return nil
            }
            rule = isTriggered ? .afterKind : .inContext
        case .triggeredFound:
            guard isSettlement, weight > 0 || isNear else { return nil }
            rule = .afterKind
        }
        var score = min(weight, 12)
        if isNear { score += 20 }
        if record.tier.isListed { score += 2 }
        if record.tier == .free { score += 3 }
        if reading.cut == 0 { score += 1 }
        switch entry.kind {
        case .country: score += isSettlement ? -10 : weight > 0 || isOnly ? 8 : 3
        case .city: if isSettlement { score += 3 }
        case .region, .facility: if around.regionTrigger != nil { score += 2 }
        case .nisba, .none: break
        }
        var choice = Choice(record.entry, record.tier, reading, rule)
        choice.score = score
        choice.population = entry.kind == .country ? .max / 16 : entry.population
        return choice
    }
}
