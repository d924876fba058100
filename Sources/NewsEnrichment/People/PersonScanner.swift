/// Finds the words that name people, in one pass over a text.
///
/// A title, an office or a courtesy announces a name; without one the name must be known to be a
/// name. Bodies are found before: what lies in their names is no person.
struct PersonScanner {
    let offices: OfficeReader
    let places: [PlaceCandidate]
    let known: KnownNames
    private(set) var mentions: [PersonMention] = []
    private(set) var lonely: [OfficePhrase] = []

    init(
        names: NameReader, organisations: [OrganisationMention],
        places: [PlaceCandidate], known: KnownNames
    ) {
        self.known = known
        self.places = places
        offices = OfficeReader(names: names, organisations: organisations)
    }

    var names: NameReader { offices.names }
    var text: NewsText { offices.names.text }

    /// What a name or what announces it begins with.
    private static let anchors: Senses = [
        .honorific, .title, .officeNoun, .givenName, .familyName, .nameParticle, .knownPerson,
    ]

    /// Finds the mentions and the offices without a name.
    mutating func scan() {
        mentions.reserveCapacity(8)
        var index = 0
        for body in offices.organisations {
            scan(from: &index, until: body.words.lowerBound)
            index = max(index, body.words.upperBound)
        }
        scan(from: &index, until: text.words.count)
    }

    private mutating func scan(from index: inout Int, until end: Int) {
        while index < end, let start = start(from: index, until: end) { index = next(after: start) }
    }

    /// The first word of some at which a mention may begin: of most words this is all that is asked.
    private func start(from first: Int, until end: Int) -> Int? {
        let words = offices.names.text.words.span
        let knowsNames = !known.isEmpty
        var before: Senses = first > 0 ? words[first - 1].anySenses : []
        var index = first
        while index < end {
            let senses = words[unchecked: index].anySenses
            if !senses.isDisjoint(with: Self.anchors) || before.contains(.sayingVerb)
                || knowsNames && known.mayBegin(with: words[unchecked: index].hash)
                || words[unchecked: index].senses.isUnknown && mayBeUnknownName(at: index),
                words[unchecked: index].kind == .arabic
            {
                return index
            }
            before = senses
            index &+= 1
        }
        return nil
    }

    /// Whether a word that nothing is known of may begin a name.
    private func mayBeUnknownName(at index: Int) -> Bool {
        guard index + 1 < text.words.count else { return false }
        let word = text.words[index]
        return text.words[index + 1].senses.contains(.givenName) || isCompound(word)
            || known.mayBegin(with: word, in: text)
    }

    /// عبدالرحمن, أبوعقيل: the second letter of both is ب.
    private func isCompound(_ word: Word) -> Bool {
        guard word.letterCount > 5, text.letters[Int(word.firstLetter) + 1] == Letter.beh else {
            return false
        }
        return names.isCompound(text.letters(of: word))
    }

    private mutating func next(after index: Int) -> Int {
        let word = text.words[index]
        let isKnown = known.mayBegin(with: word, in: text)
        let isSaid = index > 0 && text.words[index - 1].anySenses.contains(.sayingVerb)
        if word.anySenses.isDisjoint(with: Self.anchors) {
            return (isKnown ? remembered(at: index) : nil) ?? unknownName(at: index)
                ?? (isSaid ? speaker(at: index) : nil) ?? index + 1
        }
        if word.anySenses.contains(.knownPerson), let end = knownPerson(at: index) { return end }
        if let reading = text.reading(of: word, in: .honorific),
            reading.cut == 0 || word.senses.isCommonAtMost,
            let end = courtesy(at: index, reading)
        {
            return end
        }
        if let reading = text.reading(of: word, in: [.title, .officeNoun]),
            reading.cut == 0 || word.senses.isCommonAtMost, !isOtherwise(index, reading),
            let end = office(at: index, reading)
        {
            return end
        }
        return (isKnown ? remembered(at: index) : nil) ?? plainName(at: index)
            ?? (isSaid ? speaker(at: index) : nil) ?? index + 1
    }

    /// Names that are known whole.
    private mutating func knownPerson(at index: Int) -> Int? {
        let word = text.words[index]
        for place in word.placesOfReadings {
            let reading = text.readings[place]
            guard reading.senses.contains(.knownPerson),
                reading.cut == 0 || word.senses.isCommonAtMost,
                let (_, end) = KnownBodies.people.body(at: index, in: text, reading: reading)
            else { continue }
            return add(
                index, NameReader.Chain(end: end, count: end - index), cut: Int(reading.cut),
                "person.known", nil, honorific: nil, .given)
        }
        return nil
    }

