/// What can be seen of the words of a text without knowing what they mean, as far as phrases ask.
struct PhraseShapes {
    let text: NewsText
    /// For each word, whether it can be in no phrase.
    let isTaken: [Bool]

    private static let breaks = Marks.breaks.union([.openQuote, .closeQuote])

    /// What stands in no phrase.
    private static let outside = Senses.functionWords.union([
        .honorific, .weekday, .month, .timeNoun, .numberWord, .ordinal, .kinship,
    ])
    /// What begins none.
    private static let noStart = outside.union([.keyphraseStop, .title, .officeNoun, .officePlural])

    /// The words that phrases begin with, as far as can be seen without reading them.
    var starts: [Int] {
        Array(capacity: text.words.count) { starts in
            for index in text.words.indices where mayStart(index) { starts.append(index) }
        }
    }

    @inline(__always)
    private func mayStart(_ index: Int) -> Bool {
        let words = text.words.span
        // Most that fail do here: neither the word is definite nor the next.
        guard words[unchecked: index].isDefinite else {
            return index + 1 < words.count && words[unchecked: index + 1].isDefinite
                && words[unchecked: index].senses.isDisjoint(with: Self.noStart)
                && words[unchecked: index].kind == .arabic
                && words[unchecked: index].letterCount > 2 && !isTaken[index]
                && isAnnexed(index + 1)
        }
        return words[unchecked: index].senses.isDisjoint(with: Self.noStart) && !isTaken[index]
            && !isAdjective(index)
    }

    /// Whether a word is an adjective of the one before it: «التعاون الأمني».
    @inline(__always)
    private func isAdjective(_ index: Int) -> Bool {
        index > 0 && startsWithArticle(index - 1) && goesOn(index) && startsWithArticle(index)
    }

    /// Whether a noun can be annexed to a word.
    @inline(__always)
    func isAnnexed(_ index: Int) -> Bool {
        index < text.words.count && startsWithArticle(index) && goesOn(index) && isInside(index)
    }

    /// Whether a word is Arabic, with nothing but white space before it, and no part of a name.
    @inline(__always)
    func goesOn(_ index: Int) -> Bool {
        let words = text.words.span
        return words[index].kind == .arabic && !isTaken[index]
            && words[index].before.isDisjoint(with: Self.breaks)
    }

    /// Whether a word is of a class that phrases have.
    @inline(__always)
    func isInside(_ index: Int) -> Bool {
        text.words[index].senses.isDisjoint(with: Self.outside)
    }

    /// Whether a word is written with ال and nothing before it.
    @inline(__always)
    private func startsWithArticle(_ index: Int) -> Bool {
        text.words.span[index].traits.contains(.article)
    }

    /// Whether the word without its proclitics is too general to begin a phrase.
    @inline(__always)
    func isStop(_ index: Int, _ part: PhrasePart) -> Bool {
        guard !text.words[index].anySenses.isDisjoint(with: Self.noStart) else { return false }
        return text.readings(of: text.words[index]).contains { reading in
            !reading.senses.isDisjoint(with: Self.noStart)
                && (part.cut > 0 || part.isFused || reading.cut == 0)
        }
    }

    /// Whether a word without ال looks like a noun, and not like a verb before its subject.
    func isNoun(_ index: Int, _ part: PhrasePart) -> Bool {
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
