/// What stands between a word and the one before it, besides white space.
struct Marks: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    /// `،` or `,`.
    static let comma = Marks(rawValue: 1 << 0)
    /// One `.`, `!`, `?` or `؟`, whether or not it ends a sentence.
    static let fullStop = Marks(rawValue: 1 << 1)
    /// `:`.
    static let colon = Marks(rawValue: 1 << 2)
    /// `؛` or `;`.
    static let semicolon = Marks(rawValue: 1 << 3)
    /// A quotation mark that opens: `«`, `“`, or a straight one with a space before it.
    static let openQuote = Marks(rawValue: 1 << 4)
    /// A quotation mark that closes.
    static let closeQuote = Marks(rawValue: 1 << 5)
    /// `(`, `[`.
    static let openBracket = Marks(rawValue: 1 << 6)
    /// `)`, `]`.
    static let closeBracket = Marks(rawValue: 1 << 7)
    /// A hyphen or dash of any length.
    static let dash = Marks(rawValue: 1 << 8)
    /// Two or more dots, or `…`.
    static let dots = Marks(rawValue: 1 << 9)
    /// The end of a paragraph.
    static let paragraph = Marks(rawValue: 1 << 10)
    /// `/`, `|` and every other symbol.
    static let other = Marks(rawValue: 1 << 11)
    /// No white space: the two are written together (`E-POLICE`, `12/3`).
    static let joined = Marks(rawValue: 1 << 12)

    /// What ends a phrase: everything but quotation marks and joining.
    static let breaks: Marks = [
        .comma, .fullStop, .colon, .semicolon, .openBracket, .closeBracket, .dash, .dots,
        .paragraph, .other,
    ]
}
