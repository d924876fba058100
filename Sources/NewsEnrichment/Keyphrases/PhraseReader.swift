/// A noun phrase where it stands.
struct Phrase {
    /// What is the same in all forms of it: the stems of its words.
    let key: UInt64
    let words: Range<Int>
    /// How many letters at the start are proclitics.
    let cut: Int
    /// Whether it stands so in the text: «للتعاون الأمني» has no «التعاون الأمني».
    let isWhole: Bool
    /// How telling its words are, together.
    let rarity: Float
    /// The key of the phrase with one word more; 0 if there is none.
    var longer: UInt64 = 0
}

/// Reads noun phrases: definite words in a row («التعاون الأمني»), or an indefinite noun and the definite
/// words that it is annexed to («محاربة التطرف»).
struct PhraseReader {
    let text: NewsText
    let frequencies: WordFrequencies
    private var parts: [Part?]

    /// The most words of a phrase.
    private static let limit = 5
    private static let negation = WordHash.of("غير")
    private static let breaks = Marks.breaks.union([.openQuote, .closeQuote])

    /// What stands in no phrase.
    private static let outside = Senses.functionWords.union([
        .honorific, .weekday, .month, .timeNoun, .numberWord, .ordinal, .kinship,
    ])
    /// What begins none.
    private static let noStart = outside.union([.keyphraseStop, .title, .officeNoun, .officePlural])

    /// A word as part of a phrase.
    private struct Part {
        /// How many letters are proclitics.
        let cut: Int
        let isDefinite: Bool
        /// لل: the article cannot be cut out.
        let isFused: Bool
        /// Whether و or ف stands before it.
        let hasConjunction: Bool
        /// The hash of its stem.
        let stem: UInt64
        let rarity: Float
    }

    /// A reader of a text.
    init(text: NewsText, frequencies: WordFrequencies) {
        self.text = text
        self.frequencies = frequencies
        parts = [Part?](repeating: nil, count: text.words.count)
    }

    /// Adds the phrases that begin at a word, of two words and more, and the word itself if it is
    /// definite.
    mutating func collect(at index: Int, into phrases: inout [Phrase]) {
        let word = text.words[index]
        guard word.kind == .arabic, word.letterCount > 2,
            word.senses.isDisjoint(with: Self.noStart)
        else { return }
        let first = part(index)
        guard first.isDefinite || isAnnexed(index) && isNoun(word, first) else { return }
        // After a definite word it is an adjective: «التعاون الأمني».
        if first.isDefinite, first.cut == 0, !first.isFused, index > 0,
            word.before.isDisjoint(with: Self.breaks), startsWithArticle(index - 1)
        {
            return
        }
        guard !isStop(word, first) else { return }
        var key = first.stem
        var rarity = first.rarity
        var latest = phrases.count
        if first.isDefinite {
            phrases.append(
                Phrase(
                    key: key, words: index..<index + 1, cut: first.cut, isWhole: !first.isFused,
                    rarity: rarity))
        } else {
            latest = -1
        }
        var last = index + 1
        while last < text.words.count, last - index < Self.limit {
            let next = text.words[last]
            guard next.kind == .arabic, next.before.isDisjoint(with: Self.breaks) else { return }
            if next.hash == Self.negation {
                key = WordHash.join([key, next.hash])
                last += 1
                continue
            }
            guard next.senses.isDisjoint(with: Self.outside) else { return }
            let part = part(last)
            // «تبادل المعلومات والخبرات», «الإنتاج المشترك للأمن»: and no more after that.
            let isLast = !startsWithArticle(last)
            guard part.isDefinite,
                !isLast
                    || last > index + 1
                        && (part.isFused || part.hasConjunction && !first.isDefinite)
            else { return }
            key = WordHash.join([key, part.stem])
            rarity += part.rarity
            last += 1
            if latest >= 0 { phrases[latest].longer = key }
            latest = phrases.count
            phrases.append(
                Phrase(
                    key: key, words: index..<last, cut: first.cut, isWhole: !first.isFused,
                    rarity: rarity))
            if isLast { return }
        }
    }

