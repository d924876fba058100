internal import JSONReading
internal import NearDuplicates
internal import WarraqCore
internal import WarraqServer

/// What was found among the texts of a corpus, judged by pairs and by alignment.
struct DuplicateEvaluation {
    /// Two texts, the earlier first.
    struct Pair: Hashable {
        let earlier: Int
        let later: Int
    }

    /// A class of labelled pairs and what counts as found.
    struct Recall {
        let name: String
        let goal: Double
        let accepted: Set<Relation.Kind>
        var expected = 0
        var found = 0
        var share: Double { Double(found) / Double(max(1, expected)) }
    }

    /// One label and how many of its pairs the alignment agrees with.
    struct Precision {
        let name: String
        var given = 0
        var right = 0
        var share: Double { Double(right) / Double(max(1, given)) }
    }

    static let precisionGoal = 0.99
    private static let copies: Set<Relation.Kind> = [.exactCopyOf, .nearDuplicateOf]
    private static let contained = copies.union([.contains, .containedIn])

    private var ids: [String: Int] = [:]
    private var names: [String] = []
    private var words: [TokenizedText] = []
    private var found: [Pair: CorpusIndex.Match] = [:]
    private(set) var recalls = [
        Recall(name: "exact and near, Jaccard ≥ .8", goal: 0.995, accepted: copies),
        Recall(name: "containment ≥ .8", goal: 0.99, accepted: contained),
        Recall(name: "partial .3–.8", goal: 0.97, accepted: Set(Relation.Kind.allCases)),
    ]
    private(set) var precisions: [Precision] = []
    private var failures: [String] = []

    /// Reads the texts, in order, and finds what each has of those before it.
    mutating func read(texts path: String, cleaned: Bool) throws {
        var index = try CorpusIndex(copies: .keep, directory: "/tmp")
        try CorpusFile.forEachObject(in: path) { object in
            guard let object, let id = object["id"]?.string, let text = object["text"]?.utf8
            else { return }
            let source = object["source"]?.string
            let tokens =
                cleaned
                ? CorpusText.words(
                    ofArticle: text, url: object["url"]?.string, source: source,
                    title: object["title"]?.string)
                : CorpusText.words(of: text)
            let number = names.count
            for match in try index.add(tokens, host: StableHash.of(Array((source ?? "").utf8))) {
                found[Pair(earlier: match.number, later: number)] = match
            }
            ids[id] = number
            names.append(id)
            words.append(tokens)
        }
        judgePrecision()
    }

    /// Reads the labelled pairs and looks each up.
    mutating func read(pairs path: String) throws {
        try CorpusFile.forEachObject(in: path) { object in
            guard let object, let a = object["a"]?.string.flatMap({ ids[$0] }),
                let b = object["b"]?.string.flatMap({ ids[$0] }),
                let label = object["class"]?.string, let place = Self.recall(ofClass: label)
            else { return }
            let pair = Pair(earlier: min(a, b), later: max(a, b))
            let match = found[pair]
            recalls[place].expected += 1
            if let match, recalls[place].accepted.contains(match.kind) {
                recalls[place].found += 1
            } else {
                failures.append(
                    "missed \(names[a]) \(names[b]): \(label), Jaccard "
                        + "\(object["jaccard8"]?.real ?? 0), containment "
                        + "\(object["containment_a"]?.real ?? 0) and "
                        + "\(object["containment_b"]?.real ?? 0); found \(Self.words(match)); "
                        + "by alignment \(Self.words(alignment(of: pair)))")
            }
        }
    }

    private static func recall(ofClass label: String) -> Int? {
        switch label {
        case "exact", "near": 0
        case "contain": 1
        case "partial(.3<=c<.8)": 2
        default: nil
        }
    }

    private func alignment(of pair: Pair) -> WordTiling {
        WordTiling(words[pair.earlier], words[pair.later])
    }

    private mutating func judgePrecision() {
        var byLabel: [Relation.Kind: Precision] = [:]
        for (pair, match) in found.sorted(by: {
            ($0.key.later, $0.key.earlier) < ($1.key.later, $1.key.earlier)
        })
        where Self.contained.contains(match.kind) {
            let alignment = alignment(of: pair)
            let isRight =
                switch match.kind {
                case .exactCopyOf: alignment.isExact
                case .nearDuplicateOf: alignment.resemblance >= 0.8
                default: alignment.containment >= 0.5
                }
            byLabel[match.kind, default: Precision(name: match.kind.rawValue)].given += 1
            if isRight {
                byLabel[match.kind]?.right += 1
            } else {
                failures.append(
                    "wrong \(names[pair.earlier]) \(names[pair.later]): found \(Self.words(match)); "
                        + "by alignment \(Self.words(alignment))")
            }
        }
        precisions = byLabel.sorted { $0.key.rank < $1.key.rank }.map(\.value)
    }

    // MARK: Telling

    /// Whether every goal is met.
    var meetsGoals: Bool {
        recalls.allSatisfy { $0.share >= $0.goal } && precision >= Self.precisionGoal
    }

    private var precision: Double {
        Double(precisions.reduce(0) { $0 + $1.right })
            / Double(max(1, precisions.reduce(0) { $0 + $1.given }))
    }

    /// Everything, for a person.
    var report: String {
        var lines = ["\(names.count) texts, \(found.count) relations", "", "recall"]
        for recall in recalls {
            lines.append(
                "  \(recall.name): \(recall.found) of \(recall.expected), "
                    + "\(Self.rounded(recall.share)) (goal \(recall.goal))")
        }
        lines += ["", "precision"]
        for precision in precisions {
            lines.append(
                "  \(precision.name): \(precision.right) of \(precision.given), "
                    + "\(Self.rounded(precision.share))")
        }
        lines.append("  all: \(Self.rounded(precision)) (goal \(Self.precisionGoal))")
        lines += ["", "\(failures.count) failures"] + failures.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }

    private static func words(_ match: CorpusIndex.Match?) -> String {
        guard let match else { return "nothing" }
        let comparison = match.comparison
        return "\(match.kind.rawValue), coverage \(rounded(comparison.coverageA)) and "
            + "\(rounded(comparison.coverageB)), resemblance \(rounded(comparison.resemblance)), "
            + "numbers \(rounded(comparison.numbersAgree))"
    }

    private static func words(_ alignment: WordTiling) -> String {
        "resemblance \(rounded(alignment.resemblance)), containment \(rounded(alignment.containment))"
    }
}
