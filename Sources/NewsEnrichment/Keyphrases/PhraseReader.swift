/// A noun phrase where it stands.
struct Phrase {
    /// What is the same in all forms of it: the stems of its words.
    let key: UInt64
    let words: Range<Int>
    /// The key of the phrase with one word more; 0 if there is none.
    var longer: UInt64 = 0
}

/// Reads noun phrases: definite words in a row («التعاون الأمني»), or an indefinite noun and the definite
/// words that it is annexed to («محاربة التطرف»).
struct PhraseReader {
    private let text: NewsText
    private let frequencies: WordFrequencies
    private var parts: [PhrasePart]

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

    /// A reader of a text.
    init(text: NewsText, frequencies: WordFrequencies) {
        self.text = text
        self.frequencies = frequencies
        parts = [PhrasePart](repeating: PhrasePart(), count: text.words.count)
    }

    /// The phrases of the text: those of two words and more, and definite words.
    ///
    /// - Parameter isTaken: For each word, whether it can be in none.
    mutating func phrases(besides isTaken: [Bool]) -> [Phrase] {
        var phrases: [Phrase] = []
        phrases.reserveCapacity(text.words.count / 2)
        let noStart = Self.noStart
        for index in text.words.indices where !isTaken[index] {
            guard text.words[index].kind == .arabic, text.words[index].letterCount > 2,
                text.words[index].senses.isDisjoint(with: noStart)
            else { continue }
            collect(at: index, besides: isTaken, into: &phrases)
        }
        return phrases
    }

    /// Adds the phrases that begin at a word.
    private mutating func collect(
        at index: Int, besides isTaken: [Bool], into phrases: inout [Phrase]
    ) {
        if text.words[index].isDefinite {
            // After a definite word it is an adjective: «التعاون الأمني».
            if index > 0, text.words[index].before.isDisjoint(with: Self.breaks),
                startsWithArticle(index), startsWithArticle(index - 1)
            {
                return
            }
        } else if !isAnnexed(index) {
            return
        }
        let first = part(index)
        guard first.isDefinite || isAnnexed(index) && isNoun(index, first),
            !isStop(text.words[index], first)
        else { return }
        var key = first.stem
        var latest = -1
        if first.isDefinite {
            latest = phrases.count
            phrases.append(Phrase(key: key, words: index..<index + 1))
        }
        var last = index + 1
        while last < text.words.count, last - index < Self.limit, !isTaken[last] {
            guard text.words[last].kind == .arabic,
                text.words[last].before.isDisjoint(with: Self.breaks)
            else { return }
            if text.words[last].hash == Self.negation {
                key = Self.join(key, Self.negation)
                last += 1
                continue
            }
            guard text.words[last].isDefinite,
                text.words[last].senses.isDisjoint(with: Self.outside)
            else { return }
            let part = part(last)
            // «تبادل المعلومات والخبرات», «الإنتاج المشترك للأمن»: and no more after that.
            let isLast = !startsWithArticle(last)
            guard part.isDefinite,
                !isLast
                    || last > index + 1
                        && (part.isFused || part.hasConjunction && !first.isDefinite)
            else { return }
            key = Self.join(key, part.stem)
            last += 1
            if latest >= 0 { phrases[latest].longer = key }
            latest = phrases.count
            phrases.append(Phrase(key: key, words: index..<last))
            if isLast { return }
        }
    }

    /// How many letters of a phrase are proclitics before it.
    func cut(of phrase: Phrase) -> Int { Int(parts[phrase.words.lowerBound].cut) }

    /// Whether a phrase stands so in the text: «للتعاون الأمني» has no «التعاون الأمني».
    func isWhole(_ phrase: Phrase) -> Bool { !parts[phrase.words.lowerBound].isFused }

    /// How telling the words of a phrase are, together.
    func rarity(of phrase: Phrase) -> Float {
        var rarity: Float = 0
        for index in phrase.words
        where index == phrase.words.lowerBound || text.words[index].hash != Self.negation {
            rarity += parts[index].rarity(of: text.words[index], in: text, frequencies)
        }
        return rarity
    }

    /// Whether the words of the shorter of two phrases stand in the other, in any form.
    mutating func overlap(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let (words, other) = left.count < right.count ? (right, left) : (left, right)
        for shift in 0...words.count - other.count {
            var offset = 0
            while offset < other.count,
                part(words.lowerBound + shift + offset).stem
                    == part(other.lowerBound + offset).stem
            {
                offset += 1
            }
            if offset == other.count { return true }
        }
        return false
    }

    @inline(__always)
    private static func join(_ left: UInt64, _ right: UInt64) -> UInt64 {
        (left << 7 | left >> 57) &* 0x9FB2_1C65_1E98_DF25 ^ right
    }

    @inline(__always)
    private func startsWithArticle(_ index: Int) -> Bool {
        let word = text.words[index]
        let first = Int(word.firstLetter)
        return word.letterCount > 3 && text.letters[first] == Letter.alef
            && text.letters[first + 1] == Letter.lam && !text.startsWithHamza(word)
    }

    private func isAnnexed(_ index: Int) -> Bool {
        guard index + 1 < text.words.count else { return false }
        let next = text.words[index + 1]
        return next.isDefinite && next.before.isDisjoint(with: Self.breaks)
            && startsWithArticle(index + 1) && next.senses.isDisjoint(with: Self.outside)
    }

    /// Whether the word without its proclitics is too general to begin a phrase.
    private func isStop(_ word: Word, _ part: PhrasePart) -> Bool {
        guard !word.anySenses.isDisjoint(with: Self.noStart) else { return false }
        return text.readings(of: word).contains { reading in
            !reading.senses.isDisjoint(with: Self.noStart)
                && (part.cut > 0 || part.isFused || reading.cut == 0)
        }
    }

    private mutating func part(_ index: Int) -> PhrasePart {
        if parts[index].stem == 0 {
            parts[index] = PhrasePart(index, in: text, frequencies)
        }
        return parts[index]
    }

    /// Whether a word without ال looks like a noun, and not like a verb before its subject.
    private func isNoun(_ index: Int, _ part: PhrasePart) -> Bool {
        let word = text.words[index]
        let start = Int(word.firstLetter) + Int(part.cut)
        let end = Int(word.firstLetter) + Int(word.letterCount)
        guard end - start > 3 else { return false }
        let (first, last, beforeLast) = (
            text.letters[start], text.letters[end - 1], text.letters[end - 2]
        )
        // محاربة, مكافحة: no verb ends so.
        if last == Letter.tehMarbuta { return true }
        // تعاونت, but اتفاقيات.
        if last == Letter.teh { return beforeLast == Letter.alef }
        if first == Letter.yeh || first == Letter.seen && end - start > 4 { return false }
        // تعزيز, تطوير: a noun; تعزز, تطور: perhaps not.
        if first == Letter.teh { return end - start == 5 && beforeLast == Letter.yeh }
        // مجلس, مشروع, مخطط.
        if first == Letter.meem { return true }
        // إنتاج, إصلاح, ارتفاع.
        return first == Letter.alef && beforeLast == Letter.alef
    }
}
