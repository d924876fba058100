internal import ArabicDates
internal import ArabicText
internal import ArticleExtraction
internal import NewsEnrichment
internal import WarraqCore

/// Why a record says what it says: each finding with the rule and the words that produced it.
public struct Explanation: Sendable {
    /// One finding.
    public struct Line: Hashable, Sendable {
        /// What kind of finding, as the record's key: `people`, `times`.
        public let part: String
        /// The finding, for a person to read.
        public let finding: String
        /// Where it stands in the body, in Unicode scalars; `nil` if it stands in no one place.
        public let place: Range<Int>?
        /// The rule, by a name that stays.
        public let rule: String
        /// What the rule says.
        public let meaning: String
        /// The words that made it apply; `nil` where they are the finding itself.
        public let words: String?
    }

    /// The title of the article, if it has one.
    public let title: String?
    /// The findings, in the order of the record's keys.
    public let lines: [Line]

    /// The explanation of what is known of an article.
    init(of article: CleanArticle, findings: Findings) {
        title = article.title?.value
        lines =
            Self.page(article) + Self.entities(findings) + Self.times(findings)
            + Self.speech(findings) + Self.subjects(findings)
    }

    private static func page(_ article: CleanArticle) -> [Line] {
        var lines: [Line] = []
        func add(_ part: String, _ finding: String, _ rule: String, _ words: String? = nil) {
            lines.append(
                Line(
                    part: part, finding: finding, place: nil, rule: rule,
                    meaning: RuleBook.meaning(of: rule), words: words))
        }
        if let published = article.published {
            add(
                "published", published.date.description,
                "published.\(published.evidence.rawValue)", published.text)
        }
        if let publisher = article.publisher {
            add("infoSources", publisher.value, "page.publisher")
        }
        add(
            "languageVariety", article.language.variety, "page.language",
            article.language.evidence.joined(separator: ", "))
        for removal in article.removals {
            add(
                "removals", "\(removal.rawStart) to \(removal.rawEnd) of the input",
                "removal.\(removal.reason.rawValue)")
        }
        return lines
    }

    private static func entities(_ findings: Findings) -> [Line] {
        findings.people.map {
            line("people", $0.name + roles(of: $0), $0.mentions.first?.span, $0.reason)
        }
            + findings.offices.map { line("roleMentions", $0.span.text, $0.span, $0.reason) }
            + findings.organisations.map {
                line("organisations", $0.name, $0.mentions.first, $0.reason)
            }
            + findings.places.map {
                line(
                    "places", "\($0.name) (\($0.kind.rawValue), \($0.ref))", $0.mentions.first,
                    $0.reason)
            }
    }

    private static func roles(of person: Person) -> String {
        guard !person.roles.isEmpty else { return "" }
        return " (" + person.roles.map(\.title).joined(separator: "، ") + ")"
    }

    private static func times(_ findings: Findings) -> [Line] {
        findings.times.map { time in
            let expression = time.expression
            let rule = expression.anchored ? "time.anchored" : "time.written"
            return Line(
                part: "times", finding: expression.value,
                place: expression.start..<expression.end, rule: rule,
                meaning: RuleBook.meaning(of: rule), words: time.text)
        }
    }

    private static func speech(_ findings: Findings) -> [Line] {
        let names = Dictionary(
            findings.people.map { ($0.ref, $0.name) }
                + findings.organisations.map { ($0.ref, $0.name) }
                + findings.offices.map { ($0.ref, $0.span.text) },
            uniquingKeysWith: { first, _ in first })
        let quotations = findings.quotations.map { quotation in
            line(
                "quotations",
                "\(names[quotation.speaker] ?? quotation.speaker) (\(quotation.kind.rawValue)): "
                    + quotation.span.text, quotation.span, quotation.reason)
        }
        let titles = findings.quotedTitles.map { title in
            line("quotedTitles", title.span.text, title.span, title.reason)
        }
        let events = findings.events.map { event in
            line("events", event.name, event.evidence.first, event.reason)
        }
        let recommendations = findings.recommendations.map { recommendation in
            line(
                "recommendations", recommendation.span.text, recommendation.span,
                recommendation.reason)
        }
        return quotations + titles + events + recommendations
    }

    private static func subjects(_ findings: Findings) -> [Line] {
        findings.topics.map { topic in
            line("subjects", "\(topic.code) \(topic.name) (\(topic.relevance))", nil, topic.reason)
        } + findings.keyphrases.map { line("keyphrases", $0.span.text, nil, $0.reason) }
    }

    private static func line(
        _ part: String, _ finding: String, _ span: TextSpan?, _ reason: Reason
    ) -> Line {
        Line(
            part: part, finding: finding, place: span.map { $0.start..<$0.end },
            rule: reason.rule, meaning: RuleBook.meaning(of: reason.rule),
            words: reason.words?.text)
    }
}
