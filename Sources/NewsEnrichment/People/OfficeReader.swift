/// Reads an office with its complement, up to the name of its holder.
struct OfficeReader {
    /// The words from the first to the name, titles within it included: a row of titles has no end.
    static let maxWords = 16

    let names: NameReader
    /// The bodies of the text, in its order.
    let organisations: [OrganisationMention]

    private var text: NewsText { names.text }

    /// The office whose head is at `head`.
    func phrase(at head: Int, reading: WordReading) -> OfficePhrase {
        phrase(at: head, reading: reading, until: min(head + Self.maxWords, text.words.count))
    }

    private func phrase(at head: Int, reading: WordReading, until limit: Int) -> OfficePhrase {
        let traits = TraitTable.shared[reading.hash]
        var state = State(
            head: head, limit: limit, isDefinite: hasArticle(head, reading),
            isTitle: reading.senses.contains(.title), isCourtesy: traits.contains(.courtesy))
        state.isComplete = state.isDefinite || traits.contains(.kin)
        while state.index < limit, names.continues(text.words[state.index]) {
            guard step(&state) else { break }
        }
        if state.name == nil, state.index < text.words.count,
            text.words[state.index].before == .comma, state.isSpecific || state.isDefinite,
            let chain = names.chain(
                from: state.index, first: names.part(state.index), isAnnounced: false),
            chain.score > 2, chain.count > 1, chain.sure > 0
        {
            // وزير الداخلية، لطفي بن جدو،
            state.name = state.index
        }
        return OfficePhrase(
            words: head..<(state.name == nil ? state.end : max(state.end, state.wideEnd)),
            wideEnd: state.wideEnd, cut: Int(reading.cut), proclitics: reading.proclitics,
            organisation: state.organisation,
            isSpecific: state.isSpecific, name: state.name,
            isSole: traits.contains(.sole), isKin: traits.contains(.kin),
            honorific: state.honorific,
            isDefinite: state.isDefinite)
    }

    private struct State {
        let head: Int
        /// The end of the words that may be read.
        let limit: Int
        let isDefinite: Bool
        let isTitle: Bool
        /// Whether it is a title that stands before a family name alone.
        let isCourtesy: Bool
        var index: Int
        /// The end of the office as it stands alone.
        var end: Int
        /// The end of the office before a name: with where it is held.
        var wideEnd: Int
        /// Whether a name may follow: the last noun has the article, or is one of a kind.
        var isComplete = false
        var isSpecific = false
        var organisation: Int?
        var name: Int?
        var honorific: Range<Int>?
        /// A preposition stands last, and wants its noun.
        var isOpen = false
        /// What follows is no part of the office alone.
        var isWide = false

        init(head: Int, limit: Int, isDefinite: Bool, isTitle: Bool, isCourtesy: Bool) {
            self.isCourtesy = isCourtesy
            self.head = head
            self.limit = limit
            self.isDefinite = isDefinite
            self.isTitle = isTitle
            index = head + 1
            end = head + 1
            wideEnd = head + 1
        }

        mutating func take(until next: Int, isComplete: Bool) {
            index = next
            self.isComplete = isComplete
            isOpen = false
            wideEnd = next
            if !isWide {
                end = next
                isSpecific = true
            }
        }
    }

    /// Takes the next word into the office, or ends it.
    private func step(_ state: inout State) -> Bool {
        let index = state.index
        let word = text.words[index]
        guard word.kind == .arabic else { return false }
        if word.senses.contains(.honorific) {
            var next = index + 1
            while next < state.limit, names.continues(text.words[next]),
                !text.words[next].senses.isDisjoint(with: [.honorific, .title])
            {
                next += 1
            }
            guard next < state.limit, names.continues(text.words[next]) else { return false }
            state.honorific = index..<next
            state.name = next
            return false
        }
        if let (place, mention) = organisation(at: index) {
            guard mention.cut == 0 || startsWithPreposition(index) else { return false }
            state.organisation = state.organisation ?? place
            state.isWide = state.isWide || mention.cut > 0 && !startsWithLam(index)
            state.take(until: mention.words.upperBound, isComplete: true)
            return true
        }
        if state.isComplete, word.hash != Self.onBehalf || isGiven(index + 1),
            isName(at: index, state)
        {
            state.name = index
            return false
        }
        return takeComplement(&state, word)
    }

