/// Tells words that a reporter quotes inside of a reported clause from names in quotation marks.
struct FragmentTest: Sendable {
    let text: NewsText
    let index: SpeakerIndex

    /// Whether quoted words are the speaker's own.
    ///
    /// A name is one word, or words of which each has the article, or stands after what it names. What
    /// somebody says has a verb or a preposition in it, or is longer than names are.
    func isFragment(_ pair: Range<Int>) -> Bool {
        guard pair.count >= 2, pair.lowerBound > 0 else { return false }
        let first = text.words[pair.lowerBound]
        let before = text.words[pair.lowerBound - 1]
        guard first.kind == .arabic, !first.senses.contains(.accordingTo) else { return false }
        if pair.count < 8 {
            if isNaming(before) { return false }
            if index.mention(at: pair.lowerBound) != nil, pair.count < 5 { return false }
        }
        let isBody = before.anySenses.contains(.orgTrigger)
        if pair.count >= 6 { return pair.count > 7 || !isBody }
        var definite = 0
        var spoken = 0
        for word in pair {
            let here = text.words[word]
            if here.kind == .latin || here.kind == .number { return false }
            if here.isDefinite { definite += 1 }
            if !here.senses.isDisjoint(with: [.preposition, .particle, .pronoun, .verb, .relative])
            {
                spoken += 1
            }
            if isVerbForm(here) { spoken += 1 }
        }
        if spoken > 0 { return true }
        if isBody { return false }
        return pair.count == 2 ? definite == 0 && !first.isDefinite : false
    }

    private static let nouns: Senses = [
        .title, .honorific, .officeNoun, .groupNoun, .orgTrigger, .medium, .eventNoun,
    ]

    /// Whether what it names stands after a word: تنظيم، صحيفة، فيلم.
    private func isNaming(_ word: Word) -> Bool {
        !word.anySenses.isDisjoint(with: [.medium, .themeNoun])
            || text.has([.namingNoun, .workNoun], word)
    }

    /// Whether a word looks like a verb: يفعل, or تجاوزت and no plural in ات.
    private func isVerbForm(_ word: Word) -> Bool {
        let letters = text.letters(of: word)
        guard letters.count > 3, !word.isDefinite else { return false }
        if letters.first == Letter.yeh { return true }
        // سيبقى، ستعود: no plural or feminine noun, and no person or body.
        if letters.first == Letter.seen, letters.count > 4,
            [Letter.yeh, Letter.teh, Letter.noon].contains(letters[letters.startIndex + 1]),
            word.senses.isDisjoint(with: Self.nouns), letters.last != Letter.teh,
            letters.last != Letter.tehMarbuta
        {
            return true
        }
        return letters.count > 4 && letters.last == Letter.teh
            && letters[letters.endIndex - 2] != Letter.alef
    }
}
