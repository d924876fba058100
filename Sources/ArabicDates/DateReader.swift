/// Reads a text part by part, for a caller who knows which of its words say nothing of time.
///
/// The parts follow one another and are the whole text; what is found is what
/// ``DateParser/expressions(in:anchor:)-(Span<UInt8>,_)`` finds in it.
public struct DateReader {
    private var lexer: Lexer

    init(lexer: Lexer) {
        self.lexer = lexer
    }

    /// Reads the part of `text` in a range of bytes, which ends where a word does.
    public mutating func read(_ text: Span<UInt8>, _ bytes: Range<Int>) {
        lexer.read(text, bytes)
    }

    /// Passes over words outside of ``DateParser/vocabulary``.
    ///
    /// White space or a mark stands before the first, single blanks between them, and all are Arabic
    /// letters without marks.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - start: The byte at which the first word starts.
    ///   - scalarCount: How many Unicode scalars the words and the blanks are.
    public mutating func pass(_ text: Span<UInt8>, from start: Int, scalarCount: Int) {
        lexer.pass(text, from: start, scalarCount: scalarCount)
    }

    /// Every time expression of what was read, in order; none lies inside another.
    ///
    /// - Parameter anchor: The day relative words count from.
    public func expressions(anchor: CivilDate?) -> [TimeExpression] {
        Grammar(tokens: lexer.tokens, anchor: anchor).expressions()
    }
}