    /// A name that earlier articles introduced by a title.
    private mutating func remembered(at index: Int) -> Int? {
        let word = text.words[index]
        for place in word.placesOfReadings {
            let reading = text.readings[place]
            guard reading.cut == 0 || word.senses.isUnknown,
                !reading.proclitics.contains(.fused),
                let end = known.end(at: index, in: text, reading: reading),
                !isNamesake(before: index)
            else { continue }
            return add(
                index, NameReader.Chain(end: end, count: end - index), cut: Int(reading.cut),
                "person.remembered", nil, honorific: nil, .given)
        }
        return nil
    }

    // MARK: - السيد فلان

    private mutating func courtesy(at index: Int, _ reading: WordReading) -> Int? {
        var start = index + 1
        let limit = min(index + OfficeReader.maxWords, text.words.count)
        while start < limit, names.continues(text.words[start]),
            text.words[start].senses.contains(.honorific)
                || text.words[start].senses.contains(.title)
                    && text.words[start].senses.isDisjoint(with: .givenName)
        {
            start += 1
        }
        guard start < limit, !isNamesake(before: index),
            names.continues(text.words[start]) || text.words[start].before == .openQuote
        else { return nil }
        let part = names.part(start)
        guard part != .none,
            text.words[start].senses.isDisjoint(with: .officeNoun)
                || part == .given,
            let chain = names.chain(from: start, first: part, isAnnounced: true)
        else { return nil }
        if part == .definite, chain.count == 1,
            !TraitTable.shared[text.words[start - 1].hash].contains(.courtesy)
                || !endsPhrase(chain.end)
        {
            return nil
        }
        if part == .unknown, chain.count == 1,
            !endsPhrase(chain.end)
                || text.words[start].letterCount > 3
                    && text.letters(of: text.words[start]).first == Letter.waw
        {
            return nil
        }
        return add(
            start, chain, cut: 0, "person.honorificName", index..<start, honorific: index..<start,
            part)
    }

    // MARK: - وزير الداخلية فلان

    private mutating func office(at index: Int, _ reading: WordReading) -> Int? {
        let phrase = offices.phrase(at: index, reading: reading)
        let isOffice = reading.senses.contains(.officeNoun) && !phrase.isKin
        guard let start = phrase.name else {
            guard isOffice, phrase.isSpecific else { return nil }
            if phrase.isSole { lonely.append(phrase) }
            // الناطق باسم وزارة الداخلية: its words are no names.
            return phrase.words.count > 1 ? phrase.words.upperBound : nil
        }
        let part = names.part(start)
        guard part != .none,
            let chain = names.chain(from: start, first: part, isAnnounced: true)
        else { return nil }
        if part == .unknown || part == .definite, chain.count == 1, !endsPhrase(chain.end) {
            return nil
        }
        // العقيد حسان الشيخ الضابط.
        if part == .definite, chain.count == 1, index > 0, names.part(index - 1) == .given {
            return nil
        }
        // ملعب الأمير فيصل: what is called after him.
        if !isOffice, start == index + 1, isNamesake(before: index) { return chain.end }
        return add(
            start, chain, cut: 0, isOffice ? "person.officeName" : "person.titleName",
            phrase.words, honorific: phrase.honorific,
            office: isOffice ? phrase : nil, part)
    }

    // MARK: - Names alone

    private mutating func plainName(at index: Int) -> Int? {
        let word = text.words[index]
        guard let reading = text.reading(of: word, in: [.givenName, .familyName]) else {
            return compoundName(at: index)
        }
        if reading.cut > 0 {
            // A word that is known whole is not cut: بدر is no "ب and در".
            guard word.senses.isUnknown, !reading.proclitics.contains(.fused),
                Int(word.letterCount) - Int(reading.cut) > 3
                    || reading.proclitics.isSubset(of: .conjunctions),
                // وبعيدة is و and بعيدة.
                !text.readings(of: word).contains(where: {
                    $0.cut < reading.cut && !$0.senses.isUnknown
                })
            else { return nil }
        }
        let part = reading.cut > 0 ? names.part(index, reading: reading) : names.part(index)
        guard part != .none,
            let chain = names.chain(from: index, first: part, isAnnounced: false)
        else { return nil }
        if chain.count == 1 {
            if part == .given, let end = ordinalEnd(chain.end) {
                return add(
                    index, NameReader.Chain(end: end, count: 2), cut: Int(reading.cut),
                    "person.rulerName", nil, honorific: nil, part)
            }
            guard part == .family, TraitTable.shared[reading.hash].contains(.knownFamily),
                word.letterCount > 3, !isNamesake(before: index),
                !isPlace(index, until: chain.end)
            else { return nil }
            return add(
                index, chain, cut: Int(reading.cut), "person.knownFamily", nil, honorific: nil, part
            )
        }
        if part == .ambiguous, reading.proclitics.isDisjoint(with: .conjunctions),
            !startsPhrase(index),
            names.part(index + 1) == .given,
            let rest = names.chain(from: index + 1, first: .given, isAnnounced: false),
            rest.count > 1, rest.score > 2
        {
            // من أصل تركي عمر فاروق: the name begins with the word that is surely one.
            return nil
        }
        guard !TraitTable.shared[reading.hash].contains(.namesake) else { return nil }
        // عن عمر ناهز السبعين.
        if reading.hash == Self.age, index > 0, text.words[index - 1].hash == Self.at {
            return nil
        }
        let isCommon = part == .ambiguous && word.senses.contains(.commonWord)
        let least = isCommon && !chain.hasFamily || reading.cut > 0 && part == .ambiguous ? 4 : 3
        guard chain.score >= least, chain.sure > 0, part != .family || chain.known > 1,
            !isNamesake(before: index), !isPlace(index, until: chain.end),
            !(part == .ambiguous && names.isDefiniteWord(index)
                && names.isDefiniteWord(index + 1) && names.part(index + 1) == .ambiguous)
        else { return nil }
        return add(
            index, chain, cut: Int(reading.cut), "person.givenName", nil, honorific: nil, part)
    }

