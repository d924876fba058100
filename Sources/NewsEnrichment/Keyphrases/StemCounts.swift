/// Tells which stems were counted, which more than once and which more than twice; of others it may say
/// the same of a few.
///
/// Three rows of 4,096 bits: a text of 770 words has some 200 stems that a phrase begins with.
struct StemCounts {
    /// The rows of those counted once, twice and three times, one after the other.
    private var bits = [UInt64](repeating: 0, count: 192)

    /// Counts stems.
    @inline(__always)
    mutating func add(_ stems: some Sequence<UInt64>) {
        var bits = bits.mutableSpan
        for stem in stems {
            let (word, bit) = Self.place(of: stem)
            bits[unchecked: word + 128] |= bits[unchecked: word + 64] & bit
            bits[unchecked: word + 64] |= bits[unchecked: word] & bit
            bits[unchecked: word] |= bit
        }
    }

    /// Whether a stem was counted.
    @inline(__always)
    func contains(_ stem: UInt64) -> Bool {
        let (word, bit) = Self.place(of: stem)
        return bits[word] & bit != 0
    }

    /// Whether a stem was counted twice.
    @inline(__always)
    func isRepeated(_ stem: UInt64) -> Bool {
        let (word, bit) = Self.place(of: stem)
        return bits[word + 64] & bit != 0
    }

    /// Whether a stem was counted three times.
    @inline(__always)
    func isOften(_ stem: UInt64) -> Bool {
        let (word, bit) = Self.place(of: stem)
        return bits[word + 128] & bit != 0
    }

    @inline(__always)
    private static func place(of stem: UInt64) -> (word: Int, bit: UInt64) {
        (Int(truncatingIfNeeded: stem >> 58), 1 << (stem >> 52 & 63))
    }
}
