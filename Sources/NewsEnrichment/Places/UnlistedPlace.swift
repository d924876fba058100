/// A place that no gazetteer needs to have, because a word for its kind says what it is: معتمدية فوسانة,
/// قرية الدالوة, حي الروضة, معبر الكرامة, مطار الملك خالد الدولي.
struct UnlistedPlace: Sendable {
    /// The words of the mention; of a site the word for its kind is part.
    let words: Range<Int>
    /// How the first of them is read.
    let reading: WordReading
    /// What it is.
    let kind: Place.Kind

    /// The place after a word for a kind; `nil` if what follows is no name.
    static func after(_ trigger: Int, in text: NewsText) -> UnlistedPlace? {
        guard let word = text.reading(of: text.words[trigger], in: .namingTrigger),
            word.proclitics.isDisjoint(with: .kaf)
        else { return nil }
        let isSite = KindWords.sites.contains(word.hash)
        guard let end = end(of: word, at: trigger, isSite, in: text) else { return nil }
        return UnlistedPlace(
            words: (isSite ? trigger : trigger + 1)..<end,
            reading: isSite ? word : text.readings[Int(text.words[trigger + 1].firstReading)],
            kind: isSite
                ? .facility : KindWords.settlements.contains(word.hash) ? .city : .region)
    }

    private static func end(
        of kind: WordReading, at trigger: Int, _ isSite: Bool, in text: NewsText
    ) -> Int? {
        let first = trigger + 1
        guard first < text.words.count, text.words[first].before.isDisjoint(with: .breaks),
            text.words[first].kind == .arabic
        else { return nil }
        let word = text.words[first]
        if isSite {
            if KindWords.rulers.contains(word.hash) { return endOfRuler(first, in: text) }
            guard KindWords.publicSites.contains(kind.hash), isDefiniteName(first, in: text) else {
                return nil
            }
            return first + 1
        }
        if KindWords.openings.contains(word.hash), continues(first, in: text) {
            // سيدي حسين, أولاد علي
            let isLink = KindWords.links.contains(text.words[first + 1].hash)
            return isLink && continues(first + 1, in: text) ? first + 3 : first + 2
        }
        if isDefiniteName(first, in: text) { return first + 1 }
        // An adjective of بلدة or قرية ends in ة, a verb that goes with it begins with ت.
        let isSure = KindWords.delegations.contains(kind.hash)
        guard isSure || KindWords.settlements.contains(kind.hash), !word.isDefinite,
            isName(first, in: text), isSure || isForeignName(word, in: text)
        else { return nil }
        return first + 1
    }

    /// After الملك and the like: the name, its fathers', and الدولي.
    private static func endOfRuler(_ title: Int, in text: NewsText) -> Int? {
        var end = title
        while end < title + 6, continues(end, in: text) {
            end += 1
            let hash = text.words[end].hash
            if !KindWords.links.contains(hash), end + 1 < text.words.count,
                !KindWords.fathers.contains(text.words[end + 1].hash)
            {
                break
            }
        }
        guard end > title else { return nil }
        end += 1
        while end < text.words.count, text.words[end].before.isDisjoint(with: .breaks),
            KindWords.siteAdjectives.contains(text.words[end].hash)
        {
            end += 1
        }
        return end
    }

    private static func isDefiniteName(_ index: Int, in text: NewsText) -> Bool {
        let word = text.words[index]
        return word.isDefinite && text.letters(of: word).first == Letter.alef
            && isName(index, in: text)
    }

    private static func isName(_ index: Int, in text: NewsText) -> Bool {
        let word = text.words[index]
        return word.letterCount > 2 && word.senses.isDisjoint(with: excluded)
            && !word.anySenses.contains(.nisba) && !KindWords.common.contains(word.hash)
            && text.letters(of: word).first != Letter.waw
    }

    /// Whether an indefinite word is neither an adjective nor a verb nor begins with a proclitic.
    private static func isForeignName(_ word: Word, in text: NewsText) -> Bool {
        let letters = text.letters(of: word)
        guard let first = letters.first, let last = letters.last else { return false }
        return last != Letter.tehMarbuta && last != Letter.alef && last != Letter.heh
            && ![Letter.teh, Letter.yeh, Letter.waw, Letter.beh, Letter.feh, Letter.lam]
                .contains(first)
            && letters.count > 3 && word.anySenses.isDisjoint(with: excluded)
    }

    private static let excluded: Senses = Senses.functionWords.union(
        [
            .month, .weekday, .timeNoun, .numberWord, .ordinal, .direction, .locative, .title,
            .honorific, .orgTrigger, .groupNoun, .eventNoun, .placeTrigger, .officeNoun,
        ])

    private static func continues(_ index: Int, in text: NewsText) -> Bool {
        guard index + 1 < text.words.count else { return false }
        let next = text.words[index + 1]
        return next.kind == .arabic && next.before.isDisjoint(with: .breaks)
            && next.senses.isDisjoint(with: Senses.functionWords)
    }
}
