@testable import NewsEnrichment

extension TextSpan {
    /// A span of a body of which nothing else is known.
    init(start: Int, end: Int, paragraph: Int, text: String) {
        let bytes = Array(text.utf8)
        self.init(
            start: start, end: end, paragraph: paragraph, bytes: 0..<bytes.count, of: bytes)
    }
}
