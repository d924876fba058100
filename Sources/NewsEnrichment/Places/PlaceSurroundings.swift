/// What stands beside a match.
struct PlaceSurroundings {
    /// A word that says what kind of place it is, by its index.
    private enum Trigger {
        case settlement(Int), region(Int), facility(Int)
    }

    private let words: Range<Int>
    private let proclitics: WordReading.Proclitics
    private let isApart: Bool
    /// What the place is that ends where this one begins.
    private let previous: PlaceCandidate.Meaning?
    private var trigger: Trigger?
    /// The country whose name or adjective stands beside it.
    private(set) var neighbourCountry: CountryCode = .none
    /// The country of the place that the text says this one lies in: قريته ميسان في محافظة الطائف.
    private(set) var outerCountry: CountryCode = .none
    /// The words that say so.
    private(set) var because: Range<Int>?

    private init(
        words: Range<Int>, proclitics: WordReading.Proclitics, isApart: Bool,
        previous: PlaceCandidate.Meaning?
    ) {
        self.words = words
        self.proclitics = proclitics
        self.isApart = isApart
        self.previous = previous
    }

    /// What stands beside one of the matches of `text`.
    ///
    /// - Parameter previous: What the match before it was decided to be, if that ends where it begins.
    static func of(
        _ index: Int, among matches: [PlaceMatch], previous: PlaceCandidate.Meaning?,
        in text: NewsText, _ gazetteer: Gazetteer
    ) -> PlaceSurroundings {
        let match = matches[index]
        let first = match.words.lowerBound
        var around = PlaceSurroundings(
            words: match.words, proclitics: match.reading.proclitics,
            isApart: first == 0 || !text.words[first].before.isDisjoint(with: .breaks),
            previous: previous)
        if index + 1 < matches.count,
            matches[index + 1].words.lowerBound <= match.words.upperBound + 2
        {
            around.look(at: matches[index + 1], gazetteer, in: text)
        }
        guard !around.isApart else { return around }
        // العاصمة المغربية الرباط
        var start = first
        if index > 0, matches[index - 1].words.upperBound == first,
            let country = country(of: matches[index - 1], gazetteer, kind: .nisba)
        {
            let nisba = matches[index - 1].words
            if around.neighbourCountry == .none, around.proclitics.isEmpty {
                around.neighbourCountry = country
                around.because = nisba
            }
            if nisba.lowerBound > 0,
                text.words[nisba.lowerBound].before.isDisjoint(with: .breaks)
            {
                start = nisba.lowerBound
            }
        }
        around.findTrigger(at: start - 1, in: text)
        return around
    }

    private mutating func findTrigger(at index: Int, in text: NewsText) {
        let senses = text.words[index].anySenses
        if proclitics.isEmpty, senses.contains(.placeTrigger) {
            trigger = senses.contains(.regionTrigger) ? .region(index) : .settlement(index)
            because = index..<index + 1
        } else if proclitics.isEmpty, senses.contains(.facilityTrigger),
            index == words.lowerBound - 1
        {
            trigger = .facility(index)
        }
        // ولايتي سوسة والمنستير
        if proclitics.contains(.waw), case .area(_, let several)? = previous,
            KindWords.several.contains(text.words[several].hash)
                || text.readings(of: text.words[several]).contains(where: {
                    KindWords.several.contains($0.hash)
                })
        {
            trigger = .region(several)
            because = several..<several + 1
        }
    }

    /// Looks at the match after it, which is near.
    private mutating func look(
        at after: PlaceMatch, _ gazetteer: Gazetteer, in text: NewsText
    ) {
        let end = words.upperBound
        let gap = Self.marks(end, after.words.lowerBound, in: text)
        guard gap.isSubset(of: [.comma, .openBracket, .dash, .openQuote, .closeQuote]) else {
            return
        }
        // قرطبة الاسبانية, قرطبة باسبانيا, قرطبة ( جنوب اسبانيا)
        let isNext = after.words.lowerBound == end
        let isInside = after.reading.proclitics.contains(.ba) || !gap.isEmpty
        if isNext, gap.isEmpty, !after.reading.proclitics.contains(.waw),
            let country = Self.country(of: after, gazetteer, kind: .nisba)
        {
            neighbourCountry = country
            because = after.words
        } else if isInside
            || !text.words[end].anySenses.isDisjoint(with: [.direction, .locative]),
            !after.reading.proclitics.contains(.waw),
            let country = Self.country(of: after, gazetteer, kind: .country)
        {
            neighbourCountry = country
            because = end..<after.words.upperBound
        }
        if gap.isEmpty { findOuter(after, gazetteer, in: text) }
    }

