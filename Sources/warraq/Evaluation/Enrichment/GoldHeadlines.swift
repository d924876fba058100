internal import JSONReading

/// The judged pairs among the page headlines of an article, and whether our groups agree.
struct GoldHeadlines {
    private struct Pair: Hashable {
        let first: Int
        let second: Int
    }

    private var labels: [Pair: String] = [:]
    private var texts: [Int: String] = [:]
    /// Pairs of one story that share a single word: asked of nobody.
    private var optional: Set<Pair> = []

    /// Reads `ticker-pairs.json`.
    init(_ document: JSONValue) {
        for headline in document.list("headlines") {
            texts[headline["n"]?.integer ?? 0] = headline.text("text")
        }
        for pair in document.list("pairs") {
            guard let first = pair["a"]?.integer, let second = pair["b"]?.integer else { continue }
            let place = Pair(first: min(first, second), second: max(first, second))
            labels[place] = pair.text("label")
            if (pair["tokenJaccard"]?.real ?? 1) < 0.1 { optional.insert(place) }
        }
    }

    /// Holds the groups of a record against the pairs. Every pair that is not listed is different.
    func part(of record: RecordView) -> GoldPart {
        var part = GoldPart("pairs of page headlines")
        var found: [Pair: String] = [:]
        for group in record.headlineGroups {
            for (place, first) in group.headlines.enumerated() {
                for second in group.headlines.dropFirst(place + 1) {
                    let pair = Pair(first: min(first, second), second: max(first, second))
                    if found[pair] == nil || group.relation == "nearDuplicateOf" {
                        found[pair] = group.relation
                    }
                }
            }
        }
        let asked = ["nearDuplicate": "nearDuplicateOf", "sameStory": "sameStory"]
        for (pair, label) in labels.sorted(by: { Self.isBefore($0.key, $1.key) }) {
            guard let relation = asked[label] else { continue }
            if let ours = found.removeValue(forKey: pair) {
                part.found(
                    name(pair, label), problems: GoldComparison.differ("is", relation, ours),
                    isOptional: optional.contains(pair))
            } else {
                part.missing(name(pair, label), isOptional: optional.contains(pair))
            }
        }
        for (pair, relation) in found.sorted(by: { Self.isBefore($0.key, $1.key) }) {
            part.add(beyond: name(pair, "\(relation), judged \(labels[pair] ?? "different")"))
        }
        return part
    }

    private static func isBefore(_ one: Pair, _ other: Pair) -> Bool {
        (one.first, one.second) < (other.first, other.second)
    }

    private func name(_ pair: Pair, _ label: String) -> String {
        "\(pair.first)/\(pair.second) \(label): \(texts[pair.first] ?? "") / "
            + (texts[pair.second] ?? "")
    }
}
