import WarraqTesting

/// Spoils inputs in the ways a fuzzer does, the same run after run.
struct Mutator {
    /// Pieces that decide something somewhere.
    private static let pieces: [[UInt8]] =
        [
            [0x00], [0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xD8], [0xE2, 0x80, 0x8F],
            [0xC2, 0xA0],
            [0xF0, 0x9F, 0x98, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        ]
        + [
            "\n\n", "\r", "\u{2028}", "\u{A0}\u{A0}\u{A0}", "\u{64B}", "\u{640}", "\u{FEFB}",
            "\u{654}",
            "2014", "٣١/١٢/٢٠١٤", "من", "إلى", "قبل", "مارس", "الجمعة", "هـ", "10:35", "T24:00:00Z",
            "نشر في", "بقلم", "اقرأ أيضا", "و م ع", "|", " - ", "..", "<", ">", "<p>", "</div>",
            "<!--",
            "-->", "<script>", "</script>", "<table>", "<article>", "<title>", "&#0;", "&#x10FFFF;",
            "&amp;", "<![CDATA[", "]]>", "<item>", "</item>", "{", "}", "[", "\"", "\\u0000",
            "\\ud800",
            ":", ",", "null", "1e999", "https://", "@", "?utm_source=", "%00", "%", "xn--",
        ].map { Array($0.utf8) }

    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// An input made of those of `corpus`, of at most `limit` bytes.
    mutating func input(_ corpus: [[UInt8]], limit: Int) -> [UInt8] {
        guard var input = corpus.randomElement(using: &random) else { return [] }
        if input.count > limit {
            let start = Int.random(in: 0...input.count - limit, using: &random)
            input = Array(input[start..<start + limit])
        }
        for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&input, corpus) }
        return Array(input.prefix(limit))
    }

    private mutating func mutate(_ input: inout [UInt8], _ corpus: [[UInt8]]) {
        let place = Int.random(in: 0...input.count, using: &random)
        let range = place..<min(input.count, place + Int.random(in: 1...32, using: &random))
        switch Int.random(in: 0..<7, using: &random) {
        case 0 where place < input.count:
            input[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1 where place < input.count: input[place] = UInt8.random(in: 0...255, using: &random)
        case 2: input.removeSubrange(range)
        case 3: input.insert(contentsOf: Array(input[range]), at: place)
        case 4:
            guard let other = corpus.randomElement(using: &random) else { return }
            let start = Int.random(in: 0...other.count, using: &random)
            input.replaceSubrange(place..., with: other[start...])
        default:
            input.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
        }
    }
}
