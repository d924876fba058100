/// Words that tell languages and varieties apart, by the hash of their folded spelling.
struct LanguageWords: Sendable {
    /// What a word speaks for.
    enum Language: Int, CaseIterable, Sendable {
        case arabic, persian, urdu, kurdish, uyghur, pashto, sindhi, french, spanish, english
        case italian, portuguese, german, dutch, turkish
        /// Months by their Moroccan names, and terms that only Morocco uses.
        case morocco
        /// Words of Moroccan usage that occur elsewhere too: evidence beside a certain one.
        case moroccoPerhaps
        /// Months by the names most Arab countries write.
        case commonMonth
        case darija
        /// Words of Darija that standard Arabic or another dialect also has.
        case darijaPerhaps

        /// Its bit in a set of languages.
        var bit: UInt32 { 1 << UInt32(rawValue) }
    }

    static let shared = LanguageWords()

    private static let mask = 4095

    private let slots: [UInt64]
    private let sets: [UInt32]
    private let terms: Set<UInt64>

    /// Function words; those that two of the languages share are left out or stand under both.
    private static let words: [Language: String] = [
        .arabic: """
        في من على إلى الى أن إن التي الذي الذين هذا هذه ذلك تلك كان كانت قد لا مع عن قال قالت أو لم
        لن كما خلال منذ عند عليه عليها فيه فيها منه منها وقد وقال وأن وفي ومن وعلى كل أي هو هي هم
        نحن أنا أنت ما ثم حتى بعد قبل بين غير ليس حيث إذا لكن ولكن أمس اليوم أكثر يوم عام كذلك
        """,
        .persian: """
        است که را این با برای شد شده از به در می های ها کرد کرده خود نیز هم یا باید گفت بود شود
        دارد کند یک همچنین وی پس تا آنها ایران درباره اینکه چه اما می‌شود می‌کند بر هر دو سال روز
        """,
        .urdu: """
        ہے کے کی کا میں اور سے کو نے پر یہ کہ ہیں اس نہیں بھی تھا گیا کر ہو ایک جو تھے تھی کیا لیے
        ان وہ اپنے ساتھ ہوئے دیا رہے رہا والے گئے گی گا تک بعد
        """,
        .kurdish: """
        لە بۆ کە لەگەڵ ئەو ئەم بە هەیە دەکات نییە لەسەر ئەوەی هەر یان پێش وەک بوو ئێستا چۆن ئێمە من
        کردن کرد دەبێت نێوان لەلایەن هەموو زۆر دوای بەڵام کوردستان
        """,
        .uyghur: """
        ۋە بىلەن ئۇ بۇ بىر ئۈچۈن قىلىپ بولۇپ دەپ كېيىن ئۇلار ئۇنىڭ بار يەنە مۇشۇ شۇ ئۇيغۇر خەلق
        قىلىش قىلغان بولغان دېدى ئەڭ كېرەك ھەم
        """,
        .pashto: """
        د په او چې کې ته سره له دی شوي شوی ده دې یې هغه کړ کړی کړي وو چی وویل لپاره هم نه دا اړه
        افغانستان ولسمشر پر خو به کوي وي
        """,
        .sindhi: "۾ ۽ جو جي کي آهي سان تي جا هن ان لاءِ ٿي ٿو نه کان مان آهن چيو ٿيو سنڌ",
        .french: """
        le la les des du de et en un une dans pour sur par avec qui que est sont a au aux ce cette
        ses son sa plus pas ne se il elle ils nous vous été être ont leur mais ou d l qu n c selon
        """,
        .spanish: """
        el la los las de del y en un una por para con que es son se su sus no más al lo como pero
        a este esta ha han fue entre sobre tras ante según dos tres años presidente gobierno también desde muy hay está sin hasta donde ya año
        """,
        .english: """
        the of and in to a is that for on with was as by at from it his has have he are be this
        said an not its their were which had will but they been who after
        """,
        .italian: """
        il lo la i gli le di del della dei delle in un una per con che è sono si non ha da al alla nel
        nella più anche come ma dal dalla questo questa suo sua anni dopo essere stato
        """,
        .portuguese: """
        o a os as de do da dos das em no na nos nas um uma para por com que é são se não mais ao à pelo
        pela como mas foi tem seu sua anos após ser também entre muito ele ela isso
        """,
        .german: """
        der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an
        werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum
        """,
        .dutch: """
        de het een en van in is dat op te zijn met voor niet aan er om ook als bij maar naar wordt
        door over uit nog heeft worden deze die hun werd
        """,
        .turkish: """
        ve bir bu da de için ile olarak olan daha çok ne gibi kadar sonra ancak en ise var yok değil
        oldu dedi tarafından göre yeni o her iki türkiye büyük
        """,
        .morocco: "نونبر دجنبر شتنبر غشت يوليوز",
        .moroccoPerhaps:
            "لجن تكوين ماي الجهوي الجهوية الجماعي المجالس المنتخبة المستشارين عمالة باشا درهم",
        .commonMonth: "يناير فبراير يونيو يوليو أغسطس سبتمبر نوفمبر ديسمبر",
        .darija: """
        واش ديال ديالو ديالها ديالنا ديالهم ديالي ديالك ديالكم باش شنو أشنو شنوا دابا دبا هادشي هادو
        غادي غادية غاديين بزاف حيت راها راني مزيان مزيانة عندو كيفاش شحال بغيت بغا بغينا كيدير كيقول
        كيقولو كاين كاينة كاينين ماكاينش مكاينش حنا نتا نتي نتوما خويا دراري كنقول كندير كلشي بلاصة
        زوين زوينة خدام خدامة يالاه هاكا هاكدا لهاد بهاد هاد
        """,
        .darijaPerhaps: """
        شي اللي لي دار كانو عندي هادي ديما عاد ماشي بحال راه فين هاذ واخا علاش فاش ملي حتا صافي والو
        """,
    ]

