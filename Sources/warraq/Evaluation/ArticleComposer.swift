/// Composes any number of different articles from the sentences of real ones.
///
/// An article is mostly scraps of two to four words in the order of a real sentence, drawn evenly, so
/// that nearly all of its five-word shingles are its own, as in news; every second article has one
/// whole real sentence besides, which others may have too. One in ten is derived from an earlier one: a
/// copy, a copy with one word in twenty changed, or a text that holds half of it. An article depends on
/// its number and the pool alone, so an earlier one can be had again.
struct ArticleComposer {
    /// How an article came about.
    enum Origin: Hashable {
        case own
        case copy(of: Int)
        case edited(of: Int)
        case holding(of: Int)
    }

    private let pool: [UInt8]
    /// The words of the pool.
    private let words: [Range<Int>]
    /// For each sentence its words, by their indices.
    private let sentences: [Range<Int>]
    private let bytes: Int

    /// - Parameters:
    ///   - texts: Real texts; their sentences of 4 words or more are drawn from.
    ///   - bytes: The size of an article, about.
    init(texts: [[UInt8]], bytes: Int) {
        self.bytes = bytes
        var pool: [UInt8] = []
        var words: [Range<Int>] = []
        var sentences: [Range<Int>] = []
        for text in texts {
            for sentence in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x2E }) {
                let first = words.count
                for word in sentence.split(separator: 0x20) {
                    words.append(pool.count..<(pool.count + word.count))
                    pool += word
                    pool.append(0x20)
                }
                if words.count - first >= 4 { sentences.append(first..<words.count) }
            }
        }
        self.pool = pool
        self.words = words
        self.sentences = sentences
    }

    /// Whether there is anything to draw from.
    var isEmpty: Bool { sentences.isEmpty }

    /// How article `number` comes about.
    func origin(of number: Int) -> Origin {
        var random = Draw(seed: UInt64(number) &* 2)
        let kind = random.below(100)
        guard number > 100, kind < 10 else { return .own }
        // The nearest one that is no derivation: originals, not copies of copies.
        var earlier = random.below(number)
        while earlier > 0, case let kind = Draw.first(seed: UInt64(earlier) &* 2), kind < 10,
            earlier > 100
        {
            earlier -= 1
        }
        return switch kind {
        case 0..<3: .copy(of: earlier)
        case 3..<7: .edited(of: earlier)
        default: .holding(of: earlier)
        }
    }

    /// Article `number`.
    func article(_ number: Int) -> [UInt8] {
        switch origin(of: number) {
        case .own: return own(number, bytes: bytes)
        case .copy(let earlier): return own(earlier, bytes: bytes)
        case .edited(let earlier): return edited(own(earlier, bytes: bytes), number)
        case .holding(let earlier):
            let half = own(earlier, bytes: bytes).split(separator: 0x0A)
            return own(number, bytes: bytes / 2)
                + half[..<((half.count + 1) / 2)].joined(
                    separator: [0x0A])
        }
    }

    private func own(_ number: Int, bytes: Int) -> [UInt8] {
        var random = Draw(seed: UInt64(number) &* 2 &+ 1)
        var text: [UInt8] = []
        text.reserveCapacity(bytes + 256)
        let whole = random.below(2) == 0 ? random.below(12) : -1
        var sentence = 0
        while text.count < bytes {
            if sentence == whole {
                append(sentences[random.below(sentences.count)], to: &text)
            } else {
                for _ in 0..<7 {
                    let range = sentences[random.below(sentences.count)]
                    let count = 2 + random.below(3)
                    let start = range.lowerBound + random.below(range.count - 3)
                    append(start..<min(range.upperBound, start + count), to: &text)
                }
            }
            sentence += 1
            text[text.count - 1] = 0x2E
            text.append(sentence.isMultiple(of: 3) ? 0x0A : 0x20)
        }
        return text
    }

    private func append(_ range: Range<Int>, to text: inout [UInt8]) {
        // With the space after each word.
        text += pool[words[range.lowerBound].lowerBound...words[range.upperBound - 1].upperBound]
    }

    private func edited(_ text: [UInt8], _ number: Int) -> [UInt8] {
        var random = Draw(seed: UInt64(number) &* 2 &+ 1)
        var result: [UInt8] = []
        result.reserveCapacity(text.count + 64)
        for word in text.split(separator: 0x20) {
            result += random.below(20) == 0 ? pool[words[random.below(words.count)]] : word
            result.append(0x20)
        }
        return result
    }
}

/// Steele, Lea and Flood's SplitMix64.
private struct Draw {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0xD6E8_FEB8_6659_FD93
    }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 31) >> 1) % limit
    }

    /// What the first draw of a hundred gives.
    static func first(seed: UInt64) -> Int {
        var draw = Draw(seed: seed)
        return draw.below(100)
    }
}