    private func takeComplement(_ state: inout State, _ word: Word) -> Bool {
        let index = state.index
        let senses = word.senses
        if senses.contains(.title), index > state.head + 1, isNamesake(index - 1),
            !names.isDefiniteWord(index - 1),
            index + 1 < text.words.count, names.continues(text.words[index + 1]),
            let chain = names.chain(
                from: index + 1, first: names.part(index + 1), isAnnounced: true)
        {
            // رئيس مدينة الملك عبدالعزيز.
            state.take(until: chain.end, isComplete: true)
            return true
        }
        if senses.contains(.title), names.isDefiniteWord(index), index > state.head + 1,
            state.isComplete
        {
            // وزير الداخلية العميد فلان.
            let title = phrase(
                at: index, reading: text.readings(of: word)[Int(word.firstReading)],
                until: state.limit)
            if let name = title.name {
                state.name = name
                state.honorific = index..<name
            }
            // عضو المكتب السياسي: an adjective, too.
            guard title.name == nil, senses.contains(.orgAdjective) else { return false }
        }
        if senses.contains(.preposition) || word.hash == Self.onBehalf {
            guard !state.isOpen,
                index > state.head + 1 || word.hash == Self.onBehalf
                    || state.isDefinite
            else { return false }
            if word.hash != Self.onBehalf, word.hash != Self.at { state.isWide = true }
            state.isOpen = true
            state.isComplete = false
            state.index += 1
            return true
        }
        guard senses.isDisjoint(with: Self.ends) else { return false }
        if names.isDefiniteWord(index) {
            // استقبل والي جهة مراكش الوفد.
            guard index == state.head + 1 || !isPlace(index - 1) || isAdjective(word) else {
                return false
            }
            state.take(until: index + 1, isComplete: true)
            return true
        }
        let readings = text.readings(of: word)
        if let reading = readings.first(where: { $0.proclitics.contains(.fused) }),
            reading.proclitics.isDisjoint(with: .conjunctions)
        {
            state.take(until: index + 1, isComplete: true)
            return true
        }
        if word.isDefinite { return takeProclitic(&state, word) }
        if senses.contains(.placeStart),
            !state.isComplete || state.isOpen || !names.isDefiniteWord(index - 1)
        {
            state.take(until: index + 1, isComplete: true)
            return true
        }
        if let reading = readings.first(where: { $0.senses.contains(.placeStart) && $0.cut > 0 }),
            senses.isUnlisted, reading.proclitics.isDisjoint(with: .conjunctions)
        {
            state.isWide = state.isWide || !reading.proclitics.contains(.lam)
            state.take(until: index + 1, isComplete: true)
            return true
        }
        if senses.isUnknown, isGiven(index + 1), isPlaceNoun(index - 1) {
            // وكيل محافظة بلقرن فايز العلياني.
            state.take(until: index + 1, isComplete: true)
            return true
        }
        // رئيس قسم طب القلب: nouns without the article, until one has it.
        guard !state.isComplete || state.isOpen || startsWithLam(index),
            !senses.isDisjoint(with: Self.nouns) || startsWithLam(index)
        else { return false }
        state.take(until: index + 1, isComplete: false)
        state.isSpecific = false
        return true
    }

    /// بالمغرب، والرياضة.
    private func takeProclitic(_ state: inout State, _ word: Word) -> Bool {
        guard
            let reading = text.readings(of: word).first(where: {
                $0.cut > 0 && hasArticle(state.index, $0)
            })
        else { return false }
        let known = reading.senses
        guard known.isDisjoint(with: [.title, .officeNoun, .orgTrigger, .honorific]) else {
            return false
        }
        if !reading.proclitics.isDisjoint(with: .conjunctions) {
            guard TraitTable.shared[reading.hash].contains(.field), state.index > state.head + 1
            else { return false }
        } else if reading.proclitics.contains(.ba) {
            state.isWide = true
        } else if !reading.proclitics.contains(.lam) {
            return false
        }
        state.take(until: state.index + 1, isComplete: true)
        return true
    }

    /// Whether a name begins at a word that may as well belong to the office.
    private func isName(at index: Int, _ state: State) -> Bool {
        let part = names.part(index)
        let isNext = index == state.head + 1
        // وكيل محافظة بلقرن فايز العلياني.
        if part == .unknown || part == .family, isPlaceNoun(index - 1), isGiven(index + 1) {
            return false
        }
        guard part != .none,
            let chain = names.chain(from: index, first: part, isAnnounced: true)
        else { return false }
        switch part {
        case .given: return word(index).senses.isDisjoint(with: .officeNoun) || chain.count > 1
        case .ambiguous:
            // الحبيب may be an adjective; so the next word must be a name too.
            // والصيد البحري سمير بالطيب: an adjective before the name.
            if names.isDefiniteWord(index) { return chain.count > 1 && !isGiven(index + 1) }
            return chain.count > 1 || isNext && state.isTitle
        case .family:
            guard names.isDefiniteWord(index) else { return true }
            // الوزير الدمشقي معين الدين: an adjective before the name.
            return isNext && chain.count == 1 && !isGiven(index + 1)
        case .particle: return chain.score > 1
        case .unknown:
            // لتبصير، ومرح.
            if mayHaveProclitic(index),
                chain.count == 1 || text.letters(of: word(index)).first == Letter.waw
            {
                return false
            }
            if word(index).senses.contains(.placeStart) { return false }
            let isFeminine = text.letters(of: text.words[index]).last == Letter.tehMarbuta
            let isAdverb =
                chain.count == 1 && text.letters(of: text.words[index]).last == Letter.alef
            return !isFeminine && !isAdverb && (chain.count > 1 || isNext && state.isTitle)
        case .definite, .none:
            return isNext && state.isCourtesy && chain.count == 1 && !isGiven(index + 1)
        }
    }