    /// Terms of Moroccan administration and justice, in two words.
    private static let terms = [
        "الدرك الملكي", "العام للملك", "الجماعات الترابية", "الجماعة الترابية", "عمالة إقليم",
        "بعمالة إقليم", "عمالة مقاطعات", "بعمالة مقاطعات", "الوقاية المدنية",
    ]
    /// Particles that are written onto a month or term.
    private static let particles = ["و", "ب", "ل", "ف", "وب", "ول", "ال"]

    private init() {
        var slots = [UInt64](repeating: 0, count: Self.mask + 1)
        var sets = [UInt32](repeating: 0, count: Self.mask + 1)
        func add(_ word: String, _ bit: UInt32) {
            let hash = Self.hash(word)
            var slot = Int(truncatingIfNeeded: hash) & Self.mask
            while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & Self.mask }
            slots[slot] = hash
            sets[slot] |= bit
        }
        for (language, list) in Self.words {
            for word in list.split(whereSeparator: \.isWhitespace).map(String.init) {
                add(word, language.bit)
                // Old Persian pages have Arabic letters for Persian ones, and the other way about.
                switch language {
                case .arabic: add(Self.swapped(word, ["ي": "ی", "ك": "ک"]), language.bit)
                case .persian: add(Self.swapped(word, ["ی": "ي", "ک": "ك"]), language.bit)
                case .morocco:
                    for particle in Self.particles { add(particle + word, language.bit) }
                default: break
                }
            }
        }
        var terms: Set<UInt64> = []
        for term in Self.terms {
            let words = term.split(separator: " ").map(String.init)
            add(words[0], Self.beginsTerm)
            terms.insert(Self.pair(Self.hash(words[0]), Self.hash(words[1])))
        }
        self.slots = slots
        self.sets = sets
        self.terms = terms
    }

    /// Set for a word that may be the first of a term.
    static let beginsTerm: UInt32 = 1 << 31

    /// What the word with this hash speaks for: a bit for each language, and `beginsTerm`.
    @inline(__always)
    func languages(of hash: UInt64) -> UInt32 {
        var slot = Int(truncatingIfNeeded: hash) & Self.mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return sets[slot] }
            slot = (slot + 1) & Self.mask
        }
        return 0
    }

    /// Whether two words in a row are a term of Moroccan administration.
    func isTerm(_ first: UInt64, _ second: UInt64) -> Bool {
        terms.contains(Self.pair(first, second))
    }

    private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first << 1 | first >> 63) ^ second
    }

    private static func swapped(_ word: String, _ letters: [Unicode.Scalar: Unicode.Scalar])
        -> String
    {
        var result = String.UnicodeScalarView()
        for scalar in word.unicodeScalars { result.append(letters[scalar] ?? scalar) }
        return String(result)
    }

    private static func hash(_ word: String) -> UInt64 {
        let bytes = Array(word.utf8)
        var fold = WordFold(.key)
        return WordHasher.hash(of: fold.fold(bytes.span, 0..<bytes.count))
    }
}
