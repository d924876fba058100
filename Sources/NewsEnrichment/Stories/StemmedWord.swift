/// A word as texts are compared by: its stem and how much sharing it says.
struct StemmedWord: Hashable, Sendable {
    /// What it counts as.
    enum Kind: UInt8, Sendable {
        case word, number
    }

    /// The hash of its stem; of a number, of its digits.
    let stem: UInt64
    /// Twice the bits of surprise in it, 0 to 25.
    let halfBits: Int
    /// What it counts as.
    let kind: Kind

    /// Below this a word says nothing about what a text is about: one in eleven articles has it.
    static let leastHalfBits = 7
}

extension NewsText {
    /// The stem of a word, `nil` for a word of grammar or of the calendar.
    @inline(__always)
    func stem(of word: Word, frequencies: WordFrequencies) -> StemmedWord? {
        if word.kind == .number {
            let halfBits = word.letterCount > 2 ? 20 : word.letterCount == 2 ? 14 : 10
            return StemmedWord(stem: word.hash, halfBits: halfBits, kind: .number)
        }
        guard word.senses.isDisjoint(with: .saysNothing), word.letterCount > 1 else { return nil }
        guard word.kind == .arabic else {
            return StemmedWord(
                stem: word.hash, halfBits: frequencies.halfBits(of: word.hash), kind: .word)
        }
        let whole = letterRange(of: word)
        let range = WordStem.of(letters, whole) {
            frequencies.halfBits(of: hash(of: word, without: $0.lowerBound - whole.lowerBound))
        }
        let stem =
            range.upperBound == whole.upperBound
            ? hash(of: word, without: range.lowerBound - whole.lowerBound)
            : WordHash.of(letters, range)
        let halfBits = frequencies.halfBits(ofStem: stem)
        guard halfBits >= StemmedWord.leastHalfBits else { return nil }
        return StemmedWord(stem: stem, halfBits: halfBits, kind: .word)
    }

    /// The stem of a strange word without the letter that may be a preposition, `nil` where there is
    /// none: whether بأرخبيل is بأرخبيل or ب and أرخبيل, only the other text can tell.
    func otherStem(of word: Word, frequencies: WordFrequencies) -> UInt64? {
        guard word.kind == .arabic, word.letterCount > 4 else { return nil }
        let whole = letterRange(of: word)
        switch letters[whole.lowerBound] {
        case Letter.beh, Letter.lam, Letter.kaf, Letter.feh: break
        default: return nil
        }
        guard !frequencies.isListed(word.hash) else { return nil }
        let rest = whole.dropFirst()
        return WordHash.of(
            letters,
            WordStem.of(letters, rest) { frequencies.halfBits(of: WordHash.of(letters, $0)) })
    }

    @inline(__always)
    private func hash(of word: Word, without cut: Int) -> UInt64 {
        cut == 0 ? word.hash : hash(ofRest: word, without: cut)
    }

    /// The hash of a word without its first letters: that of a reading if it has one without these.
    private func hash(ofRest word: Word, without cut: Int) -> UInt64 {
        let readings = readings.span
        for number in word.placesOfReadings.dropFirst()
        where Int(readings[number].cut) == cut && !readings[number].proclitics.contains(.fused) {
            return readings[number].hash
        }
        let whole = letterRange(of: word)
        return WordHash.of(letters, whole.lowerBound + cut..<whole.upperBound)
    }

    private func letterRange(of word: Word) -> Range<Int> {
        Int(word.firstLetter)..<Int(word.firstLetter) + Int(word.letterCount)
    }
}

extension Senses {
    /// Words that two texts share whatever they are about.
    fileprivate static let saysNothing: Senses = [
        .preposition, .particle, .pronoun, .relative, .adverb, .month, .weekday, .numberWord,
    ]
}
