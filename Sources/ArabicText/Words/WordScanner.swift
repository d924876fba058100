/// Finds words: runs of letters, marks and numbers, with at least one letter or number.
///
/// Tatweel and invisible characters inside a word belong to it. A word starts at its first letter or
/// number and ends after its last letter, number, mark or tatweel.
public enum WordScanner {
    /// The number of words in valid UTF-8.
    public static func count(in text: Span<UInt8>) -> Int {
        var count = 0
        forEachWord(in: text) { _ in count += 1 }
        return count
    }

    /// The number of words in valid UTF-8.
    public static func count(in text: [UInt8]) -> Int { count(in: text.span) }

    /// Calls `body` with each word of valid UTF-8, in order.
    @inlinable
    public static func forEachWord(in text: Span<UInt8>, _ body: (TextSegment) -> Void) {
        var cursor = WordCursor()
        while let word = cursor.next(in: text) { body(word) }
    }

    /// The words of valid UTF-8, in order.
    public static func words(in text: [UInt8]) -> [TextSegment] {
        var words: [TextSegment] = []
        forEachWord(in: text.span) { words.append($0) }
        return words
    }
}
