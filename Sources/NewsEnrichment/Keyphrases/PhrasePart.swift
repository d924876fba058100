/// A word as part of a phrase.
struct PhrasePart {
    /// The hash of what its forms share; 0 while unknown.
    private(set) var stem: UInt64 = 0
    /// How many letters are proclitics.
    private(set) var cut: UInt8 = 0
    private(set) var isDefinite = false
    /// لل: the article cannot be cut out.
    private(set) var isFused = false
    /// Whether و or ف stands before it.
    private(set) var hasConjunction = false

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
        if word.isDefinite, !text.startsWithHamza(word) {
            while start < end, text.letters[start] != Letter.alef, text.letters[start] != Letter.lam
            {
                start += 1
            }
            cut = UInt8(start - first)
            hasConjunction =
                cut > 0
                && (text.letters[first] == Letter.waw || text.letters[first] == Letter.feh)
            isDefinite = true
            isFused = start < end && text.letters[start] == Letter.lam
            start += 2
        } else if word.readingCount > 1 {
            let whole = frequencies.halfBits(of: word.hash)
            let firstReading = Int(word.firstReading)
            for number in firstReading + 1..<firstReading + Int(word.readingCount) {
                let reading = text.readings[number]
                guard !reading.proclitics.contains(.fused) else { continue }
                let rest = frequencies.halfBits(of: reading.hash)
                // لمكافحة is as common as مكافحة in news; a listed noun in ة shows its ل.
                let isNounAfter =
                    rest < WordFrequencies.unknown && text.letters[end - 1] == Letter.tehMarbuta
                    && !reading.proclitics.isDisjoint(with: .prepositions)
                guard rest < whole || isNounAfter, word.letterCount - reading.cut > 2 else {
                    continue
                }
                cut = reading.cut
                start = first + Int(cut)
                hasConjunction = !reading.proclitics.isDisjoint(with: .conjunctions)
                break
            }
        }
        let stemEnd = Self.stemEnd(of: text.letters, start, end)
        stem =
            start == first && stemEnd == end
            ? word.hash : Self.hash(of: text.letters, start, stemEnd).value
    }

    /// How rare the word is in news, 0 to 24: the word with ال, or without what stands before it.
    func rarity(
        of word: Word, in text: borrowing NewsText, _ frequencies: borrowing WordFrequencies
    ) -> Float {
        var hash = word.hash
        if cut > 0 || isFused {
            let start = Int(word.firstLetter) + Int(cut) + (isDefinite ? 2 : 0)
            let end = Int(word.firstLetter) + Int(word.letterCount)
            var rest = Self.hash(of: text.letters, start, end)
            if isDefinite {
                rest.prepend(Letter.lam)
                rest.prepend(Letter.alef)
            }
            hash = rest.value
        }
        var rarity = Float(min(frequencies.halfBits(of: hash), 20))
        if word.anySenses.contains(.topicStart) { rarity += 4 }
        if word.anySenses.contains(.keyphraseStop) { rarity /= 3 }
        return rarity
    }

    private static func hash(of letters: [UInt16], _ start: Int, _ end: Int) -> WordHash {
        var hash = WordHash()
        var at = end
        while at > start {
            at -= 1
            hash.prepend(letters[at])
        }
        return hash
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