    /// عبدالرحمن, أبو with its next word.
    private mutating func compoundName(at index: Int) -> Int? {
        let word = text.words[index]
        guard word.senses.contains(.nameParticle) || isCompound(word) else { return nil }
        let part = names.part(index)
        guard part == .given || part == .particle,
            let chain = names.chain(from: index, first: part, isAnnounced: false),
            chain.count > 1, chain.score > 2,
            !isNamesake(before: index), !isPlace(index, until: chain.end)
        else { return nil }
        return add(
            index, chain, cut: 0, "person.givenName", nil, honorific: nil, part)
    }

    /// An unknown word before a name that is sure: فاهم سعيد أحمد الحبسي.
    private mutating func unknownName(at index: Int) -> Int? {
        guard text.words[index].senses.isUnknown, index + 1 < text.words.count else { return nil }
        let next = text.words[index + 1]
        guard next.senses.contains(.givenName) || isCompound(text.words[index]) else {
            return nil
        }
        let part = names.part(index)
        guard part == .unknown || part == .given else { return nil }
        if part == .given { return compoundName(at: index) }
        switch text.letters(of: text.words[index]).first {
        case Letter.waw, Letter.feh, Letter.yeh, Letter.teh, Letter.lam, Letter.beh, Letter.seen:
            return nil
        default: break
        }
        guard names.continues(next), next.senses.contains(.givenName),
            text.words[index].anySenses.isUnknown
        else { return nil }
        let second = names.part(index + 1)
        guard second == .given,
            let chain = names.chain(from: index + 1, first: second, isAnnounced: false),
            chain.sure > 1, chain.count > 1, startsPhrase(index)
        else { return nil }
        return add(
            index, chain, cut: 0, "person.givenName", nil, honorific: nil, part)
    }

    /// وقال السليطي: a family name alone after a verb of saying.
    private mutating func speaker(at index: Int) -> Int? {
        guard names.continues(text.words[index]), endsPhrase(index + 1) else { return nil }
        let word = text.words[index]
        let part = names.part(index)
        switch part {
        case .definite:
            guard text.letters(of: word).last == Letter.yeh, word.senses.isUnknown else {
                return nil
            }
        case .family:
            guard word.senses.isDisjoint(with: .commonWord) else { return nil }
        case .given:
            guard word.senses.isDisjoint(with: .commonWord) else { return nil }
        case .ambiguous, .particle, .unknown, .none: return nil
        }
        return add(
            index, NameReader.Chain(end: index + 1, count: 1), cut: 0, "person.speaker",
            index - 1..<index, honorific: nil, part)
    }

    private static let age = WordHash.of("عمر")
    private static let at = WordHash.of("عن")

    // MARK: - Mentions

    private mutating func add(
        _ start: Int, _ chain: NameReader.Chain, cut: Int, _ rule: String,
        _ evidence: Range<Int>?, honorific: Range<Int>?, office: OfficePhrase? = nil,
        _ part: NameReader.Part
    ) -> Int {
        var end = chain.end
        if chain.count == 1, part != .definite, !text.words[start].isDefinite,
            let ordinal = ordinalEnd(chain.end)
        {
            end = ordinal
            // عبد الله الثاني بن الحسين.
            if end < text.words.count, names.continues(text.words[end]),
                names.part(end) == .particle,
                let rest = names.chain(from: end, first: .particle, isAnnounced: true)
            {
                end = rest.end
            }
        }
        let following = followingOffice(end)
        mentions.append(
            PersonMention(
                words: start..<end, cut: cut, tokens: text.nameTokens(start..<end, cut: cut),
                rule: rule, evidence: evidence, honorific: honorific, office: office,
                following: following, isGiven: part == .given))
        return following?.words.upperBound ?? end
    }
}
