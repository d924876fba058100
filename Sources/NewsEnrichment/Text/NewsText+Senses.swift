extension NewsText {
    /// The first word from one on that can be in one of these classes; the number of words if none
    /// can: what a reader that most words do not concern asks of all of them. Five instructions a word.
    @inline(never)
    func word(from first: Int, in senses: Senses) -> Int {
        let words = words.span
        var index = first
        while index < words.count, words[unchecked: index].anySenses.isDisjoint(with: senses) {
            index &+= 1
        }
        return index
    }

    /// The words by which quotations, events and recommendations are found, so that one pass over all
    /// words serves them: those of telling senses, and those behind quotation marks and full stops.
    var cues: [Int] {
        let words = words.span
        var cues: [Int] = []
        cues.reserveCapacity(words.count / 4)
        for index in words.indices
        where !words[unchecked: index].anySenses.isDisjoint(with: Self.cueSenses)
            || !words[unchecked: index].before.isDisjoint(with: Self.cueMarks)
        {
            cues.append(index)
        }
        return cues
    }

    private static let cueSenses: Senses = [
        .sayingVerb, .sayingParticiple, .accordingTo, .eventNoun, .eventVerb, .recommendVerb,
        .decisionVerb,
    ]
    private static let cueMarks: Marks = [.openQuote, .closeQuote, .paragraph, .fullStop]
}

extension Word {
    /// The places of its readings in ``NewsText/readings``: to go over these holds nothing.
    @inline(__always)
    var placesOfReadings: Range<Int> {
        Int(firstReading)..<Int(firstReading) + Int(readingCount)
    }
}
