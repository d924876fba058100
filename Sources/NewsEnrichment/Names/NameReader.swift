/// Reads the names of people: where one begins, and where it ends.
///
/// A name is a chain: given names, بن and its like with what follows, family names, and at its end a
/// word that nothing is known of. Boundaries are the hard part, so the chain ends at the first word
/// that news uses as something else.
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

    /// A name that was read.
    struct Chain {
        /// The place after its last word.
        var end: Int
        /// How many words it has.
        var count = 0
        /// How sure it is a name: two a known name, one a word that may be one.
        var score = 0
        /// How many of its words are names that are known.
        var known = 0
        /// How many of those are rarely another word.
        var sure = 0
        /// Whether a family name or a compound is among them.
        var hasFamily = false
    }

    /// Longer names do not occur: seven generations of a prince.
    private static let maxWords = 14
    private static let aliHash = WordHash.of("علي")

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

    private func part(_ word: Word, _ senses: Senses, cut: Int, follows: Bool = false) -> Part {
        if senses.contains(.nameParticle) { return .particle }
        if word.hash == Self.god { return .none }
        if !senses.isDisjoint(with: [.particle, .pronoun]) { return .none }
        if senses.contains(.givenName) {
            // على and علي have one key form.
            if word.letterCount - UInt8(cut) == 3, isAla(word, cut) { return .none }
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

    /// What a word can be after the first of a name.
    private func partAfter(_ index: Int, chain: Chain, isAnnounced: Bool) -> Part {
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
        return part
    }

    /// Whether an office may begin at a word: what follows it says of what.
    private func isHead(_ index: Int) -> Bool {
        guard index + 1 < text.words.count, continues(text.words[index + 1]) else { return false }
        let next = text.words[index + 1]
        return next.isDefinite
            || !next.senses.isDisjoint(with: [.orgTrigger, .placeTrigger, .placeStart, .commonWord])
    }

    /// Titles that stand inside names: إبراهيم الشيخ خليل.
    private static let innerTitles = WordSet(
        "الشيخ الحاج السيد الباشا القاضي العميد المفتي الفقيه")

    /// Whether a mark ends the phrase after a word.
    private func isLast(_ index: Int) -> Bool {
        guard index + 1 < text.words.count else { return true }
        let next = text.words[index + 1]
        return next.senses.contains(.officeNoun) || next.letterCount == 1
            || !next.before.isDisjoint(
                with: [.comma, .fullStop, .paragraph, .openBracket, .closeBracket])
    }

    /// Whether what follows a word is no noun that it could stand before.
    private func endsName(after index: Int) -> Bool {
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

    /// Whether the word ends in alef maksura: the preposition على.
    private func isAla(_ word: Word, _ cut: Int) -> Bool {
        let letters = text.letters(of: word).dropFirst(cut)
        guard letters.elementsEqual([0x639, Letter.lam, Letter.yeh]) else { return false }
        return text.utf8[Int(word.endByte) - 1] == 0x89
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

    /// Reads a name from `start`.
    ///
    /// - Parameters:
    ///   - first: What the first word is.
    ///   - isAnnounced: Whether a title stands before it: then unknown words may begin it.
    func chain(from start: Int, first: Part, isAnnounced: Bool) -> Chain? {
        var chain = Chain(end: start)
        var unknown = 0
        var isClosed = false
        // After الحبيب no word follows that nothing is known of.
        var isHalfClosed = false
        var hasSon = false
        var index = start
        while index < text.words.count, index - start < Self.maxWords {
            let word = text.words[index]
            if index > start, !continues(word) { break }
            var part =
                index == start ? first : partAfter(index, chain: chain, isAnnounced: isAnnounced)
            if let compound = compoundEnd(index, part) {
                chain.score += 2
                chain.known += 1
                chain.sure += 1
                chain.hasFamily = true
                chain.count += 1
                index = compound
                chain.end = compound
                continue
            }
            if part == .particle {
                if index == start, Self.innerParticles.contains(word.hash) { break }
                guard let next = afterParticle(index) else { break }
                let isFirst = index == start
                index = next.end
                chain.end = next.end
                chain.count += 1
                chain.score += isFirst ? 1 : 2
                chain.sure += isFirst && !next.isKnown ? 0 : 1
                if next.isKnown {
                    chain.known += 1
                    if isFirst { chain.score += 1 }
                }
                isClosed = next.isClosed
                hasSon = true
                continue
            }
            if isClosed, part != .definite, !(part == .family && word.isDefinite) { break }
            // ماكرون وعد: after a family name alone no given one.
            if chain.count == 1, first == .family, part != .family, part != .definite { break }
            if isHalfClosed, part == .unknown { break }
            // العطية after بن.
            if part == .none, hasSon, isDefiniteWord(index),
                text.letters(of: word)[Int(word.firstLetter) + 2] != Letter.meem,
                word.senses.isCommonAtMost
            {
                part = .definite
            }
            // قال أحمد الذي: a word after an unknown one is a name only if it is known to be.
            switch part {
            case .given:
                chain.score += 2
                chain.known += 1
                chain.sure += 1
            case .ambiguous:
                // A word that is a name only beside one.
                if chain.count > 0, chain.known == 0, !isAnnounced { part = .none }
                chain.score += 1
                chain.known += 1
                if isDefiniteWord(index), chain.count > 0 { isHalfClosed = true }
            case .family:
                chain.score += 2
                chain.known += 1
                chain.sure += 1
                chain.hasFamily = true
                isClosed = chain.count > 0
            case .unknown:
                unknown += 1
                if !isAnnounced, text.letters(of: word).first == Letter.waw {
                    part = .none
                    break
                }
                let isFeminine = text.letters(of: word).last == Letter.tehMarbuta
                if hasSon && chain.count > 1 || isFeminine && chain.known > 1,
                    !endsName(after: index)
                {
                    part = .none
                    break
                }
                guard unknown <= (isAnnounced ? 2 : 1), chain.count > 0 || isAnnounced else {
                    part = .none
                    break
                }
                chain.score += 1
            case .definite:
                // ساعد العرابي الحارثي.
                let last = text.letters(of: word).last
                guard chain.count > 0 || isAnnounced,
                    !isClosed || chain.count < 2 || last == Letter.yeh && chain.count < 4,
                    last != Letter.tehMarbuta || chain.count < 2 || hasSon
                else {
                    part = .none
                    break
                }
                chain.score += 1
                // كريم العريبي: a word that is nothing but a family name.
                if last == Letter.yeh, chain.known > 0, word.senses.isUnknown {
                    chain.score += 2
                    chain.sure += 1
                }
                isClosed = true
            case .particle, .none: part = .none
            }
            if part == .none { break }
            chain.count += 1
            index += 1
            chain.end = index
        }
        return chain.count > 0 ? chain : nil
    }

    /// The end of شرف الدين and نصر الله, which are one name.
    private func compoundEnd(_ index: Int, _ part: Part) -> Int? {
        guard index + 1 < text.words.count, continues(text.words[index + 1]) else { return nil }
        let next = text.words[index + 1].hash
        guard next == Self.religion || next == Self.god else { return nil }
        let word = text.words[index]
        if next == Self.god {
            return TraitTable.shared[word.hash].contains(.divine) ? index + 2 : nil
        }
        guard part != .particle, !word.isDefinite,
            !text.readings(of: word).dropFirst().contains(where: {
                $0.senses.contains(.givenName) && !$0.proclitics.isEmpty
            }),
            word.senses.isDisjoint(with: Senses.functionWords), word.letterCount < 6
        else { return nil }
        return index + 2
    }

    private static let religion = WordHash.of("الدين")
    private static let god = WordHash.of("الله")

    /// Whether nothing stands before a word that ends a name.
    func continues(_ word: Word) -> Bool {
        if word.before.isEmpty { return true }
        if word.before == [.dash, .joined] { return true }
        return word.before == .joined
    }

    /// What follows بن, أبو or عبد.
    private func afterParticle(_ index: Int) -> (end: Int, isKnown: Bool, isClosed: Bool)? {
        var next = index + 1
        guard next < text.words.count, continues(text.words[next]) else { return nil }
        if part(next) == .particle { next += 1 }
        guard next < text.words.count, continues(text.words[next]) else { return nil }
        let senses = text.words[next].senses
        // عبد and a name of God, which is a word of its own besides.
        if text.words[next - 1].hash == Self.abd {
            guard isDefiniteWord(next) || text.words[next].hash == Self.hisLord else { return nil }
            return (next + 1, true, false)
        }
        switch part(next) {
        case .given, .ambiguous, .family: return (next + 1, true, false)
        case .unknown: return (next + 1, false, false)
        case .definite: return (next + 1, false, true)
        case .none, .particle:
            // آل الشيخ، أبو الغيط: any noun, if it has the article.
            guard text.words[next].kind == .arabic, senses.isDisjoint(with: .functionWords),
                isDefiniteWord(next) || Self.sonWords.contains(text.words[next - 1].hash)
            else { return nil }
            return (next + 1, false, isDefiniteWord(next))
        }
    }

    /// Whether the whole word has the article.
    func isDefiniteWord(_ index: Int) -> Bool { text.letters(of: text.words[index]).haveArticle }

    /// These stand inside names only.
    private static let innerParticles = WordSet("دي دا دو فان فون دير دن لا ماك")
    /// Any noun may follow these.
    private static let sonWords = WordSet("بن ابن بنت آل دي دا دو فان فون دير")
    private static let hisLord = WordHash.of("ربه")
    private static let abd = WordHash.of("عبد")
}

extension Senses {
    /// Every class that says what a word is besides a name.
    private static let known = NameReader.ends.union([
        .givenName, .familyName, .nameParticle, .placeStart, .orgName,
    ])
    private static let knownButCommon = known.subtracting(.commonWord)

    /// Whether nothing is known that tells whether the word is a name.
    var isUnknown: Bool { isDisjoint(with: Self.known) }

    /// Whether nothing is known of the word, or that news uses it.
    var isCommonAtMost: Bool { isDisjoint(with: Self.knownButCommon) }
}
