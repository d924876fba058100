import ArabicText

/// Puts a body together: display form with its white space folded, paragraphs joined by two newlines, offsets in scalars.
struct BodyBuilder {
    /// Paragraphs that are told apart; an article has dozens. What follows is part of the last one: each
    /// costs its place in the record, and 4 MiB of lines of one word made a record of 51 MB.
    static let paragraphLimit = 20_000

    /// The body so far, valid UTF-8 in display form.
    private(set) var utf8: [UInt8] = []
    /// The paragraphs so far.
    private(set) var paragraphs: [Paragraph] = []
    private var scalarCount = 0
    /// Behind the last place given so far.
    private var placedEnd = 0

    /// Whether no paragraph with text was appended.
    var isEmpty: Bool { paragraphs.isEmpty }

    /// The body so far.
    var text: String { String(decoding: utf8, as: UTF8.self) }

    /// Appends one paragraph, unless nothing is left of it in display form.
    ///
    /// - Parameters:
    ///   - text: Valid UTF-8 as it came.
    ///   - rawStart: Where it begins in the decoded input, if it has a place there.
    ///   - rawEnd: Where it ends in the decoded input.
    ///
    /// A place that begins before the end of the one before is not told: where a parser left bytes out,
    /// it may be wrong, and a missing place beats a wrong one.
    mutating func append(_ text: Span<UInt8>, rawStart: Int?, rawEnd: Int?) {
        let before = utf8.count
        if paragraphs.count == Self.paragraphLimit {
            utf8.append(UInt8(ascii: " "))
        } else if !paragraphs.isEmpty {
            utf8.append(UInt8(ascii: "\n"))
            utf8.append(UInt8(ascii: "\n"))
        }
        let textStart = utf8.count
        DisplayText.append(text, to: &utf8)
        guard utf8.count > textStart else {
            utf8.removeSubrange(before...)
            return
        }
        let start = scalarCount + (textStart - before)
        scalarCount = start + ScalarCount.of(utf8.span.extracting(textStart..<utf8.count))
        if paragraphs.count == Self.paragraphLimit, let last = paragraphs.popLast() {
            paragraphs.append(
                Paragraph(
                    n: last.n, start: last.start, end: scalarCount, rawStart: last.rawStart,
                    rawEnd: rawEnd ?? last.rawEnd))
            return
        }
        let isPlaced = rawStart.map { $0 >= placedEnd } ?? false
        if isPlaced { placedEnd = rawEnd ?? placedEnd }
        paragraphs.append(
            Paragraph(
                n: paragraphs.count + 1, start: start, end: scalarCount,
                rawStart: isPlaced ? rawStart : nil, rawEnd: isPlaced ? rawEnd : nil))
    }
}