    /// مراكش: the name of a place without the article. What is a common word, too, is one after إقليم.
    private func isPlace(_ index: Int) -> Bool {
        let senses = word(index).senses
        guard senses.contains(.placeStart), !names.isDefiniteWord(index),
            senses.isDisjoint(with: Self.nouns.subtracting(.commonWord)),
            senses.isDisjoint(with: [.nameParticle, .givenName])
        else { return false }
        return !senses.contains(.commonWord) || word(index - 1).senses.contains(.placeTrigger)
    }

    /// محافظة, مدينة: a noun that wants the name of a place.
    private func isPlaceNoun(_ index: Int) -> Bool {
        word(index).senses.contains(.placeTrigger) && !names.isDefiniteWord(index)
    }

    /// الشمالية, السابق: what may describe a place or an office.
    private func isAdjective(_ word: Word) -> Bool {
        let letters = text.letters(of: word)
        // ألمع has no article.
        guard !word.traits.contains(.hamza),
            word.senses.isDisjoint(
                with: [.nisba, .orgAdjective, .direction, .ordinal, .placeStart]),
            !Self.epithets.contains(word.hash), !TraitTable.shared[word.hash].contains(.stop),
            let last = letters.last
        else { return true }
        return last == Letter.yeh
            || last == Letter.tehMarbuta && letters[letters.endIndex - 2] == Letter.yeh
    }

    private func isNamesake(_ index: Int) -> Bool {
        text.readings(of: text.words[index]).contains {
            TraitTable.shared[$0.hash].contains(.namesake)
        }
    }

    private func word(_ index: Int) -> Word { text.words[index] }

    private func mayHaveProclitic(_ index: Int) -> Bool {
        switch text.letters(of: text.words[index]).first {
        case Letter.lam, Letter.waw, Letter.feh, Letter.beh, Letter.kaf:
            text.words[index].letterCount > 4
        default: false
        }
    }

    private func isGiven(_ index: Int) -> Bool {
        index < text.words.count && names.continues(text.words[index])
            && names.part(index) == .given
    }

    private static let onBehalf = WordHash.of("باسم")
    private static let at = WordHash.of("لدى")
    /// Of cities.
    private static let epithets = WordSet(
        "المكرمة المنورة المقدسة الشريف الشريفة المحتلة المحروسة العليا السفلى")
    /// What a complement may be without the article.
    private static let nouns: Senses = [
        .commonWord, .officeNoun, .orgTrigger, .officePlural, .groupNoun, .eventNoun,
        .placeTrigger, .facilityTrigger, .timeNoun, .ambiguousName,
    ]
    private static let ends: Senses = Senses.functionWords.union([
        .month, .weekday, .numberWord, .eventVerb, .decisionVerb, .recommendVerb,
    ])

    private func organisation(at index: Int) -> (Int, OrganisationMention)? {
        guard !text.words[index].anySenses.isDisjoint(with: [.orgTrigger, .orgName]) else {
            return nil
        }
        var (low, high) = (0, organisations.count)
        while low < high {
            let middle = (low + high) / 2
            if organisations[middle].words.lowerBound < index {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < organisations.count, organisations[low].words.lowerBound == index else {
            return nil
        }
        return (low, organisations[low])
    }

    private func hasArticle(_ index: Int, _ reading: WordReading) -> Bool {
        if reading.proclitics.contains(.fused) { return true }
        return text.hasArticle(index, cut: Int(reading.cut))
    }

    private func startsWithLam(_ index: Int) -> Bool {
        text.letters(of: text.words[index]).first == Letter.lam
            && text.readings(of: text.words[index]).contains {
                $0.proclitics.contains(.lam) && !$0.senses.isUnlisted
            }
    }

    private func startsWithPreposition(_ index: Int) -> Bool {
        let first = text.letters(of: text.words[index]).first
        return first == Letter.lam || first == Letter.beh
    }
}
