/// Tells which stems were counted more than once; of the others it may say the same of a few.
///
/// Two rows of 4,096 bits: a text of 770 words has some 200 stems that a phrase begins with.
struct StemCounts {
    private var once = [UInt64](repeating: 0, count: 64)
    private var again = [UInt64](repeating: 0, count: 64)

    /// Counts a stem.
    mutating func add(_ stem: UInt64) {
        let (word, bit) = Self.place(of: stem)
        again[word] |= once[word] & bit
        once[word] |= bit
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
