/// Quotations found, held against marked ones.
struct QuotationEvaluation {
    /// How alike a quotation and a marked one are to count as the same: shared scalars over those of
    /// both.
    static let likeness = 0.5
    static let goals = (found: 0.85, speaker: 0.85, precision: 0.90)

    private(set) var samples = 0
    /// Texts that give no record.
    private(set) var refused = 0
    private(set) var expected = 0
    private(set) var found = 0
    private(set) var rightSpeakers = 0
    private(set) var given = 0
    private(set) var right = 0
    private(set) var rightKinds = 0
    private(set) var exactSpans = 0
    private(set) var failures: [String] = []
    private var byKind: [String: (expected: Int, found: Int)] = [:]
    private var byForm: [String: (expected: Int, right: Int)] = [:]

    /// Judges the quotations of a record of the sample's text; `nil` if the text was refused.
    mutating func judge(_ record: (view: RecordView, map: OffsetMap)?, in sample: QuotationSample) {
        samples += 1
        if record == nil { refused += 1 }
        let findings = record?.view.quotations ?? []
        let spans = findings.map { finding in
            record.map { finding.span.mapped(by: $0.map) } ?? finding.span
        }
        let pairs = Self.pairs(sample.quotations, findings.map(\.kind), spans)
        for (number, mark) in sample.quotations.enumerated() {
            guard let match = pairs[number] else {
                if !mark.isOptional { noteMissed(mark, in: sample) }
                continue
            }
            guard !mark.isOptional else { continue }
            noteFound(
                mark, findings[match], spans[match],
                entities: record?.view.entities ?? [], in: sample)
        }
        let matched = Set(pairs.values)
        for index in findings.indices where !matched.contains(index) {
            let touchesOptional = sample.quotations.contains {
                $0.isOptional && $0.span.overlap(with: spans[index]) > 0
            }
            if touchesOptional { continue }
            given += 1
            failures.append(
                "wrong · \(sample.id) \(spans[index].start): "
                    + Self.line("\(findings[index].cue.text) [\(spans[index].text)]"))
        }
    }

    /// Which finding each mark is, the likest pairs first; a fragment is no whole quotation.
    private static func pairs(
        _ marks: [MarkedQuotation], _ kinds: [String], _ spans: [BodySpan]
    ) -> [Int: Int] {
        var candidates: [(mark: Int, finding: Int, likeness: Double)] = []
        for (number, mark) in marks.enumerated() {
            for (index, span) in spans.enumerated() {
                let likeness = mark.span.likeness(to: span)
                let bonus = (mark.kind == "fragment") == (kinds[index] == "fragment") ? 1.0 : 0
                // A mark that is asked for goes before one that is not.
                let weight = mark.isOptional ? 0.0 : 0.25
                if likeness >= Self.likeness {
                    candidates.append((number, index, likeness + bonus + weight))
                }
            }
        }
        var result: [Int: Int] = [:]
        var taken = Set<Int>()
        for candidate in candidates.sorted(by: { $0.likeness > $1.likeness })
        where result[candidate.mark] == nil && !taken.contains(candidate.finding) {
            result[candidate.mark] = candidate.finding
            taken.insert(candidate.finding)
        }
        return result
    }

    private mutating func noteMissed(_ mark: MarkedQuotation, in sample: QuotationSample) {
        expected += 1
        byKind[mark.kind, default: (0, 0)].expected += 1
        failures.append(
            "missed \(mark.kind) · \(sample.id) \(mark.span.start): "
                + Self.line("\(mark.cue) [\(mark.span.text)]"))
    }

    private mutating func noteFound(
        _ mark: MarkedQuotation, _ finding: RecordView.Quotation, _ span: BodySpan,
        entities: [RecordView.Entity], in sample: QuotationSample
    ) {
        expected += 1
        found += 1
        given += 1
        right += 1
        byKind[mark.kind, default: (0, 0)].expected += 1
        byKind[mark.kind, default: (0, 0)].found += 1
        if mark.kind == finding.kind { rightKinds += 1 }
        if mark.span.isSamePlace(as: span) { exactSpans += 1 }
        let names = entities.filter { $0.ref == finding.speaker }.flatMap(\.names)
        let isRight = mark.speakers.contains { speaker in
            names.contains { SpeakerNames.agree(speaker, $0) }
        }
        byForm[mark.speakerForm, default: (0, 0)].expected += 1
        if isRight {
            rightSpeakers += 1
            byForm[mark.speakerForm, default: (0, 0)].right += 1
        } else {
            failures.append(
                "speaker \(mark.speakers.first ?? "") (\(mark.speakerForm)), found "
                    + "\(names.first ?? finding.speaker) · \(sample.id) \(mark.span.start): "
                    + Self.line("\(mark.cue) [\(mark.span.text)]"))
        }
    }

    private static func line(_ text: String) -> String {
        let flat = String(text.map { $0.isNewline ? " " : $0 })
        return flat.count <= 160 ? flat : flat.prefix(90) + " … " + flat.suffix(60)
    }

    // MARK: Telling

    private var foundShare: Double { Share.of(found, in: expected) }
    private var speakerShare: Double { Share.of(rightSpeakers, in: found) }
    private var precision: Double { Share.of(right, in: given) }

    /// Whether every goal is met.
    var meetsGoals: Bool {
        foundShare >= Self.goals.found && speakerShare >= Self.goals.speaker
            && precision >= Self.goals.precision
    }

    /// The shares.
    var table: [String] {
        var lines = [
            "\(samples) articles, \(refused) of them give no record",
            "found          \(found) of \(expected), \(Share.text(foundShare)) "
                + "(goal \(Self.goals.found))",
            "right speaker  \(rightSpeakers) of \(found), \(Share.text(speakerShare)) "
                + "(goal \(Self.goals.speaker))",
            "precision      \(right) of \(given), \(Share.text(precision)) "
                + "(goal \(Self.goals.precision))",
            "of those found: same kind \(rightKinds), same span \(exactSpans)",
        ]
        for (kind, count) in byKind.sorted(by: { $0.key < $1.key }) {
            lines.append("\(kind): \(count.found) of \(count.expected) found")
        }
        for (form, count) in byForm.sorted(by: { $0.key < $1.key }) {
            lines.append("speaker by \(form): \(count.right) of \(count.expected) right")
        }
        return lines
    }
}
