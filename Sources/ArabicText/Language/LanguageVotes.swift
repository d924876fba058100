/// What the words of a text said so far.
struct LanguageVotes {
    private typealias Language = LanguageWords.Language

    /// The first words that spoke for a language.
    private struct Witness {
        let language: Int
        let hash: UInt64
        let bytes: Range<Int>
    }

    /// The letters of the words.
    var letters = LanguageLetters()
    /// How many words there were.
    private(set) var words = 0

    private let lexicon = LanguageWords.shared
    private var counts = [Int](repeating: 0, count: LanguageWords.Language.allCases.count)
    private var evidence: [Witness] = []
    private var articles = 0
    private var previous: UInt64 = 0
    private var mayEndTerm = false

    /// The most words of evidence for one thing.
    private static let maxEvidence = 5
    /// How many words of a language are looked at for evidence.
    private static let maxCounted = 16

    /// Counts the word in `bytes` of `text`, which has this hash.
    mutating func add(_ hash: UInt64, _ bytes: Range<Int>, of text: Span<UInt8>) {
        words += 1
        // ال
        if bytes.count > 8, text[bytes.lowerBound] == 0xD8, text[bytes.lowerBound + 1] == 0xA7,
            text[bytes.lowerBound + 2] == 0xD9, text[bytes.lowerBound + 3] == 0x84
        {
            articles += 1
        }
        let languages = lexicon.languages(of: hash)
        var rest = languages & ~LanguageWords.beginsTerm
        while rest != 0 {
            count(rest.trailingZeroBitCount, hash, bytes)
            rest &= rest - 1
        }
        if mayEndTerm, lexicon.isTerm(previous, hash) {
            count(Language.morocco.rawValue, hash, bytes)
        }
        mayEndTerm = languages & LanguageWords.beginsTerm != 0
        previous = hash
    }

    private mutating func count(_ language: Int, _ hash: UInt64, _ bytes: Range<Int>) {
        counts[language] += 1
        guard counts[language] <= Self.maxCounted else { return }
        var known = 0
        for witness in evidence where witness.language == language {
            if witness.hash == hash { return }
            known += 1
        }
        guard known < Self.maxEvidence else { return }
        evidence.append(Witness(language: language, hash: hash, bytes: bytes))
    }

    private func votes(_ language: Language) -> Int { counts[language.rawValue] }

    private func witnesses(_ language: Language, _ text: Span<UInt8>) -> [String] {
        evidence.filter { $0.language == language.rawValue }.map { witness in
            var surface: [UInt8] = []
            surface.append(text, in: witness.bytes)
            return String(decoding: surface, as: UTF8.self)
        }
    }

    /// The language of the words so far, which are those of `text`.
    func language(of text: Span<UInt8>) -> TextLanguage {
        let all = letters.all
        guard all > 0 else { return .unknown }
        if letters.count(.tifinagh) * 4 >= all { return Self.tagged("zgh", ["Tifinagh"]) }
        // Pages carry addresses and scripts in Latin letters among the Arabic.
        if letters.arabicScript * 3 >= all { return arabicScript(text) }
        if letters.latinScript * 2 >= all { return latinScript(text) }
        return .unknown
    }

    private static func tagged(_ tag: String, _ evidence: [String]) -> TextLanguage {
        TextLanguage(tag: tag, variety: tag, evidence: evidence)
    }

    private func latinScript(_ text: Span<UInt8>) -> TextLanguage {
        let scores: [(tag: String, score: Int, language: Language)] = [
            ("fr", 2 * votes(.french) + letters.count(.french), .french),
            ("es", 2 * votes(.spanish) + letters.count(.spanish), .spanish),
            ("en", 2 * votes(.english), .english), ("it", 2 * votes(.italian), .italian),
            ("pt", 2 * votes(.portuguese), .portuguese), ("de", 2 * votes(.german), .german),
            ("nl", 2 * votes(.dutch), .dutch), ("tr", 2 * votes(.turkish), .turkish),
        ].sorted { $0.score > $1.score }
        let best = scores[0]
        guard best.score > scores[1].score, votes(best.language) * 12 >= words else {
            return .unknown
        }
        return Self.tagged(best.tag, witnesses(best.language, text))
    }

    private func arabicScript(_ text: Span<UInt8>) -> TextLanguage {
        let persian = letters.count(.persian)
        let keyboard = letters.count(.keyboard)
        let urdu = letters.count(.urdu)
        let kurdish = letters.count(.kurdish)
        let shared = letters.count(.kurdishOrUyghur)
        let uyghur = letters.count(.uyghur)
        let pashto = letters.count(.pashto)
        let eh = letters.count(.uyghurOrPashto)
        let inner = letters.count(.innerMaksura)
        let sindhi = letters.count(.sindhi)
        let scores: [(tag: String, score: Int, language: Language)] = [
            (
                "ckb",
                5 * kurdish + 3 * shared - 6 * uyghur - 4 * inner
                    + keyboard + 3 * votes(.kurdish),
                .kurdish
            ),
            (
                "ug",
                5 * uyghur + 3 * shared + 4 * eh + 4 * inner - 6 * kurdish - keyboard + 3
                    * votes(.uyghur),
                .uyghur
            ),
            ("ps", 10 * pashto + 4 * eh - 6 * uyghur + 2 * votes(.pashto), .pashto),
            ("sd", 8 * sindhi + 3 * votes(.sindhi), .sindhi),
            ("ur", 6 * urdu + 3 * votes(.urdu), .urdu),
            ("fa", 3 * persian + keyboard + 4 * votes(.persian), .persian),
            (
                "ar",
                3 * articles + letters.count(.standard) + 4 * votes(.arabic)
                    + 4 * votes(.darija), .arabic
            ),
        ]
        guard let best = scores.max(by: { $0.score < $1.score }), best.score > 0 else {
            return .unknown
        }
        // One short word is no evidence: `د.` is a title in Arabic and a preposition in Pashto.
        guard best.score > 2 || votes(best.language) > 1 || best.tag == "ar" else {
            return .unknown
        }
        guard best.tag == "ar" else { return Self.tagged(best.tag, witnesses(best.language, text)) }
        return arabic(text)
    }

    private func arabic(_ text: Span<UInt8>) -> TextLanguage {
        let strong = witnesses(.darija, text)
        let weak = witnesses(.darijaPerhaps, text)
        let share = votes(.darija) * 2 + votes(.darijaPerhaps)
        if !strong.isEmpty, share * 12 >= words {
            return TextLanguage(tag: "ar", variety: "ary", evidence: strong + weak)
        }
        let morocco = witnesses(.morocco, text)
        if !morocco.isEmpty {
            return TextLanguage(
                tag: "ar", variety: "ar-MA", evidence: morocco + witnesses(.moroccoPerhaps, text))
        }
        let months = witnesses(.commonMonth, text)
        return TextLanguage(
            tag: "ar", variety: "ar", evidence: months.isEmpty ? witnesses(.arabic, text) : months)
    }
}
