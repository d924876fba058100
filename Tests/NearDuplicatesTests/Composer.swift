import NearDuplicates

/// A seeded source of texts: the same seed, the same texts.
struct Composer: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits &>> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits &>> 31)
    }

    /// Words of a vocabulary in which few are frequent, as in a language.
    mutating func words(_ count: Int) -> [String] {
        (0..<count).map { _ in
            let place = Double.random(in: 0..<1, using: &self)
            return "w\(Int(place * place * place * 20_000))x"
        }
    }

    /// Paragraphs of 20 to 60 words each.
    mutating func paragraphs(_ count: Int) -> [[String]] {
        (0..<count).map { _ in
            let length = Int.random(in: 20...60, using: &self)
            return words(length)
        }
    }

    /// `words` with a share of them changed to ones seen nowhere else.
    mutating func misspelt(_ words: [String], share: Double) -> [String] {
        words.map { word in
            Double.random(in: 0..<1, using: &self) < share ? word + "y\(next() % 1_000)" : word
        }
    }

    /// A template with every `#` replaced by a number of two or three digits.
    mutating func filled(_ template: String) -> String {
        template.split(separator: "#", omittingEmptySubsequences: false).reduce("") { text, part in
            text.isEmpty ? String(part) : text + "\(Int.random(in: 10...999, using: &self))" + part
        }
    }
}
