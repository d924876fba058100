/// Words that stand in the gazetteer, before anything is decided.
struct PlaceMatch: Sendable {
    /// A way to read the first word.
    struct Reading: Sendable {
        /// The first of the names that the words then spell; -1 for a name that the gazetteer does
        /// not have.
        let head: Int32
        let proclitics: WordReading.Proclitics
        /// How many letters of the first word are proclitics.
        let cut: UInt8

        init(_ reading: WordReading, head: Int32) {
            self.head = head
            proclitics = reading.proclitics
            cut = reading.cut
        }
    }

    /// The words of the text.
    let words: Range<Int>
    /// How the first word was read.
    let reading: Reading
    /// Another reading of as many words: وجدة is a city, and و and جدة.
    var other: Reading?
    /// What a place is that the gazetteer does not have; `nil` for a name that it has.
    var unlisted: Place.Kind?

    /// The first of the names it spells; -1 for a name that the gazetteer does not have.
    var head: Int32 { reading.head }

    /// Whether it is an adjective of a country or a phrase that names no place.
    func isNoPlace(in gazetteer: Gazetteer) -> Bool {
        guard head >= 0, other == nil else { return false }
        let name = gazetteer.names[Int(head)]
        let kind = gazetteer.entries[Int(name.entry)].kind
        return name.next < 0 && (kind == .nisba || kind == .none)
    }
}

/// Finds the longest names of the gazetteer in a text.
struct PlaceScanner {
    /// How many words a name may have.
    static let longestName = 6

    let gazetteer: Gazetteer

    /// The names in `text`, in order; none overlaps another.
    func matches(in text: NewsText) -> [PlaceMatch] {
        var found: [PlaceMatch] = []
        found.reserveCapacity(text.words.count / 16 + 8)
        let starts: Senses = [.placeStart, .nisba, .namingTrigger]
        var index = text.word(from: 0, in: starts)
        while index < text.words.count {
            if let match = longest(at: index, in: text) {
                found.append(match)
                index = match.words.upperBound
            } else if text.words[index].anySenses.contains(.namingTrigger),
                let name = UnlistedPlace.after(index, in: text)
            {
                index = add(name, after: index, in: text, to: &found)
            } else {
                index += 1
            }
            index = text.word(from: index, in: starts)
        }
        return found
    }

    /// Adds a place that the gazetteer does not have, unless it has as long a name; returns its end.
    private func add(
        _ place: UnlistedPlace, after trigger: Int, in text: NewsText, to found: inout [PlaceMatch]
    ) -> Int {
        if place.words.lowerBound > trigger, let match = longest(at: trigger + 1, in: text),
            match.words.upperBound >= place.words.upperBound
        {
            found.append(match)
            return match.words.upperBound
        }
        found.append(
            PlaceMatch(
                words: place.words, reading: PlaceMatch.Reading(place.reading, head: -1),
                unlisted: place.kind))
        return place.words.upperBound
    }

    private func longest(at index: Int, in text: NewsText) -> PlaceMatch? {
        let word = text.words[index]
        guard word.kind != .latin || Self.isCapital(text.utf8[Int(word.startByte)]) else {
            return nil
        }
        var best: PlaceMatch?
        for place in word.placesOfReadings {
            let reading = text.readings[place]
            guard !reading.senses.isDisjoint(with: [.placeStart, .nisba]),
                let (end, head) = longest(from: reading.hash, at: index, in: text)
            else { continue }
            if let match = best {
                if end < match.words.upperBound { continue }
                if end == match.words.upperBound {
                    if match.other == nil { best?.other = .init(reading, head: head) }
                    continue
                }
            }
            best = PlaceMatch(words: index..<end, reading: .init(reading, head: head))
        }
        return best
    }

    private func longest(
        from hash: UInt64, at index: Int, in text: NewsText
    ) -> (end: Int, head: Int32)? {
        var phrase = PhraseHash()
        phrase.append(hash)
        var found: (Int, Int32)?
        var end = index + 1
        while let node = gazetteer.phrases.node(of: phrase.value) {
            if node.head >= 0 { found = (end, node.head) }
            guard node.continues, end < text.words.count,
                text.words[end].before.subtracting([.dash, .joined, .other]).isEmpty
            else { break }
            phrase.append(text.words[end].hash)
            end += 1
        }
        return found
    }

    /// Whether a Latin word begins with a capital: of letters with accents nothing is asked.
    private static func isCapital(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte >= 0x41 && byte <= 0x5A
    }
}

/// What a text says of countries, to tell places of one name apart.
struct PlaceContext {
    private var weights: [(country: CountryCode, weight: Int)] = []
    /// Whether the text is about sport: there a city alone is often a club.
    private(set) var isSport = false

    /// A context that nothing was said of yet.
    init() { weights.reserveCapacity(16) }

    /// Takes what the matches of a text say: countries, their adjectives, and cities of one country.
    mutating func add(_ matches: [PlaceMatch], _ gazetteer: Gazetteer) {
        for match in matches where match.other == nil {
            var country: CountryCode?
            var weight = 0
            var name = match.head
            while name >= 0 {
                let record = gazetteer.names[Int(name)]
                name = record.next
                let entry = gazetteer.entries[Int(record.entry)]
                guard record.tier.isListed else { continue }
                if let country, country != entry.country {
                    weight = 0
                    break
                }
                country = entry.country
                let isCertain = record.tier == .free
                guard isCertain || entry.kind == .nisba else { continue }
                weight = !isCertain ? 1 : entry.kind == .city ? 2 : 3
            }
            if weight > 0, let country, country != .none { add(weight, to: country) }
        }
    }

    /// Takes what the words of a text say of its subject.
    mutating func addSubject(of text: NewsText) {
        var count = 0
        for word in text.words where word.anySenses.contains(.sportWord) { count += 1 }
        isSport = count >= 2 && count * 30 >= text.words.count
    }

    private mutating func add(_ weight: Int, to country: CountryCode) {
        if let index = weights.firstIndex(where: { $0.country == country }) {
            weights[index].weight += weight
        } else {
            weights.append((country, weight))
        }
    }

    /// How much the text speaks of a country; 0 for not at all.
    func weight(of country: CountryCode) -> Int {
        weights.first { $0.country == country }?.weight ?? 0
    }

    /// The country the text speaks of most, if it is ahead of all others.
    var main: CountryCode? {
        guard let most = weights.max(by: { $0.weight < $1.weight }),
            weights.filter({ $0.weight == most.weight }).count == 1
        else { return nil }
        return most.country
    }
}
