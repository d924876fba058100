/// Reads the name of a body from the noun that gives it away.
///
/// A noun with the article takes adjectives that agree with it, then what it is for (`المديرية العامة
/// للأمن الوطني`). One without takes nouns up to one with the article, a place or a name (`وزارة
/// الداخلية`, `مجلس نواب الشعب`, `مستشفى فرحات حشاد`), then adjectives. Coordination ends it, unless
/// both nouns say what one body is for (`وزارة التربية والتعليم`).
struct OrganisationReader {
    /// What a name of a body may not have.
    static let ends: Senses = Senses.functionWords.union([
        .month, .weekday, .timeNoun, .numberWord, .honorific, .title,
    ])
    /// Adjectives known as such.
    static let adjectives: Senses = [.orgAdjective, .nisba]

    let names: NameReader
    let places: [PlaceCandidate]
    let bodies: KnownBodies
    let traits = TraitTable.shared

    init(names: NameReader, places: [PlaceCandidate], bodies: KnownBodies) {
        self.names = names
        self.places = places
        self.bodies = bodies
    }

    var text: NewsText { names.text }

    /// The end of the name whose trigger is at `start`, or `nil` if it is none.
    func end(ofNameAt start: Int, reading: WordReading) -> Int? {
        if reading.proclitics.contains(.fused) {
            return definiteEnd(start, traits[reading.hash])
        }
        return text.hasArticle(start, cut: Int(reading.cut))
            ? definiteEnd(start, traits[reading.hash])
            : constructEnd(start, traits[reading.hash], depth: 0)
    }

    // MARK: - اللجنة الأمنية الاستراتيجية

    private func definiteEnd(_ start: Int, _ trigger: NameTraits) -> Int? {
        guard continues(start + 1), names.isDefiniteWord(start + 1) else { return nil }
        let isFeminine = endsInTehMarbuta(start) || isPlural(start)
        var end = start + 1
        while continues(end), isAdjective(end, feminine: isFeminine),
            end > start + 1 || !trigger.contains(.weak)
                || !text.words[end].senses.isDisjoint(with: Self.adjectives)
        {
            end += 1
        }
        let adjectives = end - start - 1
        guard adjectives > 0 else { return nil }
        if let purpose = purposeEnd(end) { return purpose }
        guard
            adjectives > (trigger.contains(.weak) ? 1 : 0)
                || trigger.contains(.eponym) && eponymEnd(end) != nil
        else { return nil }
        guard trigger.contains(.eponym) else { return end }
        if continues(end), let eponym = eponymEnd(end) { return eponym }
        return placeEnd(end, after: .ba) ?? end
    }

    /// An adjective with the article that agrees with the noun.
    private func isAdjective(_ index: Int, feminine: Bool) -> Bool {
        let word = text.words[index]
        guard names.isDefiniteWord(index) else { return false }
        if isGeneral(index) { return endsInTehMarbuta(index) == feminine }
        guard !isEnd(word) else { return false }
        guard word.senses.isDisjoint(with: [.officeNoun, .orgTrigger]) else { return false }
        if word.senses.contains(.ordinal) || traits[word.hash].contains(.stop) { return false }
        if !word.senses.isDisjoint(with: Self.adjectives) {
            return endsInTehMarbuta(index) == feminine
        }
        let letters = text.letters(of: word)
        guard let last = letters.last, letters.count > 4 else { return false }
        if feminine {
            return last == Letter.tehMarbuta && letters[letters.endIndex - 2] == Letter.yeh
        }
        return last == Letter.yeh && names.part(index) != .given
    }

    /// للأمن الوطني، للدفاع عن حقوق الإنسان، لكرة القدم.
    func purposeEnd(_ start: Int) -> Int? {
        guard continues(start) else { return nil }
        let word = text.words[start]
        guard
            let reading = text.readings(of: word).first(where: {
                $0.proclitics.contains(.lam) && $0.proclitics.isDisjoint(with: .conjunctions)
            }), word.senses.isDisjoint(with: Self.ends),
            word.senses.isDisjoint(with: .givenName)
        else { return nil }
        var index = start + 1
        if !reading.proclitics.contains(.fused) {
            // لكرة القدم، لحقوق الإنسان: up to the noun with the article.
            guard reading.senses.isDisjoint(with: Self.ends), !reading.senses.isUnlisted else {
                return nil
            }
            guard continues(index), names.isDefiniteWord(index), isNoun(index) else {
                return placeEnd(index, after: [])
            }
            index += 1
        }
        if continues(index),
            text.words[index].hash == Self.about
                || text.words[index].hash == Self.on && index + 1 < text.words.count
                    && text.words[index + 1].hash == Self.illness
        {
            guard let end = idafaEnd(index + 1) else { return index }
            index = end
        }
        return qualifiedEnd(index)
    }