    private mutating func findOuter(
        _ after: PlaceMatch, _ gazetteer: Gazetteer, in text: NewsText
    ) {
        guard after.head >= 0, after.other == nil else { return }
        let end = words.upperBound
        let isInside =
            after.words.lowerBound == end
            ? after.reading.proclitics == .ba
            : KindWords.inside.contains(text.words[end].hash)
        let name = gazetteer.names[Int(after.head)]
        let entry = gazetteer.entries[Int(name.entry)]
        guard isInside, name.tier == .free, name.next < 0, entry.kind != .nisba else { return }
        outerCountry = entry.country
    }

    /// The marks before the words from one to another.
    private static func marks(_ first: Int, _ last: Int, in text: NewsText) -> Marks {
        var marks: Marks = []
        var index = first
        while index <= last {
            marks.formUnion(text.words[index].before)
            index += 1
        }
        return marks.subtracting(.joined)
    }

    private static func country(
        of match: PlaceMatch, _ gazetteer: Gazetteer, kind: Gazetteer.Kind
    ) -> CountryCode? {
        var name = match.head
        while name >= 0 {
            let record = gazetteer.names[Int(name)]
            let entry = gazetteer.entries[Int(record.entry)]
            if entry.kind == kind { return entry.country }
            name = record.next
        }
        return nil
    }

    /// The word for a settlement before it: مدينة.
    var settlementTrigger: Int? {
        if case .settlement(let word)? = trigger { word } else { nil }
    }

    /// The word for an area before it: ولاية.
    var regionTrigger: Int? {
        if case .region(let word)? = trigger { word } else { nil }
    }

    /// The word for a site before it: ميناء.
    var facilityTrigger: Int? {
        if case .facility(let word)? = trigger { word } else { nil }
    }

    /// Whether the text says beside it which country's it is.
    var isSure: Bool { neighbourCountry != .none }

    /// The index of its first word.
    var firstWord: Int { words.lowerBound }

    /// Whether it is the name of a paper in quotation marks: في تصريح لـ«الشرق الأوسط».
    func isQuoted(in text: NewsText) -> Bool {
        let (first, end) = (words.lowerBound, words.upperBound)
        guard first > 0, text.words[first].before.contains(.openQuote),
            (end < text.words.count ? text.words[end].before : text.tail).contains(.closeQuote)
        else { return false }
        let before = text.words[first - 1]
        return before.letterCount == 1 || !before.anySenses.isDisjoint(with: [.clubWord, .medium])
    }

    /// Whether it is an adjective of the noun before it: الدولة السعودية.
    func isAdjective(_ reading: PlaceMatch.Reading, in text: NewsText) -> Bool {
        let first = words.lowerBound
        guard !isApart, reading.proclitics.isEmpty, text.words[first].isDefinite,
            text.letters(of: text.words[first]).last == Letter.tehMarbuta
        else { return false }
        return text.words[first - 1].isDefinite
            && text.words[first - 1].senses.isDisjoint(with: Senses.functionWords)
    }

    /// Whether a preposition stands before it or on it.
    func isLocative(_ reading: PlaceMatch.Reading, in text: NewsText) -> Bool {
        if !reading.proclitics.isDisjoint(with: [.ba, .lam]) { return true }
        guard !isApart, reading.proclitics.isEmpty else { return false }
        let before = text.words[words.lowerBound - 1]
        return !before.anySenses.isDisjoint(with: [.locative, .direction])
    }

    /// Whether it follows another place in a list of places.
    func isCoordinated(_ reading: PlaceMatch.Reading, in text: NewsText) -> Bool {
        previous != nil
            && (reading.proclitics.contains(.waw)
                || text.words[words.lowerBound].before.contains(.comma))
    }

    /// Whether it stands in a list, whatever is before it: after a comma or with و.
    func isInList(_ reading: PlaceMatch.Reading, in text: NewsText) -> Bool {
        let first = words.lowerBound
        return first > 0
            && (reading.proclitics.contains(.waw) || text.words[first].before.contains(.comma))
    }

