/// What a word can be after the first of a name: what stands beside it is asked, too.
extension NameReader {
    /// What a word can be after the first of a name.
    func partAfter(_ index: Int, chain: Chain, isAnnounced: Bool) -> Part {
        let word = text.words[index]
        guard word.kind == .arabic else { return .none }
        let part = part(word, word.senses, cut: 0, follows: true)
        // عبدالعزيز أمير منطقة الرياض.
        if part == .ambiguous,
            !word.senses.isDisjoint(with: [.officeNoun, .title, .kinship, .timeNoun]),
            isHead(index)
        {
            return .none
        }
        // سعد بن رحيل السويدي: of a city or country by his family name.
        if part == .none, word.senses.contains([.nisba, .familyName]), chain.known > 0 {
            return .definite
        }
        if part == .none, chain.known > 0, Self.innerTitles.contains(word.hash),
            isLast(index) || self.part(index + 1) == .given
        {
            return .definite
        }
        // الأمير محمد الرشيد: a given name wants another after it.
        if part == .none, isAnnounced, chain.count == 1, chain.sure == 1,
            isDefiniteWord(index),
            isFamilyShape(word), !isParticiple(text.letters(of: word)),
            text.letters(of: word)[Int(word.firstLetter) + 2] != Letter.meem
        {
            return .definite
        }
        // خالد قرار الحربي.
        if part == .none, isAnnounced, chain.count == 1, chain.sure == 1, isFamilyShape(word),
            index + 1 < text.words.count, continues(text.words[index + 1]),
            text.words[index + 1].senses.contains(.familyName), isDefiniteWord(index + 1)
        {
            return .unknown
        }
        if part == .none, chain.known > 0, isLast(index), isFamilyShape(word) {
            return isDefiniteWord(index) ? .definite : .unknown
        }
        switch part {
        // أسماء القوائم، علي الكيميائيين: the first is a name only if the second is one.
        case .definite
        where !isAnnounced && chain.count == 1 && isDoubtful(index - 1) && isNoun(word):
            return .none
        case .unknown where isAccusative(word): return .none
        default: return part
        }
    }

    /// Whether a given name may well be another word; على is often written علي.
    private func isDoubtful(_ index: Int) -> Bool {
        let word = text.words[index]
        return word.senses.contains(.ambiguousName) || word.hash == Self.ali
    }

    /// Whether a word with the article is a noun that news uses without it too, or a plural.
    private func isNoun(_ word: Word) -> Bool {
        let letters = text.letters(of: word)
        guard letters.last != Letter.yeh, letters.haveArticle else { return false }
        return isPlural(letters) || isCommon(letters.dropFirst(2))
    }

    /// عمر بن عبد العزيز عادلا: a common word with the ending of an adverb.
    private func isAccusative(_ word: Word) -> Bool {
        let letters = text.letters(of: word)
        return letters.count > 3 && letters.last == Letter.alef && isCommon(letters.dropLast())
    }

    private func isCommon(_ letters: ArraySlice<UInt16>) -> Bool {
        Lexicon.shared.senses(of: WordHash.of(text.letters, letters.indices)).contains(.commonWord)
    }

    private static let ali = WordHash.of("علي")

    /// Whether an office may begin at a word: what follows it says of what.
    private func isHead(_ index: Int) -> Bool {
        guard index + 1 < text.words.count, continues(text.words[index + 1]) else { return false }
        let next = text.words[index + 1]
        return next.isDefinite
            || !next.senses.isDisjoint(with: [.orgTrigger, .placeTrigger, .placeStart, .commonWord])
    }

    /// Whether a mark ends the phrase after a word.
    private func isLast(_ index: Int) -> Bool {
        guard index + 1 < text.words.count else { return true }
        let next = text.words[index + 1]
        return next.senses.contains(.officeNoun) || next.letterCount == 1
            || !next.before.isDisjoint(
                with: [.comma, .fullStop, .paragraph, .openBracket, .closeBracket])
    }

    /// Whether what follows a word is no noun that it could stand before.
    func endsName(after index: Int) -> Bool {
        if isLast(index) { return true }
        let next = text.words[index + 1]
        return next.isDefinite || !next.senses.isDisjoint(with: Senses.functionWords)
            || next.anySenses.contains(.sayingVerb)
    }

    /// Whether a word that is known as another may be a family name: عبد الحميد قياس.
    private func isFamilyShape(_ word: Word) -> Bool {
        guard word.senses.isCommonAtMost,
            !text.readings(of: word).dropFirst().contains(where: {
                $0.proclitics != .kaf && !$0.senses.isUnknown
            })
        else { return false }
        let letters = text.letters(of: word)
        guard let first = letters.first, let last = letters.last, letters.count > 2 else {
            return false
        }
        switch last {
        case Letter.alef, Letter.tehMarbuta, Letter.heh, Letter.teh: return false
        default: break
        }
        return first != Letter.yeh && first != Letter.teh && first != Letter.waw
            && first != Letter.seen && !(word.isDefinite && !letters.haveArticle)
    }

    /// Titles that stand inside names: إبراهيم الشيخ خليل.
    private static let innerTitles = WordSet(
        "الشيخ الحاج السيد الباشا القاضي العميد المفتي الفقيه")
}
