/// The form by which duplicates are found: hashed words of a body in display form.
///
/// Words fold as in the key form, always with the letters of Persian and Urdu keyboards made Arabic,
/// so that the hash of a word depends on no other. Numbers are kept and marked, and their thousands
/// joined (1,489 and 1 489 are 1489). Month names of all dialects have one hash a month; a Levantine
/// name of two words (كانون الثاني), and a month named twice (نيسان/أبريل), become one word with the
/// range of both. A name that is also another word (آب, نيسان) is a month beside a number,
/// another month or شهر only.
public enum FingerprintForm {
    /// Rises whenever the hash of any text changes, so that stored fingerprints are not mixed.
    public static let version = 2

    /// Appends the words of valid UTF-8 in display form. Takes time linear in it.
    public static func appendWords(of text: Span<UInt8>, to words: inout [FingerprintWord]) {
        var scanner = FingerprintScanner(firstWord: words.count)
        scanner.scan(text, to: &words)
    }

    /// The words of valid UTF-8 in display form.
    public static func words(of text: [UInt8]) -> [FingerprintWord] {
        var words: [FingerprintWord] = []
        appendWords(of: text.span, to: &words)
        return words
    }
}
