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

    /// Appends the chosen keys, each once for every run of windows that chooses it: those of
    /// ``forEachKey(of:_:)``, whose places are not asked for, at a third of the cost.
    ///
    /// - Parameter hashes: ``shingleHashes(of:)`` of a text. Written over.
    func appendKeys(choosingFrom hashes: inout [UInt64], to keys: inout [UInt64]) {
        guard hashes.count > window, window >= 4 else {
            if let smallest = hashes.min() { keys.append(key(of: smallest)) }
            return
        }
        // The smallest of two neighbours, of four, of a window: three passes without a branch that
        // depends on a hash.
        let windows = hashes.count - window + 1
        let start = keys.count
        keys.append(contentsOf: repeatElement(0, count: windows))
        let end = hashes.withUnsafeMutableBufferPointer { hashes in
            for index in 0..<(hashes.count - 1) {
                hashes[index] = min(hashes[index], hashes[index + 1])
            }
            for index in 0..<(hashes.count - 3) {
                hashes[index] = min(hashes[index], hashes[index + 2])
            }
            return keys.withUnsafeMutableBufferPointer { keys in
                var end = start
                var previous: UInt64 = 0
                for index in 0..<windows {
                    let smallest = min(hashes[index], hashes[index + window - 4])
                    keys[end] = smallest
                    end += index == 0 || smallest != previous ? 1 : 0
                    // Written over by the next one unless it was new.
                    previous = smallest
                }
                for index in start..<end { keys[index] = key(of: keys[index]) }
                return end
            }
        }
        keys.removeLast(keys.count - end)
    }

    /// A polynomial over the word hashes, rolled from shingle to shingle, then spread.
    func shingleHashes(of tokens: [Token]) -> [UInt64] {
        guard tokens.count >= shingle else { return [] }
        var power: UInt64 = 1
        for _ in 0..<shingle {
            power &*= Self.base
        }
        return [UInt64](unsafeUninitializedCapacity: tokens.count) { hashes, count in
            tokens.withUnsafeBufferPointer { tokens in
                var rolling: UInt64 = 0
                for index in 0..<shingle {
                    // Kept until the word leaves the shingle; a shingle's hash then takes its place.
                    hashes[index] = Mixing.spread(tokens[index].hash)
                    rolling = rolling &* Self.base &+ hashes[index]
                }
                for index in shingle..<tokens.count {
                    let leaving = hashes[index - shingle]
                    hashes[index - shingle] = Mixing.spread(rolling)
                    hashes[index] = Mixing.spread(tokens[index].hash)
                    rolling = rolling &* Self.base &+ hashes[index] &- leaving &* power
                }
                hashes[tokens.count - shingle] = Mixing.spread(rolling)
            }
            count = tokens.count - shingle + 1
        }
    }
}
