internal import ArabicText

extension Word {
    /// A word with what the lexicon knows of it; adds its readings to those of the words before it.
    @inline(__always)
    init(
        _ key: KeyWords.Word, before: Marks, paragraph: UInt32, letters: Span<UInt16>,
        lexicon: Lexicon, readings: inout OutputSpan<WordReading>
    ) {
        let letters = letters.extracting(unchecked: Int(key.firstLetter)..<Int(key.endLetter))
        let endings = Endings(of: letters)
        startByte = key.startByte
        endByte = key.endByte
        start = key.start
        end = key.end
        hash = endings.whole.value
        senses = lexicon.senses(of: hash)
        kind = Self.kind(of: letters, hasDigit: key.hasDigit)
        letterCount = UInt8(clamping: letters.count)
        self.before = before
        self.paragraph = paragraph
        firstLetter = key.firstLetter

        let first = readings.count
        firstReading = UInt32(truncatingIfNeeded: first)
        readings.append(WordReading(hash: hash, senses: senses, proclitics: [], cut: 0))
        guard kind == .arabic, letters.count > 2 else {
            (readingCount, anySenses, isDefinite) = (1, senses, false)
            return
        }
        isDefinite = Self.isDefinite(letters)
        if Self.isProclitic(letters[unchecked: 0]) {
            anySenses = senses.union(endings.addReadings(of: letters, lexicon, to: &readings))
            readingCount = UInt8(truncatingIfNeeded: readings.count - first)
        } else {
            (readingCount, anySenses) = (1, senses)
        }
    }

    /// How many readings words have at most: `وللجنة` has five, whole, without و, and with three of ل.
    static func maxReadings(of keys: KeyWords) -> Int {
        let letters = keys.letters.span
        var count = 0
        for word in keys.words {
            let first = Int(word.firstLetter)
            count &+= first < letters.count && isProclitic(letters[unchecked: first]) ? 5 : 1
        }
        return count
    }

    @inline(__always)
    private static func isProclitic(_ letter: UInt16) -> Bool {
        switch letter {
        case Letter.waw, Letter.feh, Letter.beh, Letter.kaf, Letter.lam: true
        default: false
        }
    }

    @inline(__always)
    private static func kind(of letters: Span<UInt16>, hasDigit: Bool) -> Kind {
        if hasDigit { return .number }
        guard !letters.isEmpty else { return .other }
        return switch letters[unchecked: 0] {
        case 0x600...0x6FF: .arabic
        case 0x41...0x24F: .latin
        default: .other
        }
    }

    /// Whether the word is ال and at least two letters, after و ف ب ك, or begins with لل.
    @inline(__always)
    private static func isDefinite(_ letters: Span<UInt16>) -> Bool {
        var at = 0
        let last = letters.count - 4
        if at < last, letters[unchecked: at] == Letter.waw || letters[unchecked: at] == Letter.feh {
            at &+= 1
        }
        if at < last, letters[unchecked: at] == Letter.beh || letters[unchecked: at] == Letter.kaf {
            at &+= 1
        }
        return at <= last && letters[unchecked: at &+ 1] == Letter.lam
            && (letters[unchecked: at] == Letter.alef || letters[unchecked: at] == Letter.lam)
    }
}

/// The hashes of a word without its first 0, 1 and 2 letters.
private struct Endings {
    let whole: WordHash
    let second: WordHash
    let third: WordHash

    @inline(__always)
    init(of letters: Span<UInt16>) {
        var hash = WordHash()
        var index = letters.count
        while index > 2 {
            index &-= 1
            hash.prepend(letters[unchecked: index])
        }
        third = hash
        if letters.count > 1 { hash.prepend(letters[unchecked: 1]) }
        second = hash
        if letters.count > 0 { hash.prepend(letters[unchecked: 0]) }
        whole = hash
    }

    /// Adds the readings of a word of at least three letters without its proclitics, and returns what
    /// they may be.
    func addReadings(
        of letters: Span<UInt16>, _ lexicon: Lexicon, to readings: inout OutputSpan<WordReading>
    ) -> Senses {
        var any: Senses = []
        func add(_ hash: WordHash, _ proclitics: WordReading.Proclitics, _ cut: Int) {
            let senses = lexicon.senses(of: hash.value)
            any.formUnion(senses)
            readings.append(
                WordReading(
                    hash: hash.value, senses: senses, proclitics: proclitics,
                    cut: UInt8(truncatingIfNeeded: cut)))
        }
        var conjunction: WordReading.Proclitics = []
        var at = 0
        var (here, next) = (whole, second)
        switch letters[0] {
        case Letter.waw: conjunction = .waw
        case Letter.feh: conjunction = .fa
        default: break
        }
        if !conjunction.isEmpty {
            add(second, conjunction, 1)
            at = 1
            (here, next) = (second, third)
        }
        guard letters.count - at > 2 else { return any }
        switch letters[at] {
        case Letter.beh: add(next, conjunction.union(.ba), at + 1)
        case Letter.kaf: add(next, conjunction.union(.kaf), at + 1)
        case Letter.lam:
            if letters[at + 1] == Letter.lam, letters.count - at > 3 {
                // للمغرب is ل and المغرب; للجنة is ل and اللجنة, or ل and لجنة.
                var (one, other) = (next, here)
                one.prepend(Letter.alef)
                other.prepend(Letter.alef)
                add(one, conjunction.union([.lam, .fused]), at)
                add(other, conjunction.union([.lam, .fused, .doubled]), at)
            }
            add(next, conjunction.union(.lam), at + 1)
        default: break
        }
        return any
    }
}
