/// Findings held against marked names.
struct NameEvaluation {
    /// A finding.
    struct Finding {
        let span: BodySpan
        let label: NameClass
    }

    /// How a name or a finding failed.
    enum Failure: String, CaseIterable {
        /// A name that nothing was found over.
        case missed
        /// A finding over nothing of its class.
        case wrong
        /// A finding over a name of its class, with another span.
        case cut = "cut otherwise"
    }

    private(set) var scores: [NameClass: NameScore] = [:]
    private(set) var samples = 0
    /// Texts that give no record.
    private(set) var refused = 0
    /// Each failure in a line, and by what was found or missed how often.
    private(set) var failures: [String] = []
    private var counts: [Failure: [String: Int]] = [:]

    /// Judges what is found in a sample; `nil` if its text was refused.
    mutating func judge(_ findings: [Finding]?, in sample: NameSample) {
        samples += 1
        if findings == nil { refused += 1 }
        let findings = (findings ?? []).filter {
            sample.window.contains($0.span.start) && $0.span.end <= sample.window.upperBound
        }
        for label in NameClass.allCases {
            let marks = sample.names.filter { $0.takes(label) }
            for finding in findings where finding.label == label {
                judge(finding, marks, in: sample)
            }
        }
        for name in sample.names where !name.isOptional {
            lookFor(name, findings, in: sample)
        }
    }

    private mutating func judge(_ finding: Finding, _ marks: [MarkedName], in sample: NameSample) {
        let over = marks.filter { $0.span.overlap(with: finding.span) > 0 }
        let exact = over.filter { $0.isExactly(finding.span) }
        // One neither asked for nor wrong, unless it is also one that was asked for.
        if !over.isEmpty, !exact.contains(where: { !$0.isOptional }),
            over.contains(where: \.isOptional)
        {
            return
        }
        var score = NameScore()
        score.given = 1
        score.rightExactly = exact.isEmpty ? 0 : 1
        score.rightAtAll = over.isEmpty ? 0 : 1
        scores[finding.label, default: NameScore()] += score
        guard exact.isEmpty else { return }
        let mark = over.first?.span.text
        note(
            over.isEmpty ? .wrong : .cut, finding.label, finding.span,
            mark.map { "\(finding.span.text) for \($0)" }, in: sample)
    }

    private mutating func lookFor(
        _ name: MarkedName, _ findings: [Finding], in sample: NameSample
    ) {
        let over = findings.filter {
            name.takes($0.label) && name.span.overlap(with: $0.span) > 0
        }
        var score = NameScore()
        score.expected = 1
        score.foundAtAll = over.isEmpty ? 0 : 1
        score.foundExactly = over.contains { name.isExactly($0.span) } ? 1 : 0
        scores[name.label, default: NameScore()] += score
        if over.isEmpty { note(.missed, name.label, name.span, nil, in: sample) }
    }

    private mutating func note(
        _ failure: Failure, _ label: NameClass, _ span: BodySpan, _ words: String?,
        in sample: NameSample
    ) {
        let words = words ?? span.text
        counts[failure, default: [:]]["\(label.rawValue) \(words)", default: 0] += 1
        let before = sample.text.scalars(from: max(0, span.start - 30), to: span.start)
        let after = sample.text.scalars(from: span.end, to: span.end + 20)
        failures.append(
            Self.line(
                "\(failure.rawValue) \(label.rawValue) \(words) · \(sample.id) \(span.start): "
                    + "\(before)[\(span.text)]\(after)"))
    }

    private static func line(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }

    // MARK: Telling

    /// Whether every class reaches its goals.
    var meetsGoals: Bool {
        NameClass.allCases.allSatisfy { (scores[$0] ?? NameScore()).meetsGoals(of: $0) }
    }

    /// The shares as a table.
    ///
    /// - Parameter withGoals: Whether the goals are shown beside them.
    func table(withGoals: Bool) -> [String] {
        var lines = [
            "\(samples) texts, \(refused) of them give no record",
            "class  asked  given   precision recall   overlapping: precision recall",
        ]
        for label in NameClass.allCases {
            let score = scores[label] ?? NameScore()
            let goals = " (goals \(label.goals.precision) and \(label.goals.recall))"
            lines.append(
                "\(label.rawValue)   \(Self.column(score.expected))  \(Self.column(score.given))"
                    + "   \(Share.text(score.precision))     \(Share.text(score.recall))"
                    + "                 \(Share.text(score.loosePrecision))     "
                    + Share.text(score.looseRecall) + (withGoals ? goals : ""))
        }
        return lines
    }

    /// The commonest failures of each kind.
    func commonest(_ count: Int) -> [String] {
        Failure.allCases.flatMap { failure in
            let all = (counts[failure] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            let total = all.reduce(0) { $0 + $1.value }
            return ["\(failure.rawValue): \(total)"]
                + all.prefix(count).map { "  \($0.value) × \($0.key)" }
        }
    }

    private static func column(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: " ", count: max(0, 5 - digits.utf8.count)) + digits
    }
}
