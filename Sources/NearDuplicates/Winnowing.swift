/// Chooses the shingles of a text that stand for it.
///
/// Winnowing (Schleimer, Wilkerson, Aiken 2003) takes the smallest hash of every `window` successive
/// shingles. Two texts that share a run of `shingle + window - 1` words choose the same shingle
/// inside it, wherever it stands in either.
struct Winnowing {
    /// Words in a shingle.
    let shingle: Int
    /// Shingles in a window, of which one is chosen.
    let window: Int

    /// 5 words, windows of 8: any shared run of 12 words leaves a trace.
    static let standard = Winnowing(shingle: 5, window: 8)
    /// 4 words, windows of 6, for short texts: any shared run of 9 words leaves a trace.
    static let short = Winnowing(shingle: 4, window: 6)

    /// Bits of a key. 48 keep the log of fingerprints small, and still meet by chance only once in
    /// four million look-ups at 6·10⁷ postings.
    static let keyBits = 48

    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Calls `body` with each chosen key and the index of its shingle's first word, in text order.
    ///
    /// A text of fewer than `window` shingles gives one key, a text shorter than a shingle none.
    func forEachKey(of tokens: [Token], _ body: (_ key: UInt64, _ position: Int) -> Void) {
        let hashes = shingleHashes(of: tokens)
        guard !hashes.isEmpty else { return }
        let width = min(window, hashes.count)
        var chosen = -1
        for end in (width - 1)..<hashes.count {
            let start = end - width + 1
            let next: Int
            if chosen < start {
                // The last choice left the window: look again. The rightmost of equals, so that the
                // choice depends on the window alone.
                next = Self.rightmostMinimum(of: hashes, from: start, through: end)
            } else if hashes[end] <= hashes[chosen] {
                next = end
            } else {
                continue
            }
            chosen = next
            body(key(of: hashes[next]), next)
        }
    }

    /// A minimum is a small number, so it is spread again before its upper bits serve as a key.
    private func key(of hash: UInt64) -> UInt64 {
        Mixing.spread(hash &+ UInt64(shingle)) &>> UInt64(64 - Self.keyBits)
    }

    private static func rightmostMinimum(of hashes: [UInt64], from start: Int, through end: Int)
        -> Int
    {
        var best = start
        for index in start...end where hashes[index] <= hashes[best] {
            best = index
        }
        return best
    }

    /// A polynomial over the word hashes, rolled from shingle to shingle, then spread.
    func shingleHashes(of tokens: [Token]) -> [UInt64] {
        guard tokens.count >= shingle else { return [] }
        var power: UInt64 = 1
        for _ in 0..<shingle {
            power &*= Self.base
        }
        return [UInt64](unsafeUninitializedCapacity: tokens.count - shingle + 1) { hashes, count in
            var rolling: UInt64 = 0
            for index in tokens.indices {
                rolling = rolling &* Self.base &+ Mixing.spread(tokens[index].hash)
                if index >= shingle {
                    rolling &-= Mixing.spread(tokens[index - shingle].hash) &* power
                }
                if index >= shingle - 1 {
                    hashes[count] = Mixing.spread(rolling)
                    count += 1
                }
            }
        }
    }
}
