@testable import NewsEnrichment

extension TextSpan {
    /// Some scalars of a text of one paragraph.
    init(_ scalars: Range<Int>, in text: NewsText) {
        self.init(
            start: scalars.lowerBound, end: scalars.upperBound, paragraph: 1,
            words: text.words(in: scalars),
            bytes: text.byte(at: scalars.lowerBound)..<text.byte(at: scalars.upperBound),
            of: text.utf8)
    }
}
