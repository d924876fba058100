/// Reads the names of people: where one begins, and where it ends.
///
/// What each word can be in a name is asked here, by the lexicon and then by its letters; names are
/// read word by word in ``chain(from:first:isAnnounced:)``.
struct NameReader {
    /// What a word can be in a name.
    enum Part {
        /// A given name, and rarely another word.
        case given
        /// A given or family name that is another word as well.
        case ambiguous
        case family
        /// بن، أبو، آل: a name only with the next word.
        case particle
        case unknown
        /// An unknown word with the article: الوسلاتي.
        case definite
        /// No part of a name.
        case none
    }

    /// Classes of words that end a name, if they are no names.
    static let ends: Senses = Senses.functionWords.union([
        .honorific, .title, .officeNoun, .officePlural, .orgTrigger, .month, .weekday, .timeNoun,
        .numberWord, .ordinal, .eventNoun, .placeTrigger, .facilityTrigger, .direction, .nisba,
        .eventVerb, .themeNoun, .recommendVerb, .decisionVerb, .kinship, .groupNoun, .commonWord,
        .orgAdjective, .medium,
    ])

    let text: NewsText

    /// What a word can be in a name. Proclitics make it none, unless the word is known whole.
    func part(_ index: Int) -> Part {
        let word = text.words[index]
        guard word.kind == .arabic else { return .none }
        return part(word, word.senses, cut: 0)
    }

    /// What a word can be as the first of a name, without `cut` letters.
    func part(_ index: Int, reading: WordReading) -> Part {
        part(text.words[index], reading.senses, cut: Int(reading.cut))
    }

    func part(_ word: Word, _ senses: Senses, cut: Int, follows: Bool = false) -> Part {
        if senses.contains(.nameParticle) { return .particle }
        if word.hash == Self.god { return .none }
        if !senses.isDisjoint(with: [.particle, .pronoun]) { return .none }
        if senses.contains(.givenName) {
            // على and علي have one key form.
            if Int(word.letterCount) - cut == 3, isAla(word, cut) { return .none }
            guard senses.contains(.ambiguousName) else { return .given }
            return senses.isDisjoint(with: [.ordinal, .numberWord]) ? .ambiguous : .none
        }
        if senses.contains(.familyName), senses.isDisjoint(with: .nisba) {
            return senses.contains(.ambiguousName) ? .ambiguous : .family
        }
        guard senses.isDisjoint(with: Self.ends) else { return .none }
        let letters = text.letters(of: word).dropFirst(cut)
        guard letters.count > 1 else { return .none }
        if isCompound(letters) { return .given }
        if cut == 0, isReadOtherwise(word) { return .none }
        let isDefinite = letters.haveArticle
        // العبدالله: the family of عبدالله.
        if isDefinite, endsInGod(letters) { return .definite }
        if isStrange(letters, follows: follows) || isDefinite && isParticiple(letters) {
            return .none
        }
        // After a name the article begins a family name, whatever its ending.
        if isDefinite, follows ? isRelational(letters) : isPlural(letters) { return .none }
        if isDefinite { return .definite }
        if TraitTable.shared[word.hash].contains(.namesake) { return .none }
        return isMaghrebi(letters) ? .family : .unknown
    }

    /// Whether the word ends in alef maksura: the preposition على.
    private func isAla(_ word: Word, _ cut: Int) -> Bool {
        let first = Int(word.firstLetter) + cut
        return text.letters[first] == 0x639 && text.letters[first + 1] == Letter.lam
            && text.letters[first + 2] == Letter.yeh && text.utf8[Int(word.endByte) - 1] == 0x89
    }

    /// Whether the word is و, ف, ب, ل or ك and a known word.
    private func isReadOtherwise(_ word: Word) -> Bool {
        for reading in text.readings(of: word).dropFirst() {
            if !reading.proclitics.isDisjoint(with: .conjunctions),
                reading.senses.contains(.givenName) || isDefinite(after: reading, word)
            {
                return true
            }
            if reading.proclitics.contains(.fused) { return true }
            if isDefinite(after: reading, word) { return true }
            if !reading.senses.isDisjoint(with: Self.ends.union(.placeStart)) { return true }
            if reading.senses.contains(.givenName), !reading.senses.contains(.ambiguousName) {
                return true
            }
        }
        return false
    }

    private func isDefinite(after reading: WordReading, _ word: Word) -> Bool {
        text.letters(of: word).dropFirst(Int(reading.cut)).haveArticle
    }

    /// Whether nothing stands before a word that ends a name.
    func continues(_ word: Word) -> Bool {
        if word.before.isEmpty { return true }
        if word.before == [.dash, .joined] { return true }
        return word.before == .joined
    }

    /// Whether the whole word has the article.
    func isDefiniteWord(_ index: Int) -> Bool { text.hasArticle(index) }

    static let god = WordHash.of("الله")
}

extension Senses {
    /// Every class that says what a word is besides a name.
    private static let known = NameReader.ends.union([
        .givenName, .familyName, .nameParticle, .placeStart, .orgName, .knownPerson,
    ])
    private static let knownButCommon = known.subtracting(.commonWord)

    /// Whether nothing is known that tells whether the word is a name.
    var isUnknown: Bool { isDisjoint(with: Self.known) }

    /// Whether nothing is known of the word, or that news uses it.
    var isCommonAtMost: Bool { isDisjoint(with: Self.knownButCommon) }
}
