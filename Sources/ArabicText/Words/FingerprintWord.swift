/// A word as duplicates are found by it.
public struct FingerprintWord: Hashable, Sendable {
    /// A hash of the folded word; for a number, of its digits alone.
    public let hash: UInt64
    /// Where the word starts, in Unicode scalars.
    public let start: UInt32
    /// Where the word ends, in Unicode scalars.
    public let end: UInt32
    /// Whether the word is a number: digits, perhaps with a particle before them (`و23`, `الـ48`) or,
    /// for a year, the letter of its calendar after them (`2014م`, `1435هـ`).
    public let isNumber: Bool

    /// Makes a word.
    public init(hash: UInt64, start: UInt32, end: UInt32, isNumber: Bool) {
        self.hash = hash
        self.start = start
        self.end = end
        self.isNumber = isNumber
    }
}
