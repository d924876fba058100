/// The shapes that Arabic gives to words that are no names.
extension NameReader {
    /// بوعطي، بنسعيد، بلحاج.
    func isMaghrebi(_ letters: ArraySlice<UInt16>) -> Bool {
        guard letters.count > 4, letters.first == Letter.beh else { return false }
        let second = letters[letters.startIndex + 1]
        return second == Letter.waw || second == Letter.lam
            || second == Letter.noon && letters.count > 5
    }

    /// عبدالرحمن written as one word, أبوعقيل.
    func isCompound(_ letters: ArraySlice<UInt16>) -> Bool {
        guard letters.count > 5 else { return false }
        let start = letters.startIndex
        if letters[start] == Letter.alef {
            return letters[start + 1] == Letter.beh && letters[start + 2] == Letter.waw
        }
        return letters[start] == 0x639 && letters[start + 1] == Letter.beh
            && letters[start + 2] == 0x62F && letters[start + 3] == Letter.alef
            && letters[start + 4] == Letter.lam
    }

    /// عبدالله.
    func endsInGod(_ letters: ArraySlice<UInt16>) -> Bool {
        let end = letters.endIndex
        return letters.count > 3 && letters[end - 1] == Letter.heh
            && letters[end - 2] == Letter.lam && letters[end - 3] == Letter.lam
            && letters[end - 4] == Letter.alef
    }

    /// Shapes that Arabic gives to verbs, plurals and adverbs rather than to names.
    func isStrange(_ letters: ArraySlice<UInt16>, follows: Bool) -> Bool {
        guard let first = letters.first, let last = letters.last, letters.count > 2 else {
            return true
        }
        let second = letters[letters.startIndex + 1]
        let beforeLast = letters[letters.endIndex - 2]
        // يقول، سيقول، ستقول.
        if first == Letter.yeh {
            return letters.count < 7 || last == Letter.noon || last == Letter.alef
                || last == Letter.heh
        }
        if first == Letter.seen, second == Letter.yeh || second == Letter.teh, letters.count > 5 {
            return true
        }
        // ويعمم.
        if first == Letter.waw, letters.count > 4,
            second == Letter.yeh || second == Letter.teh || second == Letter.meem
        {
            return true
        }
        if first == Letter.teh, letters.count < 6, last != Letter.yeh { return true }
        // قالت، انفصلت، قالوا، مؤكدا.
        if last == Letter.teh, letters.count < 6 && !follows || first == Letter.alef { return true }
        if last == Letter.alef, beforeLast == Letter.waw || first == Letter.meem && !follows {
            return true
        }
        // مبايعة.
        if last == Letter.tehMarbuta, first == Letter.meem, letters.count > 5 { return true }
        // اقتبس، استقبل، انطلق.
        if first == Letter.alef, letters.count == 5,
            letters[letters.startIndex + 2] == Letter.teh || second == Letter.noon
        {
            return true
        }
        if first == Letter.alef, second == Letter.seen, letters.count > 5,
            letters[letters.startIndex + 2] == Letter.teh
        {
            return true
        }
        // تركيبات.
        if last == Letter.teh, beforeLast == Letter.alef, letters.count > 5 {
            return !letters.haveArticle
        }
        // Pronouns: كتابه، كتابها، كتابهم.
        if last == Letter.heh, letters.count > 3 { return true }
        return beforeLast == Letter.heh && (last == Letter.alef || last == Letter.meem)
    }

    /// المتحالف، المستعمل.
    func isParticiple(_ letters: ArraySlice<UInt16>) -> Bool {
        guard letters.count > 5 else { return false }
        let third = letters[letters.startIndex + 2]
        let fourth = letters[letters.startIndex + 3]
        let fifth = letters[letters.startIndex + 4]
        // المنتقل، المشترك.
        if letters.count == 7, third == Letter.meem, fifth == Letter.teh,
            letters[letters.startIndex + 5] != Letter.waw
        {
            return true
        }
        return third == Letter.meem
            && (fourth == Letter.teh
                || fourth == Letter.seen && fifth == Letter.teh)
    }

    /// الهندسية.
    func isRelational(_ letters: ArraySlice<UInt16>) -> Bool {
        letters.count > 5 && letters.last == Letter.tehMarbuta
            && letters[letters.endIndex - 2] == Letter.yeh
    }

    /// المسافرين، المسافرون، المسافرات, and feminine words.
    func isPlural(_ letters: ArraySlice<UInt16>) -> Bool {
        guard let last = letters.last, letters.count > 5 else { return false }
        let beforeLast = letters[letters.endIndex - 2]
        if last == Letter.noon { return beforeLast == Letter.yeh || beforeLast == Letter.waw }
        return last == Letter.tehMarbuta || last == Letter.teh && beforeLast == Letter.alef
    }
}
