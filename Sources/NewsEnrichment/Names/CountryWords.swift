/// The countries that the words of a body's name tell: their names and adjectives.
struct CountryWords: Sendable {
    static let shared = CountryWords()

    private var codes = HashTable()
    /// The hashes of the words.
    private(set) var hashes: [UInt64] = []

    /// The countries of the list below.
    init() {
        let lines = countryWords.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
            .split(separator: "\n")
        for line in lines {
            let words = line.split(separator: " ")
            guard let code = words.first.flatMap({ CountryCode(String($0)) }) else { continue }
            for word in words.dropFirst() {
                var forms = [String(word), "ال" + word]
                if word.hasSuffix("ي") { forms += forms.map { $0 + "ة" } }
                for hash in forms.map(WordHash.of) {
                    codes[hash] = UInt32(code.rawValue)
                    hashes.append(hash)
                }
            }
        }
    }

    /// The country that a word names.
    @inline(__always)
    func country(of hash: UInt64) -> CountryCode? {
        codes[hash].map { CountryCode(rawValue: UInt16($0)) }
    }
}

/// Countries by name and by adjective in the masculine. Ours.
private let countryWords: StaticString = """
    MA المغرب مغربي
    DZ الجزائر جزائري
    TN تونس تونسي
    LY ليبيا ليبي
    EG مصر مصري
    SD السودان سوداني
    MR موريتانيا موريتاني
    SO الصومال صومالي
    DJ جيبوتي جيبوتي
    KM القمر
    SA السعودية سعودي
    AE الإمارات إماراتي
    QA قطر قطري
    KW الكويت كويتي
    BH البحرين بحريني
    OM عمان عماني
    YE اليمن يمني
    IQ العراق عراقي
    SY سوريا سورية سوري
    LB لبنان لبناني
    JO الأردن أردني
    PS فلسطين فلسطيني
    IL إسرائيل إسرائيلي
    TR تركيا تركي
    IR إيران إيراني
    AF أفغانستان أفغاني
    PK باكستان باكستاني
    IN الهند هندي
    CN الصين صيني
    JP اليابان ياباني
    ID إندونيسيا إندونيسي
    MY ماليزيا ماليزي
    RU روسيا روسي
    UA أوكرانيا أوكراني
    US أمريكا أميركا أمريكي أميركي
    CA كندا كندي
    MX المكسيك مكسيكي
    BR البرازيل برازيلي
    AR الأرجنتين أرجنتيني
    FR فرنسا فرنسي
    ES إسبانيا إسباني
    PT البرتغال برتغالي
    IT إيطاليا إيطالي
    DE ألمانيا ألماني
    GB بريطانيا بريطاني إنجليزي انقليزي
    BE بلجيكا بلجيكي
    NL هولندا هولندي
    CH سويسرا سويسري
    AT النمسا نمساوي
    SE السويد سويدي
    NO النرويج نرويجي
    DK الدنمارك دنماركي
    FI فنلندا فنلندي
    PL بولندا بولندي بولوني
    GR اليونان يوناني
    HU المجر مجري
    RO رومانيا روماني
    BG بلغاريا بلغاري
    RS صربيا صربي
    HR كرواتيا كرواتي
    ET إثيوبيا إثيوبي
    ER إريتريا إريتري
    NG نيجيريا نيجيري
    SN السنغال سنغالي
    CI كوتديفوار إيفواري
    GH غانا غاني
    CM الكاميرون كاميروني
    KE كينيا كيني
    TD تشاد تشادي
    NE النيجر
    AU أستراليا أسترالي
    """
