internal import ArabicText

extension Word {
    /// Adds the words of a text from where `words` ends on, while there is room for their readings,
    /// which come behind `count` others.
    static func read(
        _ keys: KeyWords, of text: Span<UInt8>, _ lexicon: Lexicon,
        to words: inout OutputSpan<Word>, _ readings: inout OutputSpan<WordReading>,
        behind count: Int
    ) {
        let (known, letters) = (keys.words.span, keys.letters.span)
        var next = words.count
        while next < known.count, readings.freeCapacity >= maxReadings {
            words.append(
                Word(
                    known[unchecked: next], of: text, letters: letters, lexicon: lexicon,
                    readings: &readings, behind: count))
            next &+= 1
        }
    }

    /// A word with what the lexicon knows of it; adds its readings, at most ``maxReadings``, to those
    /// of the words before it. What stands before the word is yet to be said.
    @inline(__always)
    init(
        _ key: KeyWords.Word, of text: Span<UInt8>, letters: Span<UInt16>, lexicon: Lexicon,
        readings: inout OutputSpan<WordReading>, behind count: Int
    ) {
        let letters = letters.extracting(unchecked: Int(key.firstLetter)..<Int(key.endLetter))
        let endings = Endings(of: letters)
        startByte = key.startByte
        endByte = key.endByte
        start = key.start
        end = key.end
        hash = endings.whole.value
        senses = lexicon.senses(of: hash)
        kind = key.isPlain ? .arabic : Self.kind(of: letters, hasDigit: key.hasDigit)
        letterCount = UInt8(clamping: letters.count)
        firstLetter = key.firstLetter

        let first = readings.count
        firstReading = UInt32(truncatingIfNeeded: count &+ first)
        readings.append(WordReading(hash: hash, senses: senses, proclitics: [], cut: 0))
        var anySenses = senses
        var traits: Traits = []
        let beginning = letters.isEmpty ? 0 : letters[unchecked: 0]
        if beginning == Letter.alef || beginning == Letter.wawHamza {
            traits = Self.beginning(letters, isHamza: Self.isHamza(text, Int(key.startByte)))
        } else if Self.isProclitic(beginning), letters.count > 2 {
            if Self.isDefinite(letters) { traits = .definite }
            if kind == .arabic {
                anySenses.formUnion(endings.addReadings(of: letters, lexicon, to: &readings))
            }
        }
        if kind != .arabic { traits.remove(.definite) }
        if key.isPlain, !anySenses.contains(.dateWord) { traits.formUnion(.silent) }
        self.anySenses = anySenses
        self.traits = traits
        readingCount = UInt8(truncatingIfNeeded: readings.count &- first)
    }

    /// How many readings a word has at most: `وللجنة` has five, whole, without و, and with three of ل.
    static let maxReadings = 5

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

    /// What a word shows that begins with ا or ؤ in key form.
    @inline(__always)
    private static func beginning(_ letters: Span<UInt16>, isHamza: Bool) -> Traits {
        guard letters.count > 3, letters[unchecked: 0] == Letter.alef,
            letters[unchecked: 1] == Letter.lam
        else { return isHamza ? .hamza : [] }
        return isHamza ? [.definite, .hamza] : [.definite, .article]
    }

    /// Whether أ, إ, آ or ؤ stands here.
    @inline(__always)
    private static func isHamza(_ text: Span<UInt8>, _ start: Int) -> Bool {
        start &+ 1 < text.count && text[unchecked: start] == 0xD8
            && text[unchecked: start &+ 1] &- 0xA2 < 4
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
