/// One word of a text: the hash of its folded form and where it stands.
public struct Token: Hashable, Sendable {
    /// The 64-bit hash of the word's folded form: equal words, equal hashes.
    public let hash: UInt64
    /// The offset of the word's first character, in the unit the caller counts in.
    public let start: UInt32
    /// The offset after the word's last character.
    public let end: UInt32
    /// Whether the word is a number, which must agree before two texts are called duplicates.
    public let isNumber: Bool

    /// Makes a token of a word hash and its place.
    ///
    /// - Precondition: `start <= end`.
    public init(hash: UInt64, start: UInt32, end: UInt32, isNumber: Bool) {
        precondition(start <= end, "a token ends before it starts")
        self.hash = hash
        self.start = start
        self.end = end
        self.isNumber = isNumber
    }
}

/// The words of a text in reading order, and where its paragraphs begin.
public struct TokenizedText: Hashable, Sendable {
    /// The words in reading order.
    public let tokens: [Token]
    /// The index into ``tokens`` of the first word of every paragraph, rising. Never empty unless
    /// the text is, and then begins with 0.
    public let paragraphStarts: [Int]

    /// Makes a text of its words and paragraphs.
    ///
    /// - Parameters:
    ///   - tokens: The words in reading order, their offsets rising.
    ///   - paragraphStarts: Token indices in any order. Paragraphs without words may repeat an
    ///     index or point past the last word: they are left out, and a missing 0 is added.
    public init(tokens: [Token], paragraphStarts: [Int] = []) {
        self.tokens = tokens
        guard !tokens.isEmpty else {
            self.paragraphStarts = []
            return
        }
        var starts = [0]
        for start in paragraphStarts.sorted()
        where start < tokens.count && start > starts[starts.count - 1] {
            starts.append(start)
        }
        self.paragraphStarts = starts
    }
}
