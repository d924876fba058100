/// Names the language and variety of a text by its script, the letters only one language has, and
/// its commonest words.
public enum LanguageIdentifier {
    /// How many words are read; a longer text is judged by its beginning.
    private static let maxWords = 600

    /// The language of valid UTF-8. Takes constant time for long texts.
    public static func identify(_ text: Span<UInt8>) -> TextLanguage {
        var votes = LanguageVotes()
        var cursor = WordCursor()
        var words = 0
        while words < maxWords, let word = cursor.next(in: text) {
            votes.add(word, of: text)
            words += 1
        }
        return votes.language
    }

    /// The language of valid UTF-8.
    public static func identify(_ text: [UInt8]) -> TextLanguage { identify(text.span) }
}
