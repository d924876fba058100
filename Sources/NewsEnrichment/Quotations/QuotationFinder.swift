/// Finds what people are reported to have said.
struct QuotationFinder: Sendable {
    /// Adds to `findings` quotations, quoted titles and implied subjects, and to its offices those
    /// speakers that are only described: مصدر أمني.
    ///
    /// - Returns: Who can speak in the body; `nil` if there are more now than it knows.
    @discardableResult
    func find(in words: ArticleWords, findings: inout Findings) -> SpeakerIndex? {
        var pass = QuotationPass(text: words.body, cues: words.cues, findings: findings)
        pass.run()
        findings.quotations = pass.quotations
        findings.quotedTitles =
            QuotedTitleFinder(
                text: words.body, quotes: pass.quotes, quotations: pass.quotations
            ).titles
        findings.impliedSubjects = pass.impliedSubjects
        let described = pass.speakers.describedSpeakers.filter { office in
            findings.quotations.contains { $0.speaker == office.ref }
                && !findings.offices.contains { $0.ref == office.ref }
        }
        guard !described.isEmpty else { return pass.index }
        findings.offices += described
        findings.offices.sort { $0.span.start < $1.span.start }
        return nil
    }
}
