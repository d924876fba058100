/// Finds where what is reported ends before its sentence does.
struct ClauseEnd: Sendable {
    let text: NewsText

    /// The end of the words of a report that its sentence or another report ends.
    ///
    /// Left out are a conjunction that opens what follows, and what only says again whose words they
    /// were: `، وفق تعبيره`.
    /// - Parameter isSentenceEnd: Whether the sentence ends there, rather than that another report begins.
    func end(of range: Range<Int>, isSentenceEnd: Bool) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, text.words[end - 1].reportClass.contains(.conjunction) {
            end -= 1
        }
        if !isSentenceEnd { end = beforeTransition(range.lowerBound..<end) }
        // `، داعيا إلى` and `، ودعا إلى`: what is asked is another matter.
        let words = text.words.span
        for word in range.dropFirst() where words[word].anySenses.contains(.recommendVerb) {
            let here = words[word]
            guard word < end, let reading = text.reading(of: here, in: .recommendVerb),
                let verb = RecommendVerbs.shared.verb(of: reading.hash)
            else { continue }
            let isParticiple = verb.form == .participle
            // داعيا and مطالبا need no comma; داعية and مطالبات are other words, too.
            let isClear =
                isParticiple && verb.force == .request
                && text.letters(of: here).last == Letter.alef
            if isClear
                || here.before.contains(.comma) && (isParticiple || reading.proclitics == .waw)
            {
                end = word
            }
        }
        return beforeAttribution(range.lowerBound..<end)
    }

    /// `، في حين`, `، من جهته`: what leads over to the next report.
    private func beforeTransition(_ range: Range<Int>) -> Int {
        var word = range.upperBound - 1
        while word > range.lowerBound, word > range.upperBound - 5 {
            let here = text.words[word]
            guard here.senses.contains(.preposition) || here.reportClass.contains(.clauseStart)
            else { break }
            if here.before.contains(.comma) { return word }
            word -= 1
        }
        return range.upperBound
    }

    private func beforeAttribution(_ range: Range<Int>) -> Int {
        let first = max(range.lowerBound + 1, range.upperBound - 16)
        guard first < range.upperBound else { return range.upperBound }
        let (words, upon) = (text.words.span, ReportWords.upon)
        var found = range.upperBound
        for word in first..<range.upperBound {
            if words[word].before.contains(.comma) { found = range.upperBound }
            if words[word].senses.contains(.accordingTo) {
                if word + 1 < range.upperBound,
                    words[word + 1].reportClass.contains(.ownSaying)
                {
                    return word
                }
                if !words[word].before.isDisjoint(with: [.comma, .closeQuote, .openQuote]) {
                    found = word
                }
            }
            // على حد تعبيره
            if words[word].hash == upon, word + 2 < range.upperBound,
                words[word + 2].reportClass.contains(.ownSaying)
            {
                return word
            }
        }
        return found
    }
}

extension NewsText {
    /// The hash of a word without its article: الوزير and وزير are one.
    func head(of word: Int) -> UInt64 {
        let letters = letters(of: words[word])
        var first = letters.startIndex
        if words[word].isDefinite, letters.count > 3, letters[first + 1] == Letter.lam {
            first += 2
        }
        var hash = WordHash()
        for letter in letters[first...].reversed() { hash.prepend(letter) }
        return hash.value
    }
}
