extension Lexicon {
    /// The token of a word, with its prefixes taken off, when the lexicon has it.
    func token(of word: Lexer.Word) -> Token? {
        if let token = noun(word.key, word.length, start: word.start, end: word.end) {
            return token
        }
        let first = word.key & 0x1F
        guard word.key & LetterCode.latin == 0, word.length > 2,
            first == LetterCode.waw || first == LetterCode.feh || first == LetterCode.beh
                || first == LetterCode.lam || first == LetterCode.kaf
        else { return nil }
        if first == LetterCode.waw || first == LetterCode.feh {
            let trait: Token.Traits = first == LetterCode.waw ? .joined : .linked
            let (key, length) = (word.key >> 5, word.length - 1)
            var token = noun(key, length, start: word.second, end: word.end)
            if token == nil {
                token = prepositional(
                    key, length, start: word.second, next: word.third, end: word.end)
            }
            token?.traits.insert(trait)
            return token
        }
        return prepositional(
            word.key, word.length, start: word.start, next: word.second, end: word.end)
    }

    /// A noun after an attached ب, ل or ك; للسنة keeps its fused beginning.
    private func prepositional(
        _ key: UInt64, _ length: UInt64, start: Int32, next: Int32, end: Int32
    ) -> Token? {
        let trait: Token.Traits
        switch key & 0x1F {
        case LetterCode.beh: trait = .within
        case LetterCode.lam: trait = .attributed
        case LetterCode.kaf: trait = .linked
        default: return nil
        }
        guard length > 2 else { return nil }
        if trait == .attributed, key >> 5 & 0x1F == LetterCode.lam, length > 3,
            let entry = entry(for: key >> 10)
        {
            return Token(
                kind: entry.kind, size: entry.size, traits: [.definite, .attributed],
                value: Int32(entry.value), start: start, end: end)
        }
        var token = noun(key >> 5, length - 1, start: next, end: end)
        token?.traits.insert(trait)
        return token
    }

    private func noun(_ key: UInt64, _ length: UInt64, start: Int32, end: Int32) -> Token? {
        if let entry = entry(for: key) {
            return Token(
                kind: entry.kind, size: entry.size,
                traits: key & LetterCode.latin == 0 ? [] : .latin, value: Int32(entry.value),
                start: start, end: end)
        }
        guard length > 3, key & 0x3FF == LetterCode.alef | LetterCode.lam << 5,
            let entry = entry(for: key >> 10)
        else { return nil }
        return Token(
            kind: entry.kind, size: entry.size, traits: .definite, value: Int32(entry.value),
            start: start, end: end)
    }
}

extension Lexer.Word {
    /// What a number before a word that is not in the lexicon asks of it.
    var unknownTraits: Token.Traits {
        isDefinite ? .definite : isCounted ? .counted : []
    }

    /// Whether a word ends as what is counted does.
    private var isCounted: Bool {
        UInt64(lastLetter) == LetterCode.alef || UInt64(lastLetter) == LetterCode.heh
    }

    /// Whether a word has ال, perhaps after و, ف, ب or ك, or is one with لل.
    private var isDefinite: Bool {
        let article = LetterCode.alef | LetterCode.lam << 5
        var rest = key
        if rest & 0x1F == LetterCode.waw || rest & 0x1F == LetterCode.feh { rest >>= 5 }
        if rest & 0x1F == LetterCode.beh || rest & 0x1F == LetterCode.kaf { rest >>= 5 }
        return rest & 0x3FF == article || rest & 0x3FF == LetterCode.lam | LetterCode.lam << 5
    }
}
