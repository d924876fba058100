internal import Foundation
internal import JSONReading
internal import NearDuplicates
internal import WarraqCore
internal import WarraqServer

/// A long tail in a temporary directory, judged by pairs and by alignment, and measured.
struct TailEvaluation: ~Copyable {
    /// Given documents from one estimate on, and how many of them an alignment agrees with.
    private struct Step {
        let estimate: Double
        var given = 0
        var near = 0
        var nearWithNumbers = 0
        var givenWithNumbers = 0
    }

    static let goal = 0.994
    private static let leastJaccard = 0.5

    private let directory: String
    private var tail: LongTail
    private var ids: [String: Int] = [:]
    private var texts: [TokenizedText] = []
    private var given: [[TailCandidate]] = []
    private var expected = 0
    private var found = 0
    private var missed: [String] = []

    init() throws {
        let directory =
            (ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp")
            + "/warraq-tail-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: false)
        var configuration = LongTailConfiguration()
        configuration.retentionMilliseconds = .max / 8
        let tail = try LongTail(directory: directory, configuration: configuration)
        self.directory = directory
        self.tail = tail
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    // MARK: How well

    /// Reads the texts, in order, and looks each up among those before it.
    mutating func read(texts path: String) throws {
        try CorpusFile.forEachObject(in: path) { object in
            guard let object, let id = object["id"]?.string, let text = object["text"]?.utf8
            else { return }
            ids[id] = texts.count
            texts.append(
                CorpusText.words(
                    ofArticle: text, url: object["url"]?.string, source: object["source"]?.string,
                    title: object["title"]?.string))
        }
        let sketches = texts.map { ResemblanceSketch(of: $0) }
        for (index, sketch) in sketches.enumerated() {
            tail.append(sketch, as: DocumentNumber(rawValue: UInt32(index + 1)), at: 0)
        }
        try tail.flush()
        given = sketches.enumerated().map { index, sketch in
            tail.candidates(
                for: sketch, before: DocumentNumber(rawValue: UInt32(index + 1)), at: 0)
        }
    }

    /// Reads the labelled pairs and looks each up.
    mutating func read(pairs path: String) throws {
        try CorpusFile.forEachObject(in: path) { object in
            guard let object, let jaccard = object["jaccard8"]?.real, jaccard >= Self.leastJaccard,
                let a = object["a"]?.string.flatMap({ ids[$0] }),
                let b = object["b"]?.string.flatMap({ ids[$0] })
            else { return }
            let earlier = DocumentNumber(rawValue: UInt32(min(a, b) + 1))
            expected += 1
            if given[max(a, b)].contains(where: { $0.number == earlier }) {
                found += 1
            } else {
                missed.append(
                    "missed \(object["a"]?.string ?? "") \(object["b"]?.string ?? ""): "
                        + "Jaccard \(jaccard)")
            }
        }
    }

    /// Whether enough of the pairs are found.
    var meetsGoal: Bool { Double(found) >= Self.goal * Double(expected) }

    /// What was found, for a person.
    var report: String {
        var lines = [
            "\(texts.count) texts, \(tail.fileBytes / max(1, tail.count)) bytes each on disk", "",
            "recall, Jaccard ≥ \(Self.leastJaccard): \(found) of \(expected), "
                + Self.share(found, of: expected) + " (goal \(Self.goal))", "",
            "given from an estimate on, and near (≥ .8) by word alignment",
        ]
        for step in steps {
            lines.append(
                "  \(step.estimate): \(step.near) of \(step.given), "
                    + Self.share(step.near, of: step.given) + "; with the same numbers "
                    + "\(step.nearWithNumbers) of \(step.givenWithNumbers), "
                    + Self.share(step.nearWithNumbers, of: step.givenWithNumbers))
        }
        lines += ["", "\(missed.count) missed"] + missed.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }

    private var steps: [Step] {
        var steps = [0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0].map { Step(estimate: $0) }
        for (index, candidates) in given.enumerated() {
            for candidate in candidates {
                let alignment = WordTiling(
                    texts[Int(candidate.number.rawValue) - 1], texts[index])
                let isNear = alignment.isExact || alignment.resemblance >= 0.8
                for place in steps.indices where candidate.resemblance >= steps[place].estimate {
                    steps[place].given += 1
                    if isNear { steps[place].near += 1 }
                    guard candidate.hasSameNumbers else { continue }
                    steps[place].givenWithNumbers += 1
                    if isNear { steps[place].nearWithNumbers += 1 }
                }
            }
        }
        return steps
    }

    private static func share(_ part: Int, of whole: Int) -> String {
        String(format: "%.4f", Double(part) / Double(max(1, whole)))
    }

    // MARK: How fast

    /// Adds composed articles and tells what that cost.
    mutating func grow(by count: Int, with composer: ArticleComposer) throws -> String {
        var sketching = Duration.zero
        var lookingUp = Duration.zero
        var writing = Duration.zero
        let first = Int(tail.last.rawValue) + 1
        let measured = max(0, count - 5_000)
        for number in 0..<count {
            let text = CorpusText.words(of: composer.article(number))
            let fingerprint = Fingerprint(of: text)
            let start = ScaleEvaluation.processorTime
            let sketch = ResemblanceSketch(of: text, fingerprint: fingerprint)
            let sketched = ScaleEvaluation.processorTime
            sketching += sketched - start
            if number >= measured {
                _ = tail.candidates(for: sketch, at: 0)
                lookingUp += ScaleEvaluation.processorTime - sketched
            }
            let before = ScaleEvaluation.processorTime
            tail.append(sketch, as: DocumentNumber(rawValue: UInt32(first + number)), at: 0)
            try tail.settle()
            writing += ScaleEvaluation.processorTime - before
        }
        let start = ScaleEvaluation.processorTime
        let opened = try LongTail(directory: directory, configuration: tail.configuration)
        let opening = ScaleEvaluation.processorTime - start
        func mean(_ duration: Duration, _ count: Int) -> String {
            String(format: "%.1f", duration / .microseconds(1) / Double(max(1, count)))
        }
        return "\(tail.count) texts in \(tail.segmentCount) segments: sketch "
            + "\(mean(sketching, count)) µs, look up "
            + "\(mean(lookingUp, count - measured)) µs, append and write \(mean(writing, count)) "
            + "µs; open \(mean(opening, 1_000)) ms for \(opened.count)"
    }
}
