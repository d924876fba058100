import ArabicText

/// What a line of a page is known by on the other pages of its site.
struct SiteLineKey {
    /// Words beyond which a line is text that nobody repeats on page after page.
    static let maxWords = 40
    // No word of a text is so long on average that more bytes fit.
    private static let maxBytes = 800
    private static let sampleBytes = 120

    private var buffer: [UInt8] = []

    /// The hash of the key form of `text`; `nil` for a line that is too long, or holds no letter: a
    /// number is not furniture because other pages hold it.
    mutating func key(of text: Span<UInt8>) -> UInt64? {
        guard text.count > 0, text.count <= Self.maxBytes else { return nil }
        buffer.removeAll(keepingCapacity: true)
        KeyForm.append(text, to: &buffer)
        var words = 1
        var hasLetter = false
        for byte in buffer {
            if byte == 0x20 {
                words += 1
            } else if !(0x30...0x39).contains(byte) {
                hasLetter = true
            }
        }
        guard hasLetter, words <= Self.maxWords else { return nil }
        return LineWords.hash(buffer, 0..<buffer.count)
    }

    /// The hash of a string's key form, whatever its length.
    static func key(of text: String) -> UInt64 {
        let key = Array(KeyForm.of(text).utf8)
        return LineWords.hash(key, 0..<key.count)
    }

    /// The beginning of `text` in display form.
    static func sample(of text: Span<UInt8>) -> String {
        var shown: [UInt8] = []
        DisplayText.append(text, to: &shown)
        var end = min(shown.count, sampleBytes)
        // Not inside of a scalar: its later bytes begin with the bits 10.
        while end > 0, end < shown.count, shown[end] & 0xC0 == 0x80 { end -= 1 }
        return String(decoding: shown[..<end], as: UTF8.self)
    }
}
