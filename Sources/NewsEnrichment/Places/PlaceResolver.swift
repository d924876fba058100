/// Decides which matches name a place, and which.
struct PlaceResolver {
    let gazetteer: Gazetteer
    let text: NewsText
    let context: PlaceContext
    private let matches: [PlaceMatch]

    /// What was decided so far.
    private struct Decisions {
        /// What each match was decided to be, by its index; `nil` for no place.
        var places: [PlaceCandidate?] = []
        /// Names that stand for more than one place, and what they are in this text.
        var settled: [(head: Int32, entry: Int32)] = []
    }

    /// A resolver of the matches in one text.
    init(gazetteer: Gazetteer, text: NewsText, context: PlaceContext, matches: [PlaceMatch]) {
        self.gazetteer = gazetteer
        self.text = text
        self.context = context
        self.matches = matches
    }

    /// The places among the matches, in order.
    func candidates() -> [PlaceCandidate] {
        var decisions = Decisions()
        decisions.places.reserveCapacity(matches.count)
        for index in matches.indices { decisions.places.append(decide(index, &decisions)) }
        for index in matches.indices.reversed() { lookAgain(index, &decisions) }
        var candidates: [PlaceCandidate] = []
        candidates.reserveCapacity(matches.count)
        for case let place? in decisions.places { candidates.append(place) }
        return candidates
    }

    private func surroundings(_ index: Int, _ places: [PlaceCandidate?]) -> PlaceSurroundings {
        var previous: PlaceCandidate.Meaning?
        if index > 0, let place = places[index - 1],
            place.words.upperBound == matches[index].words.lowerBound
        {
            previous = place.meaning
        }
        return PlaceSurroundings.of(
            index, among: matches, previous: previous, in: text, gazetteer)
    }

    private func decide(_ index: Int, _ decisions: inout Decisions) -> PlaceCandidate? {
        let match = matches[index]
        if match.isNoPlace(in: gazetteer) { return nil }
        let around = surroundings(index, decisions.places)
        if let kind = match.unlisted { return unlisted(match, kind, around) }
        guard !around.isQuoted(in: text) else { return nil }
        guard let choice = choose(match, around) else {
            // Of the places of this name none fits; the word before says that it is one.
            guard let trigger = around.settlementTrigger,
                let place = UnlistedPlace.after(trigger, in: text), place.words == match.words
            else { return nil }
            return unlisted(match, place.kind, around)
        }
        if choice.tier == .guarded || choice.tier == .guardedFound || around.isSure {
            settle(match, choice.entry, &decisions)
        }
        return candidate(match, choice, around, because: around.because)
    }

    /// Notes what a name of several places is in this text: the first that is sure counts.
    private func settle(_ match: PlaceMatch, _ entry: Int32, _ decisions: inout Decisions) {
        guard match.other == nil, !decisions.settled.contains(where: { $0.head == match.head }),
            gazetteer.names[Int(match.head)].tier != .triggered
        else { return }
        decisions.settled.append((match.head, entry))
    }

    /// Decides anew what stands alone where the text is sure elsewhere, or in a list of places.
    private func lookAgain(_ index: Int, _ decisions: inout Decisions) {
        let match = matches[index]
        guard match.unlisted == nil, match.other == nil else { return }
        if let (_, entry) = decisions.settled.first(where: { $0.head == match.head }) {
            if case .entry(let chosen)? = decisions.places[index]?.meaning, chosen == entry {
                return
            }
            if let rule = decisions.places[index]?.rule, rule != .name { return }
            let around = surroundings(index, decisions.places)
            guard !around.isQuoted(in: text),
                decisions.places[index] != nil || around.isLocative(match.reading, in: text)
                    || around.isCoordinated(match.reading, in: text)
            else { return }
            decisions.places[index] = candidate(
                match, Choice(entry, .guarded, match.reading, .inContext), around, because: nil)
        } else if decisions.places[index] == nil, index + 1 < matches.count,
            matches[index + 1].words.lowerBound == match.words.upperBound
        {
            decisions.places[index] = firstInList(index, decisions.places)
        }
    }

    /// A name that the places after it in a list show to be one: تربة ورنية والخرمة.
    private func firstInList(_ index: Int, _ places: [PlaceCandidate?]) -> PlaceCandidate? {
        let (match, next) = (matches[index], matches[index + 1])
        guard case .entry(let other)? = places[index + 1]?.meaning,
            next.reading.proclitics.contains(.waw)
                || text.words[next.words.lowerBound].before.contains(.comma)
        else { return nil }
        let around = surroundings(index, places)
        guard around.isLocative(match.reading, in: text) || around.isInList(match.reading, in: text)
        else {
            return nil
        }
        let country = gazetteer.entries[Int(other)].country
        var name = match.head
        while name >= 0 {
            let record = gazetteer.names[Int(name)]
            name = record.next
            let entry = gazetteer.entries[Int(record.entry)]
            guard entry.kind == .city || entry.kind == .region, entry.country == country,
                record.tier != .triggeredFound
            else { continue }
            return candidate(
                match, Choice(record.entry, record.tier, match.reading, .besidePlace), around,
                because: nil)
        }
        return nil
    }

    private func unlisted(
        _ match: PlaceMatch, _ kind: Place.Kind, _ around: PlaceSurroundings
    ) -> PlaceCandidate {
        let trigger = match.words.lowerBound - (kind == .facility ? 0 : 1)
        return PlaceCandidate(
            words: match.words, cut: Int(match.reading.cut),
            meaning: .unlisted(kind, country: context.main ?? .none), rule: .unlisted,
            because: trigger..<trigger + 1,
            isHeld: around.isHeld(kind == .facility ? .facility : .city, in: text),
            isDateline: false)
    }

    /// The place of a choice, unless it is part of another name.
    private func candidate(
        _ match: PlaceMatch, _ choice: Choice, _ around: PlaceSurroundings, because: Range<Int>?
    ) -> PlaceCandidate? {
        let entry = gazetteer.entries[Int(choice.entry)]
        guard !around.isOtherName(of: entry.kind, in: text) else { return nil }
        if context.isSport, entry.kind == .city, !around.isPlaceInSport(choice.reading, in: text) {
            return nil
        }
        if let trigger = around.facilityTrigger, let facility = facility(match, choice, at: trigger)
        {
            return facility
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
        return PlaceCandidate(
            words: words, cut: cut, meaning: meaning, rule: choice.rule,
            because: because, isHeld: around.isHeld(entry.kind, in: text),
            isDateline: around.isDateline(in: text))
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

    /// A port, airport or other site that a match gives its name.
    private func facility(
        _ match: PlaceMatch, _ choice: Choice, at trigger: Int
    ) -> PlaceCandidate? {
        guard let reading = text.reading(of: text.words[trigger], in: .facilityTrigger)
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
            meaning: .facility(of: choice.entry, isWhole: isWhole), rule: .facility,
            because: trigger..<trigger + 1,
            isHeld: PlaceSurroundings.isHeld(
                at: trigger, reading.proclitics, in: text), isDateline: false)
    }
}
