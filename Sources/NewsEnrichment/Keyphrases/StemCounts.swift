/// Tells which stems were counted, and which more than once; of others it may say the same of a few.
///
/// Two rows of 4,096 bits: a text of 770 words has some 200 stems that a phrase begins with.
struct StemCounts {
    private var once = InlineArray<64, UInt64>(repeating: 0)
    private var again = InlineArray<64, UInt64>(repeating: 0)

    /// Counts a stem.
    mutating func add(_ stem: UInt64) {
        let (word, bit) = Self.place(of: stem)
        again[word] |= once[word] & bit
        once[word] |= bit
    }

    /// Whether a stem was counted.
    func contains(_ stem: UInt64) -> Bool {
        let (word, bit) = Self.place(of: stem)
        return once[word] & bit != 0
    }

    /// Whether a stem was counted twice.
    func isRepeated(_ stem: UInt64) -> Bool {
        let (word, bit) = Self.place(of: stem)
        return again[word] & bit != 0
    }

    @inline(__always)
    private static func place(of stem: UInt64) -> (word: Int, bit: UInt64) {
        (Int(truncatingIfNeeded: stem >> 58), 1 << (stem >> 52 & 63))
    }
}
