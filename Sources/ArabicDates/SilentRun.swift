/// Words of a text that say nothing of time, so that the parser need not read them.
///
/// White space or a mark stands before the first, single blanks between them, and all are Arabic
/// letters without marks.
public struct SilentRun: Hashable, Sendable {
    /// Where they stand.
    public let bytes: Range<Int>
    /// How many Unicode scalars they and the blanks are.
    public let scalarCount: Int

    /// A run of words outside of ``DateParser/vocabulary``.
    public init(bytes: Range<Int>, scalarCount: Int) {
        self.bytes = bytes
        self.scalarCount = scalarCount
    }
}
