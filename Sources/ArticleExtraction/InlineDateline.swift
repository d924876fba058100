import ArabicDates

/// The dateline that opens an agency's text: `مراكش/ 7 مارس 2014/ ومع/ اختتمت …`.
///
/// It stays in its paragraph, which is the author's, and only says when and by whom.
struct InlineDateline {
    /// The day, with where it stands.
    let date: PageDate?
    /// The agency's sign.
    let agency: Range<Int>
    /// Zone that the agency's dates are in.
    let timeZone: String?

    /// Words of a paragraph that are looked at.
    private static let wordLimit = 14

    /// Reads the beginning of `paragraph`; `nil` if no agency signs it.
    ///
    /// - Parameters:
    ///   - paragraph: Bytes of `text`.
    ///   - text: The decoded input.
    init?(_ paragraph: Range<Int>, in text: Span<UInt8>) {
        var words = LineWords()
        words.read(text, paragraph, limit: Self.wordLimit)
        for index in words.words.indices {
            guard let sign = Agencies.agency(at: index, of: words), sign.isDistinct else {
                continue
            }
            let start = words.words[index].bytes.lowerBound
            let last = words.words[index + sign.wordCount - 1].bytes
            // A sign is set apart on both sides; in running text it is a name like others.
            guard index > 0, Self.isApart(text, words.words[index - 1].bytes.upperBound..<start),
                index + sign.wordCount < words.words.count,
                Self.isApart(
                    text,
                    last.upperBound..<words.words[index + sign.wordCount].bytes.lowerBound)
            else { return nil }
            let before = paragraph.lowerBound..<start
            let date = PageDate.first(in: text, before, DateParser())
            let places = words.words[..<index].count { word in
                date.map { !$0.bytes.overlaps(word.bytes) } ?? true
            }
            guard places <= 4 else { return nil }
            self.date = date
            agency = start..<last.upperBound
            timeZone = sign.timeZone
            return
        }
        return nil
    }

    private static func isApart(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var scan = ScalarScan(byte: range.lowerBound)
        while scan.byte < range.upperBound {
            switch scan.next(in: text) {
            case 0x2D, 0x2F, 0x28, 0x29, 0x7C, 0x3A, 0x2013, 0x2014: return true
            default: continue
            }
        }
        return false
    }
}
