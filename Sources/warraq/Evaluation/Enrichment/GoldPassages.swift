internal import ArticleExtraction
internal import JSONReading
internal import NearDuplicates
internal import WarraqServer

/// The passages that two articles share, held against the gold's by the characters in common.
struct GoldPassages {
    /// How alike a passage of ours must be, on either side, to be called right.
    private static let likeness = 0.9

    private struct Run {
        let here: BodySpan
        let there: BodySpan
        let isFormulaic: Bool

        func likeness(to other: Run) -> Double {
            min(here.likeness(to: other.here), there.likeness(to: other.there))
        }
    }

    private let runs: [Run]
    private let relation: String
    private let coverage: (here: Double, there: Double)

    /// Reads the first relation of a gold record.
    init?(of record: JSONValue) {
        guard let relation = record["enrichment"]?.list("relations").first else { return nil }
        self.relation = relation.text("type")
        coverage = (
            relation["coverageHere"]?.real ?? 0, relation["coverageThere"]?.real ?? 0
        )
        runs = relation.list("passages").map { passage in
            Run(
                here: passage.span,
                there: BodySpan(
                    start: passage["otherStart"]?.integer ?? 0,
                    end: passage["otherEnd"]?.integer ?? 0, text: ""),
                isFormulaic: passage.text("kind") == "formulaic")
        }
    }

    /// Compares `article`, which has the relation, with `other`.
    func part(of article: CleanArticle, with other: CleanArticle) -> GoldPart {
        var part = GoldPart("passages")
        // As the daemon does: what came before is A, and the relation is B's.
        let result = TextComparison(of: other, with: article)
        let found = result.comparison.passages.map { passage in
            Run(
                here: BodySpan(
                    start: passage.bStart, end: passage.bEnd,
                    text: article.body.scalars(from: passage.bStart, to: passage.bEnd)),
                there: BodySpan(start: passage.aStart, end: passage.aEnd, text: ""),
                isFormulaic: passage.kind == .formulaic)
        }
        part.found(
            "relation \(relation)", problems: GoldComparison.differ("is", relation, result.relation)
        )
        part.found(
            "coverage \(coverage.here) and \(coverage.there)",
            problems: abs(coverage.here - result.comparison.coverageB) < 0.03
                && abs(coverage.there - result.comparison.coverageA) < 0.03
                ? []
                : ["\(result.comparison.coverageB) and \(result.comparison.coverageA)"])
        for run in runs {
            let name = "\(run.here.start)–\(run.here.end) \(run.here.text)"
            guard let best = GoldComparison.likest(found, to: run.here, at: \.here) else {
                part.missing(name, isOptional: run.isFormulaic)
                continue
            }
            let likeness = run.likeness(to: best)
            part.found(
                name + " \(Share.text(likeness))",
                problems: likeness >= Self.likeness
                    ? [] : ["\(best.here.start)–\(best.here.end)"],
                isOptional: run.isFormulaic)
        }
        for run in found
        where GoldComparison.likest(runs, to: run.here, at: \.here) == nil {
            part.add(beyond: run.here.text)
        }
        return part
    }
}
