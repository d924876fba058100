/// A looser key, for spellings that the key keeps apart.
///
/// The key form, and ة becomes ه, ؤ و, ئ ي; ء goes; گ ڭ ݣ become ك, ڤ ف, پ ب, چ ج, and letters of
/// Persian and Urdu keyboards Arabic ones in every text. It merges some words: use it to find, and
/// something else to decide. Folding it again changes nothing.
public enum LooseKeyForm {
    /// Appends the loose key of valid UTF-8. Takes time linear in it.
    public static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
        KeyForm.appendWords(of: text, .loose, to: &output)
    }

    /// The loose key of a string.
    public static func of(_ text: String) -> String {
        var output: [UInt8] = []
        append(Array(text.utf8).span, to: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
