/// Finds what people are reported to have said.
struct QuotationFinder: Sendable {
    /// Adds to `findings` quotations, quoted titles and implied subjects.
    func find(in words: ArticleWords, findings: inout Findings) {}
}
