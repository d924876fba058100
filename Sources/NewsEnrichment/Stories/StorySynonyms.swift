internal import ArabicText

/// Words that news uses for one act, a line each: `الملك يعزي` and `برقية تعزية من الملك`.
///
/// Ours. Only acts that one text seldom tells apart; each line is one stem.
struct StorySynonyms: Sendable {
    /// The list, read once.
    static let shared = StorySynonyms()

    private let stems: [UInt64: UInt64]

    private static let lines: StaticString = """
        يعزي تعزي عزى تعزية التعازي تعازيه يواسي تواسي مواساة
        يهنئ تهنئ هنأ هنأت تهنئة التهاني تهانيه
        يستقبل تستقبل استقبل استقبلت استقبال يلتقي تلتقي التقى التقت لقاء يجتمع تجتمع
        يدين تدين أدان أدانت إدانة يستنكر تستنكر استنكر استنكار يندد تندد ندد تنديد
        يتوج تتوج توج تتويج يحرز تحرز أحرز يظفر
        يفوز تفوز فاز فازت فوز يتغلب تتغلب تغلب يهزم تهزم هزم
        توفي توفيت وفاة رحيل يرحل
        يفتتح تفتتح افتتح افتتاح يدشن تدشن دشن تدشين
        يعتقل تعتقل اعتقل اعتقال توقيف يوقف توقف
        استشهاد استشهد يستشهد
        مقتل مصرع
        زلزال هزة
        يمدد تمديد مدد يجدد تجديد جدد
        """

    private init() {
        let frequencies = WordFrequencies.shared
        var stems: [UInt64: UInt64] = [:]
        Self.lines.withUTF8Buffer { bytes in
            for line in bytes.split(separator: 0x0A) {
                let keys = KeyWords(of: String(decoding: line, as: UTF8.self))
                var first: UInt64?
                for word in keys.words {
                    let letters = Int(word.firstLetter)..<Int(word.endLetter)
                    let range = WordStem.of(keys.letters, letters) {
                        frequencies.halfBits(of: WordHash.of(keys.letters, $0))
                    }
                    let stem = WordHash.of(keys.letters, range)
                    stems[stem] = first ?? stem
                    first = first ?? stem
                }
            }
        }
        self.stems = stems
    }

    /// The stem that stands for this one: its own, if it is on no line.
    func stem(for stem: UInt64) -> UInt64 { stems[stem] ?? stem }
}
