/// What stands for a text in a ``LongTail``: one-permutation MinHash of its five-word shingles, the hash
/// of all of it, and a hash of its numbers.
///
/// 128 bins, each with the smallest hash of the shingles that fall into it (Li, Owen, Zhang 2012); an
/// empty bin takes the value of another, drawn by a hash of its own number (Shrivastava 2017), so that
/// short texts have full sketches too. Two texts have equal bins in the share of their Jaccard
/// resemblance.
///
/// Texts of fewer than 12 words have no bins: only exact copies of them are found.
public struct ResemblanceSketch: Hashable, Sendable {
    /// The upper half of the 128-bit hash of the word stream.
    public let exactHigh: UInt64
    /// The lower half of the 128-bit hash of the word stream.
    public let exactLow: UInt64
    /// A hash of the text's numbers, whatever their order.
    public let numbersHash: UInt64
    /// Words in the text.
    public let tokenCount: Int
    /// The lowest byte of every bin; nothing if the text is too short.
    let bins: [UInt8]
    /// The keys under which resembling texts meet: one for every 4 bins, then the one of exact copies.
    let keys: [UInt32]

    /// Changes whenever the sketch of any text changes. Sketches of different versions must not meet.
    public static let formatVersion = 1

    static let binBits = 7
    static let binCount = 1 << binBits
    static let bandCount = 32
    /// Keys of a text with bins.
    static let keyCount = bandCount + 1
    private static let bandWidth = binCount / bandCount

    /// Sketches a text. Takes time linear in its words, about 5 ns each, and 1 µs besides.
    ///
    /// - Parameter fingerprint: The fingerprint of the same text, if it is at hand.
    public init(of text: TokenizedText, fingerprint: Fingerprint? = nil) {
        let fingerprint = fingerprint ?? Fingerprint(of: text)
        precondition(fingerprint.tokenCount == text.tokens.count, "a fingerprint of another text")
        exactHigh = fingerprint.exactHigh
        exactLow = fingerprint.exactLow
        tokenCount = text.tokens.count
        var numbers: UInt64 = 0
        for token in text.tokens where token.isNumber { numbers &+= Mixing.spread(token.hash) }
        numbersHash = numbers
        let exactKey = UInt32(truncatingIfNeeded: Mixing.spread(fingerprint.exactLow) &>> 32)
        guard text.tokens.count >= Fingerprint.fewestWordsWithKeys else {
            bins = []
            keys = [exactKey]
            return
        }
        let smallest = Self.smallestHashes(of: text.tokens)
        bins = smallest.map { UInt8(truncatingIfNeeded: $0) }
        keys = Self.bandKeys(of: smallest) + [exactKey]
    }

    /// The Jaccard resemblance of both texts' shingles, estimated: 0 to 1, with a standard deviation of
    /// at most .045. 1 for exact copies of any length.
    public func estimatedResemblance(to other: ResemblanceSketch) -> Double {
        if isExactCopy(of: other) { return 1 }
        guard !bins.isEmpty, !other.bins.isEmpty else { return 0 }
        var equal = 0
        for index in bins.indices where bins[index] == other.bins[index] { equal += 1 }
        return Self.resemblance(ofEqualBins: equal)
    }

    /// Whether both are of the same words in the same order.
    public func isExactCopy(of other: ResemblanceSketch) -> Bool {
        exactHigh == other.exactHigh && exactLow == other.exactLow && tokenCount > 0
            && tokenCount == other.tokenCount
    }

    /// One in 256 bins is equal by chance.
    static func resemblance(ofEqualBins equal: Int) -> Double {
        max(0, (Double(equal) / Double(binCount) - 1 / 256) / (1 - 1 / 256))
    }

    private static func smallestHashes(of tokens: [Token]) -> [UInt64] {
        var smallest = [UInt64](repeating: .max, count: binCount)
        for hash in Winnowing.standard.shingleHashes(of: tokens) {
            let bin = bin(of: hash)
            smallest[bin] = min(smallest[bin], hash)
        }
        var full = smallest
        for index in full.indices where smallest[index] == .max {
            var attempt: UInt64 = 0
            repeat {
                attempt += 1
                let draw = Mixing.spread(UInt64(index) &<< 32 | attempt)
                full[index] = smallest[bin(of: draw)]
            } while full[index] == .max
        }
        return full
    }

    @inline(__always)
    private static func bin(of hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash &>> UInt64(64 - binBits))
    }

    private static func bandKeys(of smallest: [UInt64]) -> [UInt32] {
        (0..<bandCount).map { band in
            var state = UInt64(band) &* 0x9E37_79B9_7F4A_7C15
            for bin in (band * bandWidth)..<((band + 1) * bandWidth) {
                state = Mixing.fold(state ^ smallest[bin], 0xA409_3822_299F_31D1)
            }
            return UInt32(truncatingIfNeeded: Mixing.spread(state) &>> 32)
        }
    }
}
