/// Finds what people are reported to have said.
struct QuotationFinder: Sendable {
    /// Adds to `findings` quotations, quoted titles and implied subjects, and to its offices those
    /// speakers that are only described: مصدر أمني.
    func find(in words: ArticleWords, findings: inout Findings) {
        var pass = QuotationPass(text: words.body, findings: findings)
        pass.run()
        findings.quotations = pass.quotations
        findings.quotedTitles =
            QuotedTitleFinder(
                text: words.body, quotes: pass.quotes, quotations: pass.quotations
            ).titles
        findings.impliedSubjects = pass.impliedSubjects
        guard !pass.speakers.describedSpeakers.isEmpty else { return }
        findings.offices += pass.speakers.describedSpeakers
        findings.offices.sort { $0.span.start < $1.span.start }
    }
}
