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
}

extension Word {
    /// The places of its readings in ``NewsText/readings``: to go over these holds nothing.
    @inline(__always)
    var placesOfReadings: Range<Int> {
        Int(firstReading)..<Int(firstReading) + Int(readingCount)
    }
}
