/// What stands for a text in the index: a hash of all of it and the keys of chosen shingles.
///
/// Texts of fewer than 12 words have no keys: only exact copies of them are found. Texts of fewer
/// than 60 words have the keys of shorter shingles besides the usual ones, because a brief of 30
/// words with one word changed has no long run left, and a brief inside a long text must meet it.
public struct Fingerprint: Hashable, Sendable {
    /// The upper half of the 128-bit hash of the word stream.
    public let exactHigh: UInt64
    /// The lower half of the 128-bit hash of the word stream.
    public let exactLow: UInt64
    /// The chosen shingles' keys, 48 bits each, rising, without repetition.
    public let keys: [UInt64]
    /// Words in the text.
    public let tokenCount: Int

    /// Changes whenever the fingerprint of any text changes. Fingerprints of different versions must
    /// not meet in one index.
    public static let formatVersion = 1
    /// Texts with fewer words are compared for equality only.
    public static let fewestWordsWithKeys = 12
    /// Texts with fewer words have the keys of 4-word shingles besides.
    public static let shortTextWords = 60

    /// Fingerprints a text. Takes time linear in its words, about 3 ns each.
    public init(of text: TokenizedText) {
        let tokens = text.tokens
        var high: UInt64 = 0x243F_6A88_85A3_08D3
        var low: UInt64 = 0x1319_8A2E_0370_7344
        for token in tokens {
            high = Mixing.fold(high ^ token.hash, 0xA409_3822_299F_31D1)
            low = Mixing.fold(low &+ token.hash, 0x082E_FA98_EC4E_6C89) &+ 0x4528_21E6_38D0_1377
        }
        exactHigh = Mixing.spread(high ^ UInt64(tokens.count))
        exactLow = Mixing.spread(low)
        tokenCount = tokens.count

        guard tokens.count >= Self.fewestWordsWithKeys else {
            keys = []
            return
        }
        var chosen: [UInt64] = []
        var hashes = Winnowing.standard.shingleHashes(of: tokens)
        Winnowing.standard.appendKeys(choosingFrom: &hashes, to: &chosen)
        if tokens.count < Self.shortTextWords {
            hashes = Winnowing.short.shingleHashes(of: tokens)
            Winnowing.short.appendKeys(choosingFrom: &hashes, to: &chosen)
        }
        keys = KeySorting.risingWithoutRepetition(chosen, bits: Winnowing.keyBits)
    }

    init(exactHigh: UInt64, exactLow: UInt64, keys: [UInt64], tokenCount: Int) {
        self.exactHigh = exactHigh
        self.exactLow = exactLow
        self.keys = keys
        self.tokenCount = tokenCount
    }

    /// The key under which exact copies meet in the index.
    var exactKey: UInt64 {
        Mixing.spread(exactLow ^ 0xBE54_66CF_34E9_0C6C) &>> UInt64(64 - Winnowing.keyBits)
    }

    /// All keys under which the index keeps the text: nothing for a text without words.
    var indexedKeys: [UInt64] {
        tokenCount == 0 ? [] : keys + [exactKey]
    }

    /// Whether two fingerprints are of the same words in the same order.
    public func isExactCopy(of other: Fingerprint) -> Bool {
        exactHigh == other.exactHigh && exactLow == other.exactLow && tokenCount > 0
            && tokenCount == other.tokenCount
    }
}
