/// Finds where what is reported ends before its sentence does.
struct ClauseEnd: Sendable {
    let text: NewsText

    /// The end of the words of a report that its sentence or another report ends.
    ///
    /// Left out are a conjunction that opens what follows, and what only says again whose words they
    /// were: `، وفق تعبيره`.
    func end(of range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, text.words[end - 1].reportClass.contains(.conjunction) {
            end -= 1
        }
        // `، داعيا إلى`: what is asked is another matter.
        for word in range.dropFirst() where word < end {
            let here = text.words[word]
            if here.senses.contains(.recommendVerb), here.before.contains(.comma),
                RecommendVerbs.shared.verb(of: here.hash)?.form == .participle
            {
                end = word
                break
            }
        }
        let first = max(range.lowerBound + 1, end - 6)
        guard first < end else { return end }
        for word in first..<end {
            let here = text.words[word]
            if here.senses.contains(.accordingTo) {
                let isOwn = word + 1 < end && text.words[word + 1].reportClass.contains(.ownSaying)
                if isOwn || !here.before.isDisjoint(with: [.comma, .closeQuote, .openQuote]) {
                    return word
                }
            }
            // على حد تعبيره
            if here.hash == ReportWords.upon, word + 2 < end,
                text.words[word + 2].reportClass.contains(.ownSaying)
            {
                return word
            }
        }
        return end
    }

}

/// Tells the head noun of a phrase, without article: الوزير and وزير are one.
struct HeadNouns: Sendable {
    let text: NewsText

    /// The hash of a word without its article.
    func head(of word: Int) -> UInt64 {
        let letters = text.letters(of: text.words[word])
        var first = letters.startIndex
        if text.words[word].isDefinite, letters.count > 3, letters[first + 1] == Letter.lam {
            first += 2
        }
        var hash = WordHash()
        for letter in letters[first...].reversed() { hash.prepend(letter) }
        return hash.value
    }
}