    private func startsWithArticle(_ index: Int) -> Bool {
        let word = text.words[index]
        let letters = text.letters(of: word)
        return letters.count > 3 && letters.starts(with: [Letter.alef, Letter.lam])
            && !text.startsWithHamza(word)
    }

    private func isAnnexed(_ index: Int) -> Bool {
        guard index + 1 < text.words.count else { return false }
        let next = text.words[index + 1]
        return next.before.isDisjoint(with: Self.breaks) && startsWithArticle(index + 1)
            && next.senses.isDisjoint(with: Self.outside)
    }

    /// Whether the word without its proclitics is too general to begin a phrase.
    private func isStop(_ word: Word, _ part: Part) -> Bool {
        text.readings(of: word).contains { reading in
            !reading.senses.isDisjoint(with: Self.noStart)
                && (part.cut > 0 || part.isFused || reading.cut == 0)
        }
    }

    private mutating func part(_ index: Int) -> Part {
        if let part = parts[index] { return part }
        let word = text.words[index]
        let letters = text.letters(of: word)
        let stem = WordStem.of(letters) { frequencies.halfBits(of: $0) }
        // What stands before the stem: proclitics, and ال or the ل of لل.
        var before = stem.lowerBound - letters.startIndex
        let isFused =
            before >= 2 && letters[stem.lowerBound - 2] == Letter.lam
            && letters[stem.lowerBound - 1] == Letter.lam
        let hasArticle =
            !isFused && before >= 2 && letters[stem.lowerBound - 2] == Letter.alef
            && letters[stem.lowerBound - 1] == Letter.lam
            && (before > 2 || startsWithArticle(index))
        if isFused || hasArticle { before -= 2 }
        if before == 0, !isFused, letters.count > 4, letters.last == Letter.tehMarbuta,
            letters.first == Letter.lam || letters.first == Letter.beh,
            frequencies.isListed(WordHash.of(letters.dropFirst()))
        {
            // لمكافحة: as common as مكافحة, so that the stem keeps its ل.
            before = 1
        }
        let hash = WordHash.of(
            letters[max(stem.lowerBound, letters.startIndex + before)..<stem.upperBound])
        var rarity = Float(min(frequencies.halfBits(ofStem: hash), 20))
        if word.anySenses.contains(.topicStart) { rarity += 4 }
        if word.anySenses.contains(.keyphraseStop) { rarity /= 3 }
        let part = Part(
            cut: before, isDefinite: isFused || hasArticle, isFused: isFused,
            hasConjunction: before > 0
                && (letters.first == Letter.waw || letters.first == Letter.feh),
            stem: hash, rarity: rarity)
        parts[index] = part
        return part
    }

    /// Whether a word without ال looks like a noun, and not like a verb before its subject.
    private func isNoun(_ word: Word, _ part: Part) -> Bool {
        let letters = text.letters(of: word).dropFirst(part.cut)
        guard let first = letters.first, let last = letters.last, letters.count > 3 else {
            return false
        }
        // محاربة, مكافحة: no verb ends so.
        if last == Letter.tehMarbuta { return true }
        let beforeLast = letters[letters.endIndex - 2]
        // تعاونت, but اتفاقيات.
        if last == Letter.teh { return beforeLast == Letter.alef }
        if first == Letter.yeh || first == Letter.seen && letters.count > 4 { return false }
        // تعزيز, تطوير: a noun; تعزز, تطور: perhaps not.
        if first == Letter.teh { return letters.count == 5 && beforeLast == Letter.yeh }
        // مجلس, مشروع, مخطط.
        if first == Letter.meem { return true }
        // إنتاج, إصلاح, ارتفاع.
        return first == Letter.alef && beforeLast == Letter.alef
    }
}
