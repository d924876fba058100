/// Names the language and variety of a text by its script, the letters only one language has, and
/// its commonest words.
public enum LanguageIdentifier {
    /// The language of valid UTF-8. Reads no more than the first thousand words.
    public static func identify(_ text: Span<UInt8>) -> TextLanguage {
        LanguageScanner(text).votes.language(of: text)
    }

    /// The language of valid UTF-8.
    public static func identify(_ text: [UInt8]) -> TextLanguage { identify(text.span) }
}
