/// What the words of a text said so far.
struct LanguageVotes {
    private typealias Language = LanguageWords.Language

    private let lexicon = LanguageWords.shared
    private var letters = LanguageLetters()
    private var counts = [Int](repeating: 0, count: LanguageWords.Language.allCases.count)
    private var evidence = [[String]](repeating: [], count: LanguageWords.Language.allCases.count)
    private var articles = 0
    private var words = 0
    private var previous: UInt64 = 0
    private var fold = WordFold(.key)

    /// The most words of evidence for one thing.
    private static let maxEvidence = 5

    /// Counts one word.
    mutating func add(_ word: WordScanner.Word, of text: Span<UInt8>) {
        words += 1
        let folded = fold.fold(text, word.bytes)
        for scalar in folded { letters.add(scalar) }
        if folded.count > 4, folded[0] == 0x627, folded[1] == 0x644 { articles += 1 }
        let hash = WordHasher.hash(of: folded)
        for language in lexicon.languages(of: hash) ?? [] {
            count(language, word.bytes, of: text)
        }
        if lexicon.isTerm(previous, hash) { count(.morocco, word.bytes, of: text) }
        previous = hash
    }

    private mutating func count(_ language: Language, _ bytes: Range<Int>, of text: Span<UInt8>) {
        counts[language.rawValue] += 1
        guard evidence[language.rawValue].count < Self.maxEvidence else { return }
        var surface: [UInt8] = []
        surface.append(text, in: bytes)
        let string = String(decoding: surface, as: UTF8.self)
        if !evidence[language.rawValue].contains(string) {
            evidence[language.rawValue].append(string)
        }
    }

    private func votes(_ language: Language) -> Int { counts[language.rawValue] }
    private func witnesses(_ language: Language) -> [String] { evidence[language.rawValue] }

    /// The language of the words so far.
    var language: TextLanguage {
        let all = letters.all
        guard all > 0 else { return .unknown }
        if letters.tifinagh * 4 >= all { return Self.tagged("zgh", ["Tifinagh"]) }
        if letters.arabic * 2 >= all { return arabicScript }
        if letters.latin * 2 >= all { return latinScript }
        return .unknown
    }

    private static func tagged(_ tag: String, _ evidence: [String]) -> TextLanguage {
        TextLanguage(tag: tag, variety: tag, evidence: evidence)
    }

    private var latinScript: TextLanguage {
        let candidates = [
            ("fr", Language.french), ("es", Language.spanish), ("en", Language.english),
        ].sorted { votes($0.1) > votes($1.1) }
        let (tag, best) = candidates[0]
        guard votes(best) > votes(candidates[1].1), votes(best) * 12 >= words else {
            return .unknown
        }
        return Self.tagged(tag, witnesses(best))
    }

    private var arabicScript: TextLanguage {
        let scores: [(tag: String, score: Int, language: Language)] = [
            (
                "ckb",
                5 * letters.kurdish + 3 * letters.kurdishOrUyghur - 6 * letters.uyghur
                    + letters.keyboard + 3 * votes(.kurdish), .kurdish
            ),
            (
                "ug",
                5 * letters.uyghur + 3 * letters.kurdishOrUyghur + 4 * letters.uyghurOrPashto
                    - 6 * letters.kurdish - letters.keyboard + 3 * votes(.uyghur), .uyghur
            ),
            (
                "ps",
                6 * letters.pashto + 4 * letters.uyghurOrPashto - 6 * letters.uyghur
                    + 2 * votes(.pashto), .pashto
            ),
            ("sd", 8 * letters.sindhi + 3 * votes(.sindhi), .sindhi),
            ("ur", 4 * letters.urdu + 3 * votes(.urdu), .urdu),
            ("fa", 3 * letters.persian + letters.keyboard + 4 * votes(.persian), .persian),
            (
                "ar",
                3 * articles + letters.standard + 4 * votes(.arabic)
                    + 4 * votes(.darija), .arabic
            ),
        ]
        guard let best = scores.max(by: { $0.score < $1.score }), best.score > 0 else {
            return .unknown
        }
        guard best.tag == "ar" else { return Self.tagged(best.tag, witnesses(best.language)) }
        return arabic
    }

    private var arabic: TextLanguage {
        let strong = witnesses(.darija)
        let weak = witnesses(.darijaPerhaps)
        let share = votes(.darija) * 2 + votes(.darijaPerhaps)
        if !strong.isEmpty, share * 12 >= words {
            return TextLanguage(tag: "ar", variety: "ary", evidence: strong + weak)
        }
        let morocco = witnesses(.morocco)
        if !morocco.isEmpty {
            return TextLanguage(
                tag: "ar", variety: "ar-MA", evidence: morocco + witnesses(.moroccoPerhaps))
        }
        let months = witnesses(.commonMonth)
        return TextLanguage(
            tag: "ar", variety: "ar", evidence: months.isEmpty ? witnesses(.arabic) : months)
    }
}
