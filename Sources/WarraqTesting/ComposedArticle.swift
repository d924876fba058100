/// Articles nobody wrote, for tests that need many different ones.
public enum ComposedArticle {
    private static let words = """
        قال الوزير المغربي في الرباط إن الحكومة تعمل على تحسين الخدمات الصحية والتعليم في المدن \
        والقرى خلال السنة المقبلة وأضاف أن الميزانية تشمل مشاريع جديدة للطرق والموانئ والماء \
        الصالح للشرب وأكد المسؤول ضرورة التعاون بين الجماعات والشركات لإنجاز الأشغال في الآجال \
        المحددة مشيرا إلى أن اللجنة ستجتمع الأسبوع القادم لدراسة التقارير الواردة من الجهات
        """.split(separator: " ")

    /// A text of `sentences` sentences in paragraphs of three; the same number gives the same text,
    /// another number another.
    public static func text(_ number: Int, sentences: Int = 9) -> String {
        var random = SplitMix64(seed: UInt64(number) &* 0x9E37_79B9 &+ 1)
        var paragraphs: [String] = []
        var paragraph: [String] = []
        for index in 0..<sentences {
            let sentence = (0..<16).map { _ in
                words[Int(random.next() % UInt64(words.count))]
            }
            paragraph.append(sentence.joined(separator: " ") + " \(random.next() % 1_000_000).")
            if index % 3 == 2 || index == sentences - 1 {
                paragraphs.append(paragraph.joined(separator: " "))
                paragraph = []
            }
        }
        return paragraphs.joined(separator: "\n")
    }
}

/// Steele, Lea and Flood's SplitMix64: a random number generator with a seed, for tests that must
/// repeat.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator that gives the same numbers for the same seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
