/// A word as part of a phrase.
struct PhrasePart {
    /// The hash of what its forms share; 0 while unknown.
    private(set) var stem: UInt64 = 0
    /// How many letters are proclitics.
    private(set) var cut: UInt8 = 0
    private var traits: Traits = []

    private struct Traits: OptionSet {
        let rawValue: UInt8
        static let definite = Traits(rawValue: 1)
        static let fused = Traits(rawValue: 2)
        static let conjunction = Traits(rawValue: 4)
    }

    var isDefinite: Bool { traits.contains(.definite) }
    /// لل: the article cannot be cut out.
    var isFused: Bool { traits.contains(.fused) }
    /// Whether و or ف stands before it.
    var hasConjunction: Bool { traits.contains(.conjunction) }

    /// Whether it is written with ال and nothing before it.
    var startsWithArticle: Bool { isDefinite && cut == 0 && !isFused }

    /// Nothing known.
    init() {}

    /// The part that a word is.
    ///
    /// Proclitics go where ال shows them, or where the word without them is the commoner one.
    @inline(__always)
    init(_ index: Int, in text: borrowing NewsText, _ frequencies: borrowing WordFrequencies) {
        let words = text.words.span
        let first = Int(words[index].firstLetter)
        let letters = text.letters.span.extracting(
            first..<first + Int(words[index].letterCount))
        var start = 0
        if words[index].isDefinite, !words[index].traits.contains(.hamza) {
            while letters[start] != Letter.alef, letters[start] != Letter.lam { start &+= 1 }
            cut = UInt8(truncatingIfNeeded: start)
            traits = .definite
            if cut > 0, letters[0] == Letter.waw || letters[0] == Letter.feh {
                traits.formUnion(.conjunction)
            }
            if letters[start] == Letter.lam { traits.formUnion(.fused) }
            start &+= 2
        } else if words[index].readingCount > 1 {
            let whole = frequencies.halfBits(of: words[index].hash)
            let firstReading = Int(words[index].firstReading)
            let readings = text.readings.span.extracting(
                firstReading + 1..<firstReading + Int(words[index].readingCount))
            for number in readings.indices
            where !readings[number].proclitics.contains(.fused)
                && words[index].letterCount - readings[number].cut > 2
            {
                let rest = frequencies.halfBits(of: readings[number].hash)
                // لمكافحة is as common as مكافحة in news; a listed noun in ة shows its ل.
                let isNounAfter =
                    rest < WordFrequencies.unknown
                    && letters[letters.count - 1] == Letter.tehMarbuta
                    && !readings[number].proclitics.isDisjoint(with: .prepositions)
                guard rest < whole || isNounAfter else { continue }
                cut = readings[number].cut
                start = Int(cut)
                if !readings[number].proclitics.isDisjoint(with: .conjunctions) {
                    traits = .conjunction
                }
                break
            }
        }
        let stemEnd = Self.stemEnd(of: letters, from: start)
        stem =
            start == 0 && stemEnd == letters.count
            ? words[index].hash : Self.hash(of: letters, start, stemEnd).value
    }

    /// How rare the word is in news, 0 to 24: the word with ال, or without what stands before it.
    func rarity(
        of word: Word, in text: borrowing NewsText, _ frequencies: borrowing WordFrequencies
    ) -> Float {
        var hash = word.hash
        if cut > 0 || isFused {
            let start = Int(word.firstLetter) + Int(cut) + (isDefinite ? 2 : 0)
            let end = Int(word.firstLetter) + Int(word.letterCount)
            var rest = Self.hash(of: text.letters.span, start, end)
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

    @inline(__always)
    private static func hash(of letters: Span<UInt16>, _ start: Int, _ end: Int) -> WordHash {
        var hash = WordHash()
        var at = end
        while at > start {
            at &-= 1
            hash.prepend(letters[at])
        }
        return hash
    }

    /// Where the stem ends: before ية, ات, ين, ون, ة and ي, if enough is left.
    @inline(__always)
    private static func stemEnd(of letters: Span<UInt16>, from start: Int) -> Int {
        let end = letters.count
        let count = end &- start
        guard count > 4 else { return end }
        let (last, second) = (letters[unchecked: end &- 1], letters[unchecked: end &- 2])
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
