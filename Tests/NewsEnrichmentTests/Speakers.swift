import ArabicText
import ArticleExtraction

@testable import NewsEnrichment

/// People, offices and bodies given by hand, so that rules of quotations are tested alone.
struct Speakers {
    /// Surface forms of each person's name, by ref.
    var people: [(ref: String, names: [String], roles: [String])] = []
    /// Surface forms of each body's name.
    var bodies: [(ref: String, names: [String])] = []

    /// What the finder makes of `body`.
    func findings(in body: String) -> Findings {
        var findings = Findings()
        for person in people {
            let roles = person.roles.flatMap { spans(of: $0, in: body) }
            findings.people.append(
                Person(
                    ref: person.ref, name: person.names[0], honorifics: [],
                    roles: [],
                    mentions: person.names.flatMap { name in
                        spans(of: name, in: body).map { Person.Mention(span: $0, form: .full) }
                    },
                    roleMentions: roles.map { Person.RoleMention(span: $0, isOptional: false) },
                    reason: Reason("test")))
        }
        for each in bodies {
            findings.organisations.append(
                Organisation(
                    ref: each.ref, name: each.names[0], countries: [], trigger: nil,
                    mentions: each.names.flatMap { spans(of: $0, in: body) },
                    reason: Reason("test")))
        }
        QuotationFinder().find(in: words(of: body), findings: &findings)
        RecommendationFinder().find(in: words(of: body), findings: &findings)
        return findings
    }

    private func words(of body: String) -> ArticleWords {
        ArticleWords(
            of: CleanArticle(
                language: TextLanguage(tag: "ar", variety: "ar", evidence: []), body: body,
                paragraphs: [Paragraph(n: 1, start: 0, end: body.unicodeScalars.count)],
                encoding: .utf8, encodingEvidence: .validUTF8, wordCount: 1))
    }

    private func spans(of name: String, in body: String) -> [TextSpan] {
        let (text, sought) = (Array(body.unicodeScalars), Array(name.unicodeScalars))
        let words = NewsText(of: body)
        guard text.count >= sought.count else { return [] }
        return (0...text.count - sought.count).compactMap { start in
            let end = start + sought.count
            let isWhole = end == text.count || !text[end].properties.isAlphabetic
            guard isWhole, Array(text[start..<end]) == sought else { return nil }
            return TextSpan(start..<end, in: words)
        }
    }
}