    private static let world = WordHash.of("العالم")
    private static let on = WordHash.of("على")
    private static let illness = WordHash.of("المرض")
    private static let about = WordHash.of("عن")

    // MARK: - وزارة الداخلية

    private func constructEnd(_ start: Int, _ trigger: NameTraits, depth: Int) -> Int? {
        var index = start + 1
        guard index < text.words.count else { return nil }
        if let quoted = quotedEnd(index), trigger.contains(.proper) { return quoted }
        guard continues(index) else { return nil }
        if let known = bodies.end(ofNameAt: index, in: text) {
            return trigger.contains(.weak) && !trigger.contains(.proper)
                ? nil : adjectivesEnd(known)
        }
        if trigger.contains(.club) { return placeEnd(index, after: []) }
        let word = text.words[index]
        if word.kind == .latin {
            guard trigger.contains(.proper) else { return nil }
            while continues(index), text.words[index].kind == .latin { index += 1 }
            return index
        }
        guard word.kind == .arabic, word.senses.isDisjoint(with: .functionWords) else {
            return nil
        }
        if trigger.contains(.eponym), let end = eponymEnd(index) {
            return purposeOfEponym(end)
        }
        if word.senses.contains(.orgTrigger), !names.isDefiniteWord(index), depth < 2,
            !trigger.contains(.weak),
            let end = constructEnd(index, traits[word.hash], depth: depth + 1)
        {
            return end
        }
        if let end = placeEnd(index, after: []) {
            guard !trigger.contains(.weak), !isTraffic(index) else { return nil }
            // وكالة تونس إفريقيا للأنباء.
            let second = placeEnd(end, after: []) ?? adjectivesEnd(end)
            return isFieldPurpose(second) ? purposeEnd(second) : second
        }
        if let end = idafaEnd(index) {
            // مكتب الرابطة الوطنية، مجلس إدارة الهيئة السعودية: the body is the inner one.
            if !trigger.contains(.proper), end - index > 1 || trigger.contains(.weak),
                text.words[end - 1].senses.contains(.orgTrigger)
            {
                return nil
            }
            if trigger.contains(.weak), !isNamed(index..<end), !isProper(end - 1, trigger),
                !trigger.contains(.eponym) || placeEnd(end, after: .ba) == nil
            {
                return nil
            }
            if isTraffic(end - 1) { return nil }
            return constructTail(qualifiedEnd(end), trigger)
        }
        guard trigger.contains(.proper), !trigger.contains(.weak) || word.senses.isUnknown
        else { return nil }
        while continues(index), index - start < 3, names.part(index) == .unknown,
            !isAdjectiveShape(index)
        {
            index += 1
        }
        if index == start + 1, trigger.contains(.proper), names.part(index) == .family {
            index += 1
        }
        return index > start + 1 ? adjectivesEnd(index) : nil
    }

    /// فريق الهلال: a word with the article that is a name, or no common one.
    private func isProper(_ index: Int, _ trigger: NameTraits) -> Bool {
        guard trigger.contains(.proper) else { return false }
        let senses = text.words[index].senses
        return !senses.contains(.commonWord) || senses.contains(.givenName)
    }

    /// Whether words of a weak trigger's name make it one: two of them, one an adjective of names.
    private func isNamed(_ range: Range<Int>) -> Bool {
        guard continues(range.upperBound) else { return false }
        let next = text.words[range.upperBound]
        if names.isDefiniteWord(range.upperBound) {
            return !next.senses.isDisjoint(with: Self.adjectives)
        }
        return qualifiedEnd(range.upperBound) > range.upperBound
            || isFieldPurpose(range.upperBound)
    }

    /// دفاعي، عمرانية: an adjective without the article.
    private func isAdjectiveShape(_ index: Int) -> Bool {
        let letters = text.letters(of: text.words[index])
        guard let last = letters.last, letters.count > 4 else { return false }
        return last == Letter.tehMarbuta && letters[letters.endIndex - 2] == Letter.yeh
    }

