import Foundation
import Testing

@testable import warraq

/// The judging of names and quotations found.
struct EnrichmentEvaluationTests {
    private func span(_ words: String, in text: String) throws -> BodySpan {
        let range = try #require(text.range(of: words))
        let start = text.unicodeScalars.distance(
            from: text.startIndex, to: range.lowerBound)
        return BodySpan(start: start, end: start + words.unicodeScalars.count, text: words)
    }

    private let text = "وقال محمد بن علي في تونس إن وزارة الصحة تعمل مع الحكومة"

    private func sample() throws -> NameSample {
        var ministry = MarkedName(span: try span("وزارة الصحة", in: text), label: .organisation)
        ministry.accepted = [try span("الصحة", in: text)]
        var government = MarkedName(span: try span("الحكومة", in: text), label: .organisation)
        government.isOptional = true
        return NameSample(
            id: "a", text: text, window: 0..<text.unicodeScalars.count,
            names: [
                MarkedName(span: try span("محمد بن علي", in: text), label: .person),
                MarkedName(span: try span("تونس", in: text), label: .place), ministry, government,
            ])
    }

    @Test func `what is right, cut otherwise, wrong and missed is counted apart`() throws {
        var evaluation = NameEvaluation()
        let findings = [
            NameEvaluation.Finding(span: try span("محمد بن", in: text), label: .person),
            NameEvaluation.Finding(span: try span("تعمل", in: text), label: .person),
            NameEvaluation.Finding(span: try span("الصحة", in: text), label: .organisation),
            NameEvaluation.Finding(span: try span("الحكومة", in: text), label: .organisation),
        ]
        evaluation.judge(findings, in: try sample())
        let people = try #require(evaluation.scores[.person])
        #expect(people.given == 2 && people.rightExactly == 0 && people.rightAtAll == 1)
        #expect(people.expected == 1 && people.foundExactly == 0 && people.foundAtAll == 1)
        let bodies = try #require(evaluation.scores[.organisation])
        #expect(bodies.given == 1 && bodies.precision == 1 && bodies.recall == 1)
        let places = try #require(evaluation.scores[.place])
        #expect(places.given == 0 && places.recall == 0)
        #expect(evaluation.failures.count == 3)
        #expect(!evaluation.meetsGoals)
    }

    @Test func `a finding of another class is wrong and finds nothing`() throws {
        var evaluation = NameEvaluation()
        evaluation.judge(
            [NameEvaluation.Finding(span: try span("تونس", in: text), label: .organisation)],
            in: try sample())
        #expect(evaluation.scores[.organisation]?.rightAtAll == 0)
        #expect(evaluation.scores[.place]?.foundAtAll == 0)
    }

    @Test func `the names of a refused text are missed`() throws {
        var evaluation = NameEvaluation()
        evaluation.judge(nil, in: try sample())
        #expect(evaluation.refused == 1)
        #expect(evaluation.scores.values.allSatisfy { $0.recall == 0 && $0.given == 0 })
    }

    @Test(arguments: [
        ("الغنوشي", "راشد الغنوشي", true), ("المصدر نفسه", "مصدر أمني", false),
        ("الوزارة", "وزارة الداخلية", true), ("علي", "علياء منصور", false), ("", "محمد", false),
    ])
    func `speakers agree by whole words`(one: String, other: String, agree: Bool) {
        #expect(SpeakerNames.agree(one, other) == agree)
        #expect(SpeakerNames.agree(other, one) == agree)
    }

    @Test func `offsets lead from the clean body back into the input`() throws {
        let input = "تونس  -   قال\n\n\nالوزير  «نعم»"
        let map = OffsetMap(of: "تونس - قال\n\nالوزير «نعم»", in: input, starts: [])
        let body = try span("الوزير", in: "تونس - قال\n\nالوزير «نعم»").mapped(by: map)
        #expect(input.scalars(from: body.start, to: body.end) == "الوزير")
        let yes = try span("نعم", in: "تونس - قال\n\nالوزير «نعم»").mapped(by: map)
        #expect(input.scalars(from: yes.start, to: yes.end) == "نعم")
    }

    @Test func `shares have three decimals`() {
        #expect(Share.text(0.8504) == "0.850" && Share.text(1) == "1.000")
        #expect(Share.text(Share.of(1, in: 16)) == "0.063" && Share.of(0, in: 0) == 1)
    }

    @Test func `a part is complete when all that is asked for is right`() {
        var part = GoldPart("places")
        part.found("مراكش")
        part.missing("طنجة", isOptional: true)
        #expect(part.isComplete && part.summary == "places: 1 of 1 right")
        part.found("قرطبة", problems: ["id none"])
        part.add(beyond: "الرباط")
        #expect(!part.isComplete)
        #expect(
            part.summary == "places: 1 of 2 right, 1 found otherwise, 1 beyond the gold")
        part.missing("المغرب")
        #expect(part.details.count == 6)
    }
}
