/// The line an agency closes its text with: `// انتهى //`, `// يتبع // 11:02 ت م`, `19:23 ت م`.
struct AgencySignature {
    /// Seconds since midnight at which the agency sent the text, in its own zone.
    let secondOfDay: Int?
    /// Seconds east of UTC, if the line names the zone.
    let utcOffsetSeconds: Int?

    /// Reads a line; `nil` if it says anything else.
    ///
    /// - Parameters:
    ///   - line: A line of `text`.
    ///   - words: Its words.
    init?(_ line: PageLine, _ words: borrowing LineWords, in text: Span<UInt8>) {
        guard (1...8).contains(words.words.count) else { return nil }
        var ends = false
        var zone: Int?
        var others = 0
        var index = 0
        while index < words.words.count {
            if let found = Self.phrases.match(at: index, of: words) {
                switch found.value {
                case .end: ends = true
                case .zone(let offset): zone = offset
                }
                index += found.wordCount
                continue
            }
            if !words.isNumber(index) { others += 1 }
            index += 1
        }
        guard others == 0 else { return nil }
        let clock = ClockTime.first(in: text, line.bytes)
        let first = text[line.bytes.lowerBound]
        let isFramed = first == UInt8(ascii: "/") || first == UInt8(ascii: "(")
        guard (ends && isFramed) || (zone != nil && clock != nil) else { return nil }
        secondOfDay = clock?.secondOfDay
        utcOffsetSeconds = clock == nil ? nil : zone
    }

    private enum Meaning {
        case end
        case zone(Int)
    }

    private static let phrases = WordTable<Meaning>([
        (.end, ["انتهى", "إنتهى", "يتبع"]),
        (.zone(10_800), ["ت م", "بتوقيت مكة المكرمة", "بتوقيت السعودية"]),
        (.zone(0), ["ت غ", "بتوقيت غرينتش", "جمت", "gmt"]),
    ])
}