    /// نواب الشعب، الدول العربية: nouns up to the one with the article.
    private func idafaEnd(_ start: Int) -> Int? {
        var index = start
        while continues(index), index - start < 4 {
            let word = text.words[index]
            guard isNoun(index) else { return nil }
            if names.isDefiniteWord(index) { return index + 1 }
            if index > start, let end = placeEnd(index, after: []) { return end }
            guard !word.senses.isDisjoint(with: [.commonWord, .officePlural, .groupNoun])
            else { return nil }
            guard word.senses.isDisjoint(with: [.officeNoun, .eventNoun]) else { return nil }
            index += 1
        }
        return nil
    }

    func isNoun(_ index: Int) -> Bool {
        let word = text.words[index]
        guard word.kind == .arabic,
            word.senses.isDisjoint(with: Self.ends) || word.hash == Self.world
        else { return false }
        guard word.senses.isDisjoint(with: .givenName) || names.isDefiniteWord(index) else {
            return word.senses.contains(.ambiguousName)
        }
        // باللجنة، واللجنة.
        if !names.isDefiniteWord(index), word.isDefinite { return false }
        return !isVerb(word)
    }

    /// يقول، ستعقد.
    private func isVerb(_ word: Word) -> Bool {
        guard !traits[word.hash].contains(.field) else { return false }
        let letters = text.letters(of: word)
        guard let first = letters.first, letters.count > 3 else { return false }
        if first == Letter.yeh { return true }
        let second = letters[letters.startIndex + 1]
        return first == Letter.seen && (second == Letter.yeh || second == Letter.teh)
            && letters.count > 4
    }

    /// مستشفى فرحات حشاد، جامعة الملك سعود.
    private func eponymEnd(_ start: Int) -> Int? {
        guard start < text.words.count else { return nil }
        var index = start
        if text.words[index].senses.contains(.title), names.isDefiniteWord(index) {
            index += 1
            guard continues(index) else { return nil }
        } else {
            let part = names.part(index)
            guard part == .given || part == .particle || part == .ambiguous else { return nil }
        }
        let part = names.part(index)
        guard part != .none,
            let chain = names.chain(from: index, first: part, isAnnounced: false),
            chain.known > 0
        else { return nil }
        if index == start, chain.score < 3, chain.count < 3, part != .given {
            guard chain.count > 1, names.isDefiniteWord(index) else { return nil }
        }
        // محمد السادس.
        if continues(chain.end), text.words[chain.end].senses.contains(.ordinal),
            names.isDefiniteWord(chain.end)
        {
            return chain.end + 1
        }
        return chain.end
    }

    private func purposeOfEponym(_ end: Int) -> Int {
        purposeEnd(end) ?? adjectivesEnd(end)
    }

    /// "الجزيرة".
    private func quotedEnd(_ start: Int) -> Int? {
        guard text.words[start].before.contains(.openQuote),
            text.words[start].before.isDisjoint(with: .breaks)
        else { return nil }
        var index = start + 1
        while index < text.words.count, index - start < 5 {
            let before = text.words[index].before
            if before.contains(.closeQuote) { return index }
            guard before.isDisjoint(with: .breaks) else { return nil }
            index += 1
        }
        return nil
    }

    // MARK: - What follows

    private func constructTail(_ end: Int, _ trigger: NameTraits) -> Int {
        guard continues(end) else { return end }
        // وكالة الأناضول للأنباء.
        if isFieldPurpose(end), let purpose = purposeEnd(end) { return purpose }
        if trigger.contains(.eponym), !trigger.isDisjoint(with: [.weak, .proper]),
            let place = placeEnd(end, after: .ba)
        {
            return place
        }
        return end
    }

    // MARK: - Letters

    func continues(_ index: Int) -> Bool {
        index < text.words.count && names.continues(text.words[index])
    }

    /// The plural of people, or of things in ات.
    func isPlural(_ index: Int) -> Bool {
        let letters = text.letters(of: text.words[index])
        guard let last = letters.last, letters.count > 4 else { return false }
        let beforeLast = letters[letters.endIndex - 2]
        return last == Letter.teh && beforeLast == Letter.alef
    }

    /// حركة المسافرين، حركة المرور.
    private func isTraffic(_ index: Int) -> Bool {
        Self.traffic.contains(text.words[index].hash)
            && text.words[index - 1].anySenses.contains(.orgTrigger)
    }

    private static let traffic = WordSet(
        """
        السويس الإنترنت الدم العمل العدو المسافرين المرور السير النقل الملاحة القطارات البيع الطيران السفر التجارة
        """)

    func endsInTehMarbuta(_ index: Int) -> Bool {
        text.lastLetter(index) == Letter.tehMarbuta
    }
}
