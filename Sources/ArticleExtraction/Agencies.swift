/// News agencies as datelines sign them.
enum Agencies {
    /// One agency's sign.
    struct Agency {
        /// The sign as ``LineWords`` folds it.
        let key: [UInt8]
        /// Words in the sign.
        let wordCount: Int
        /// IANA zone that the agency's own times are in; `nil` for those that work everywhere.
        let timeZone: String?
        /// Whether the sign says nothing else: two short words may be many things.
        let isDistinct: Bool
    }

    /// The agency whose sign stands at word `index`, the longest if several do.
    static func agency(at index: Int, of words: borrowing LineWords) -> Agency? {
        guard index < words.words.count else { return nil }
        for agency in byFirstByte[Int(words.key[words.words[index].key.lowerBound + 1])]
        where words.has(agency.key, at: index) {
            return agency
        }
        return nil
    }

    /// By the second byte of the sign, longest sign first: the first byte says only "Arabic".
    private static let byFirstByte: [[Agency]] = {
        var table = [[Agency]](repeating: [], count: 256)
        for (text, zone, isDistinct) in signs {
            let key = LineWords.key(of: text)
            table[Int(key[1])].append(
                Agency(
                    key: key, wordCount: key.count { $0 == 0x20 }, timeZone: zone,
                    isDistinct: isDistinct))
        }
        return table.map { $0.sorted { $0.key.count > $1.key.count } }
    }()

    private static let signs: [(String, String?, Bool)] = [
        ("و م ع", "Africa/Casablanca", true), ("ومع", "Africa/Casablanca", true),
        ("و.م.ع.", "Africa/Casablanca", true), ("لاماب", "Africa/Casablanca", true),
        ("وكالة المغرب العربي للأنباء", "Africa/Casablanca", true),
        ("MAP", "Africa/Casablanca", true),
        ("واس", "Asia/Riyadh", true), ("و ا س", "Asia/Riyadh", true),
        ("وكالة الأنباء السعودية", "Asia/Riyadh", true),
        ("وات", "Africa/Tunis", true), ("وكالة تونس إفريقيا للأنباء", "Africa/Tunis", true),
        ("واج", "Africa/Algiers", true), ("و أ ج", "Africa/Algiers", true),
        ("وكالة الأنباء الجزائرية", "Africa/Algiers", true),
        ("أ ش أ", "Africa/Cairo", true), ("وكالة أنباء الشرق الأوسط", "Africa/Cairo", true),
        ("وام", "Asia/Dubai", true), ("كونا", "Asia/Kuwait", true), ("قنا", "Asia/Qatar", true),
        ("بترا", "Asia/Amman", true), ("بنا", "Asia/Bahrain", false),
        ("سانا", "Asia/Damascus", true),
        ("سبأ", "Asia/Aden", false), ("سونا", "Africa/Khartoum", true), ("وفا", "Asia/Gaza", false),
        ("أ ف ب", nil, true), ("أف ب", nil, true), ("أفب", nil, true), ("فرانس برس", nil, true),
        ("وكالة فرانس برس", nil, true), ("AFP", nil, true), ("رويترز", nil, true),
        ("Reuters", nil, true), ("د ب أ", nil, true), ("الألمانية", nil, false),
        ("إ ف إ", nil, true), ("إفي", nil, true), ("أ ب", nil, true), ("إ ب أ", nil, true),
        ("أسوشيتد برس", nil, true), ("الأناضول", nil, true), ("وكالة الأناضول", nil, true),
        ("شينخوا", nil, true), ("يو بي آي", nil, true), ("سبوتنيك", nil, true),
        ("وكالات", nil, true), ("الوكالات", nil, true), ("متابعات", nil, false),
        ("متابعة", nil, false), ("خاص", nil, false), ("معا", nil, false), ("قدس برس", nil, true),
    ]
}
