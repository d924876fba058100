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
        var described = pass.speakers.describedSpeakers
        guard !described.isEmpty else { return pass.index }
        let spoken = Set(findings.quotations.compactMap(\.speaker))
        let known = Set(findings.offices.map(\.ref))
        described.removeAll { !spoken.contains($0.ref) || known.contains($0.ref) }
        guard !described.isEmpty else { return pass.index }
        findings.offices += described
        findings.offices.sort { $0.span.start < $1.span.start }
        return nil
    }
}
