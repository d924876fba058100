/// A word as part of a phrase.
struct PhrasePart {
    /// How many letters are proclitics.
    var cut = 0
    var isDefinite = false
    /// لل: the article cannot be cut out.
    var isFused = false
    /// Whether و or ف stands before it.
    var hasConjunction = false
    /// The hash of what its forms share; 0 while unknown.
    var stem: UInt64 = 0
    /// How rare it is in news, 0 to 24.
    var rarity: Float = 0

    /// Nothing known.
    init() {}

    /// The part that a word is.
    ///
    /// Proclitics go where ال shows them, or where the word without them is the commoner one.
    init(
        _ index: Int, in text: borrowing NewsText, _ frequencies: borrowing WordFrequencies
    ) {
        let word = text.words[index]
        let first = Int(word.firstLetter)
        let end = first + Int(word.letterCount)
        var start = first
        var hash = word.hash
        if word.isDefinite, !text.startsWithHamza(word) {
            while start < end, text.letters[start] != Letter.alef, text.letters[start] != Letter.lam
            {
                start += 1
            }
            cut = start - first
            hasConjunction =
                cut > 0
                && (text.letters[first] == Letter.waw || text.letters[first] == Letter.feh)
            isDefinite = true
            isFused = start < end && text.letters[start] == Letter.lam
            start += 2
        } else if word.readingCount > 1 {
            let whole = frequencies.halfBits(of: hash)
            for reading in text.readings(of: word).dropFirst()
            where !reading.proclitics.contains(.fused) {
                let rest = frequencies.halfBits(of: reading.hash)
                // لمكافحة is as common as مكافحة in news; a listed noun in ة shows its ل.
                let isNounAfter =
                    rest < WordFrequencies.unknown && text.letters[end - 1] == Letter.tehMarbuta
                    && !reading.proclitics.isDisjoint(with: .prepositions)
                guard rest < whole || isNounAfter, Int(word.letterCount) - Int(reading.cut) > 2
                else {
                    continue
                }
                cut = Int(reading.cut)
                start = first + cut
                hash = reading.hash
                hasConjunction = !reading.proclitics.isDisjoint(with: .conjunctions)
                break
            }
        }
        let stemEnd = Self.stemEnd(of: text.letters, start, end)
        var state = WordHash()
        var at = stemEnd
        while at > start {
            at -= 1
            state.prepend(text.letters[at])
        }
        stem = state.value
        // The word with ال, or without what stands before it.
        var bits = frequencies.halfBits(of: hash)
        if isDefinite, cut > 0 || isFused {
            bits = frequencies.halfBits(of: Self.withArticle(text.letters, start, end))
        }
        rarity = Float(min(bits, 20))
        if word.anySenses.contains(.topicStart) { rarity += 4 }
        if word.anySenses.contains(.keyphraseStop) { rarity /= 3 }
    }

    private static func withArticle(_ letters: [UInt16], _ start: Int, _ end: Int) -> UInt64 {
        var state = WordHash()
        var at = end
        while at > start {
            at -= 1
            state.prepend(letters[at])
        }
        state.prepend(Letter.lam)
        state.prepend(Letter.alef)
        return state.value
    }

    /// Where the stem ends: before ية, ات, ين, ون, ة and ي, if enough is left.
    private static func stemEnd(of letters: [UInt16], _ start: Int, _ end: Int) -> Int {
        let count = end - start
        guard count > 4 else { return end }
        let (last, second) = (letters[end - 1], letters[end - 2])
        switch last {
        case Letter.tehMarbuta: return second == Letter.yeh && count > 5 ? end - 2 : end - 1
        case Letter.teh where second == Letter.alef: return end - 2
        case Letter.noon where (second == Letter.yeh || second == Letter.waw) && count > 5:
            return end - 2
        case Letter.yeh: return end - 1
        default: return end
        }
    }
}
