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
        let first = output.count
        output.reserveCapacity(first + text.count)
        let entries = table.entries
        let folds = entries.span
        var fold = WordFold(table)
        var offset = 0
        while offset < text.count {
            let wordStart = offset
            if output.count > first { output.append(0x20) }
            let outputStart = output.count
            let entry = appendSimply(text, folds, at: &offset, to: &output)
            if entry >> 11 == FoldTable.Action.slow, offset < text.count {
                output.removeSubrange(outputStart...)
                var cursor = WordCursor(byte: wordStart, scalar: 0)
                if let word = cursor.next(in: text) {
                    for scalar in fold.fold(text, word.bytes) { output.appendScalar(scalar) }
                }
                offset = cursor.byte
            } else if output.count == outputStart {
                if fold.leavesHamza(text, wordStart..<offset) {
                    output.appendScalar(FoldLetters.hamza)
                }
            } else if output.count >= outputStart + 2, output[output.count - 2] == 0xD9,
                output[output.count - 1] == 0x89
            {
                output[output.count - 1] = 0x8A  // A final alef maksura is a yeh.
            }
            if output.count == outputStart, output.count > first { output.removeLast() }
            skipSeparators(text, folds, &offset)
        }
    }

    /// Appends the letters and digits of a word as the table has them, and returns the entry of the
    /// scalar at which it stopped.
    private static func appendSimply(
        _ text: Span<UInt8>, _ folds: Span<UInt16>, at offset: inout Int, to output: inout [UInt8]
    ) -> UInt32 {
        while offset < text.count {
            var value = UInt32(text[unchecked: offset])
            var length = 1
            if value >= 0x80 {
                guard value &- 0xC2 < 0x1E, offset + 1 < text.count else { return 0 }
                value = (value & 0x1F) << 6 | UInt32(text[unchecked: offset + 1]) & 0x3F
                length = 2
            }
            let entry = UInt32(folds[unchecked: Int(value)])
            let action = entry >> 11
            if action == FoldTable.Action.letter || action == FoldTable.Action.digit {
                output.appendScalar(entry & 0x7FF)
            } else if action != FoldTable.Action.drop {
                return entry
            }
            offset += length
        }
        return FoldTable.Action.separator << 11
    }

    /// Steps over ASCII separators.
    private static func skipSeparators(
        _ text: Span<UInt8>, _ folds: Span<UInt16>, _ offset: inout Int
    ) {
        while offset < text.count, text[unchecked: offset] < 0xE0 {
            let first = UInt32(text[unchecked: offset])
            var value = first
            if first >= 0x80 {
                guard first >= 0xC2, offset + 1 < text.count else { return }
                value = (first & 0x1F) << 6 | UInt32(text[unchecked: offset + 1]) & 0x3F
            }
            guard UInt32(folds[unchecked: Int(value)] >> 11) == FoldTable.Action.separator else {
                return
            }
            offset += first >= 0x80 ? 2 : 1
        }
    }
}