    /// The country of the place before it.
    func previousCountry(_ gazetteer: Gazetteer) -> CountryCode? {
        guard case .entry(let index)? = previous else { return nil }
        return gazetteer.entries[Int(index)].country
    }

    /// Whether it is part of the name of a person, a club or a paper.
    func isOtherName(of kind: Gazetteer.Kind, in text: NewsText) -> Bool {
        let end = words.upperBound
        if end < text.words.count, text.words[end].before.isDisjoint(with: .breaks),
            text.words[end].senses.contains(.nameParticle), words.count == 1
        {
            return true
        }
        guard !isApart, proclitics.isEmpty else { return false }
        let before = text.words[words.lowerBound - 1]
        // هذه الإمارات, منتخب المغرب
        if KindWords.demonstratives.contains(before.hash) { return true }
        if before.anySenses.contains(.clubWord),
            text.readings(of: before).contains(where: { KindWords.teams.contains($0.hash) })
        {
            return true
        }
        guard kind != .country else { return false }
        if before.anySenses.contains(.clubWord) { return true }
        guard words.count == 1 else { return false }
        return !before.senses.isDisjoint(with: [.givenName, .nameParticle])
            && before.senses.isDisjoint(with: [.placeTrigger, .locative, .preposition])
    }

    /// Whether a city in a text about sport is meant as a city and not as its club.
    func isPlaceInSport(_ reading: PlaceMatch.Reading, in text: NewsText) -> Bool {
        if trigger != nil || isDateline(in: text) || reading.proclitics.contains(.ba) {
            return true
        }
        if isCoordinated(reading, in: text) { return true }
        guard !isApart else { return false }
        let before = text.words[words.lowerBound - 1]
        return KindWords.inside.contains(before.hash)
            || !before.anySenses.isDisjoint(with: [.direction, .placeTrigger])
    }

    /// Whether the text says first of all that it was written there.
    func isDateline(in text: NewsText) -> Bool {
        let range = words
        guard range.upperBound <= 9, text.words[range.lowerBound].paragraph == 1,
            proclitics.isEmpty,
            range.lowerBound == 0
                || !text.words[range.lowerBound].before.isDisjoint(with: [.dash, .closeBracket])
        else { return false }
        guard range.upperBound < text.words.count else { return false }
        let marks: Marks = [.dash, .colon, .paragraph, .openBracket]
        if !text.words[range.upperBound].before.isDisjoint(with: marks) { return true }
        // القاهرة 7 مارس 2014 (أ ش أ) -
        var index = range.upperBound
        while index < text.words.count, index < range.upperBound + 5 {
            if !text.words[index].before.isDisjoint(with: marks) { return true }
            guard
                text.words[index].kind == .number
                    || text.words[index].senses.contains(.month)
            else { return false }
            index += 1
        }
        return false
    }

    /// Whether an event takes place there.
    func isHeld(_ kind: Gazetteer.Kind, in text: NewsText) -> Bool {
        guard kind == .city || kind == .region || kind == .facility else { return false }
        var first = words.lowerBound
        var proclitics = proclitics
        if let trigger = settlementTrigger ?? regionTrigger, trigger == first - 1 {
            first = trigger
            proclitics =
                text.reading(of: text.words[trigger], in: .placeTrigger)?.proclitics ?? []
        }
        return Self.isHeld(at: first, proclitics, in: text)
    }

    /// Whether a place that begins with a word, read with these proclitics, is where an event is held.
    static func isHeld(
        at first: Int, _ proclitics: WordReading.Proclitics, in text: NewsText
    ) -> Bool {
        guard first > 0 else { return false }
        let before = text.words[first - 1]
        let hosts =
            before.anySenses.contains(.heldVerb)
            && text.readings(of: before).contains { KindWords.hosting.contains($0.hash) }
        let isIn =
            proclitics.contains(.ba)
            || proclitics.isEmpty && KindWords.inside.contains(before.hash)
        guard isIn || hosts else { return false }
        if hosts { return true }
        let sentence = text.sentences[text.sentence(of: first)]
        let range = max(sentence.lowerBound, first - 12)..<first
        let held: Senses = [.heldVerb, .heldNoun, .eventVerb, .eventNoun]
        for index in range where !text.words[index].anySenses.isDisjoint(with: held) {
            return true
        }
        return false
    }
}
