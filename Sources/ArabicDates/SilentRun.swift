/// Words of a text that say nothing of time, so that the parser need not read them.
///
/// White space or a mark stands before the first, single blanks between them, and all are Arabic
/// letters without marks.
public struct SilentRun: Hashable, Sendable {
    /// What a number before them asks of the first word.
    public enum FirstWord: Hashable, Sendable {
        /// It has ال, perhaps after و ف and ب ك, or is one with لل.
        case definite
        /// It ends as what is counted does, in ا, ه or ة: شخصا، سيارة.
        case counted
        case other
    }

    /// Where they stand.
    public let bytes: Range<Int>
    /// How many Unicode scalars they and the blanks are.
    public let scalarCount: Int
    /// What the first one is.
    public let firstWord: FirstWord

    /// A run of words outside of ``DateParser/vocabulary``.
    public init(bytes: Range<Int>, scalarCount: Int, firstWord: FirstWord) {
        self.bytes = bytes
        self.scalarCount = scalarCount
        self.firstWord = firstWord
    }
}
