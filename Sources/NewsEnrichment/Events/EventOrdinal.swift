/// Reads the number of an edition: الثانية, الثالثة عشرة, الخامسة والعشرين, الـ22, 22, XII.
struct EventOrdinal {
    /// The number.
    let number: Int
    /// How many words say it.
    let length: Int
    /// Its gender, if it is a word.
    let isFeminine: Bool?

    /// The number that begins at a word; `nil` if none does.
    ///
    /// - Parameters:
    ///   - isFeminine: The gender of the noun; an ordinal in words must agree. `nil`: any.
    ///   - takesDigits: Whether digits alone count: after دورة they do.
    init?(
        in text: borrowing NewsText, at index: Int, isFeminine: Bool?, takesDigits: Bool,
        lexicon: EventLexicon
    ) {
        guard index < text.words.count else { return nil }
        let word = text.words[index]
        guard Self.canBegin(word) else { return nil }
        let next = index + 1 < text.words.count ? text.words[index + 1] : nil
        if word.kind == .number {
            guard takesDigits || word.letterCount > 2,
                let number = Self.digits(of: word, in: text, needsArticle: !takesDigits)
            else { return nil }
            self.init(number: number, length: 1)
            return
        }
        // «الـ 22»: the article alone, then digits.
        if word.hash == Self.article, let next, next.kind == .number {
            guard let number = Self.digits(of: next, in: text, needsArticle: false) else {
                return nil
            }
            self.init(number: number, length: 2)
            return
        }
        if word.kind == .latin, takesDigits, let number = Self.roman(word, in: text) {
            self.init(number: number, length: 1)
            return
        }
        if let tens = lexicon.tens[word.hash] {
            self.init(number: tens, length: 1)
            return
        }
        guard let unit = lexicon.ordinals[word.hash],
            isFeminine ?? unit.isFeminine == unit.isFeminine
        else { return nil }
        if let next, lexicon.teens.contains(next.hash) {
            self.init(number: unit.number % 10 + 10, length: 2, isFeminine: unit.isFeminine)
        } else if let next, let tens = lexicon.tens[next.hash] {
            self.init(number: unit.number + tens, length: 2, isFeminine: unit.isFeminine)
        } else {
            guard !Self.ones.contains(word.hash) else { return nil }
            self.init(number: unit.number, length: 1, isFeminine: unit.isFeminine)
        }
    }

    /// Whether a word can begin one. Most cannot: those of numbers the parser of dates knows, too.
    @inline(__always)
    static func canBegin(_ word: Word) -> Bool {
        word.kind != .arabic || word.anySenses.contains(.dateWord) || word.hash == article
    }

    private init(number: Int, length: Int, isFeminine: Bool? = nil) {
        self.number = number
        self.length = length
        self.isFeminine = isFeminine
    }

    /// الواحدة والعشرون, but not الواحدة alone.
    private static let ones = WordSet("الواحد الواحدة")

    private static let article = WordHash.of("ال")

    /// Up to three digits, ال before them or not. A year is no ordinal.
    private static func digits(of word: Word, in text: NewsText, needsArticle: Bool) -> Int? {
        var letters = text.letters(of: word)
        if letters.starts(with: [Letter.alef, Letter.lam]) {
            letters = letters.dropFirst(2)
        } else if needsArticle {
            return nil
        }
        guard (1...3).contains(letters.count) else { return nil }
        var number = 0
        for letter in letters {
            guard (0x30...0x39).contains(letter) else { return nil }
            number = number * 10 + Int(letter - 0x30)
        }
        return (1...300).contains(number) ? number : nil
    }

    private static func roman(_ word: Word, in text: NewsText) -> Int? {
        var (number, last) = (0, 0)
        for letter in text.letters(of: word).reversed() {
            let value: Int
            switch letter {
            case 0x69: value = 1
            case 0x76: value = 5
            case 0x78: value = 10
            case 0x6C: value = 50
            default: return nil
            }
            number += value < last ? -value : value
            last = max(last, value)
        }
        return (1...60).contains(number) ? number : nil
    }
}
