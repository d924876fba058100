/// Finds words: runs of letters, marks and numbers, with at least one letter or number.
///
/// Tatweel and invisible characters inside a word belong to it. A word starts at its first letter or
/// number and ends after its last letter, number, mark or tatweel.
public enum WordScanner {
    /// Where a word lies.
    public struct Word: Hashable, Sendable {
        /// Byte offsets in the UTF-8, half open.
        public let bytes: Range<Int>
        /// Unicode scalar offsets, half open.
        public let scalars: Range<Int>
    }

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
    public static func forEachWord(in text: Span<UInt8>, _ body: (Word) -> Void) {
        var cursor = WordCursor()
        while let word = cursor.next(in: text) { body(word) }
    }

    /// The words of valid UTF-8, in order.
    public static func words(in text: [UInt8]) -> [Word] {
        var words: [Word] = []
        forEachWord(in: text.span) { words.append($0) }
        return words
    }
}
