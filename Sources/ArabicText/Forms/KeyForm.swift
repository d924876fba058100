/// The form that matches names, headlines and searches: folded words, one space between them.
///
/// Display form first; then alef variants become alef, a final alef maksura yeh, every digit its ASCII
/// one; harakat, tatweel, invisible characters and punctuation go; letters lose their case. Letters of
/// Persian and Urdu keyboards become Arabic ones unless the text is written in such a language.
/// ة and ه, ؤ ئ ء stay apart: folding them merges words. Folding a key changes nothing.
public enum KeyForm {
    /// Appends the key of valid UTF-8. Takes time linear in it.
    public static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
        let start = output.count
        appendWords(of: text, .key, to: &output)
        ArabicOrthography.foldKeyboardLetters(in: &output, from: start)
    }

    /// The key of a string.
    public static func of(_ text: String) -> String {
        var output: [UInt8] = []
        append(Array(text.utf8).span, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends the words of `text`, folded with `table`, one space between them.
    static func appendWords(
        of text: Span<UInt8>, _ table: FoldTable, to output: inout [UInt8]
    ) {
        let start = output.count
        output.reserveCapacity(start + text.count)
        var fold = WordFold(table)
        var cursor = WordCursor()
        while let word = cursor.next(in: text) {
            if output.count > start { output.append(0x20) }
            for scalar in fold.fold(text, word.bytes) { output.appendScalar(scalar) }
        }
    }
}
