/// Takes topics one after the other, each for what it adds to those before.
struct TopicChoice {
    /// What one topic has for it.
    private struct Candidate {
        var score: Float = 0
        var phrases: Int32 = 0
        /// Whether a phrase shows it by itself.
        var isStrong = false
        var isChosen = false
    }

    private let evidence: TopicEvidence
    private let table: TopicTable
    private let best: Float
    /// What speaks for each top-level topic.
    private var topScores: [Float]
    private var candidates: [Candidate]
    /// The topics that have anything for them.
    private var touched: [Int] = []
    /// What each sign still counts.
    private var left: [Float]
    private var first: Float?

    /// The share of the strongest top-level topic that another must have.
    private static let topShare: Float = 0.25
    /// The same for the first topic, which must be of the strongest or as good as that.
    private static let firstTopShare: Float = 0.75
    /// What a sign still counts for other topics once a topic was taken for it.
    private static let rest: Float = 0.3

    /// A choice from the signs of an article.
    init(
        evidence: TopicEvidence, tops: [(topic: Int, score: Float)], table: TopicTable
    ) {
        self.evidence = evidence
        self.table = table
        best = tops.first?.score ?? 0
        left = evidence.signs.map(\.prominence)
        topScores = [Float](repeating: 0, count: table.topics.count)
        for top in tops { topScores[top.topic] = top.score }
        candidates = [Candidate](repeating: Candidate(), count: table.topics.count)
        for sign in evidence.signs {
            for weight in table.weights[table.weights(of: sign.phrase)] {
                if candidates[weight.topic].phrases == 0 { touched.append(weight.topic) }
                candidates[weight.topic].score += weight.weight * sign.prominence
                candidates[weight.topic].phrases += 1
                if weight.weight >= 3 || weight.weight >= 1 && sign.isInTitle {
                    candidates[weight.topic].isStrong = true
                }
            }
        }
    }

    /// The next topic; `nil` if none weighs enough.
    mutating func next() -> (topic: Int, score: Float)? {
        var next: (topic: Int, score: Float)?
        let share = first == nil ? Self.firstTopShare : Self.topShare
        for topic in touched {
            let candidate = candidates[topic]
            guard candidate.isStrong, !candidate.isChosen,
                topScores[table.tops[topic]] >= best * share,
                candidate.phrases > 1 || candidate.score >= TopicFinder.least * 1.5
            else { continue }
            // A whole has the words of all its parts, so it needs more.
            let depth = table.depths[topic]
            let depthShare: Float = depth == 0 ? 0.4 : depth == 1 ? 0.85 : 1
            let score = candidate.score * depthShare
            if score > next?.score ?? 0 { next = (topic, score) }
        }
        guard let next, next.score >= TopicFinder.least, next.score >= (first ?? 0) * 0.16 else {
            return nil
        }
        take(next.topic)
        if first == nil { first = next.score }
        return next
    }

    private mutating func take(_ topic: Int) {
        candidates[topic].isChosen = true
        // A whole that comes after one of its parts adds nothing.
        candidates[table.tops[topic]].isChosen = true
        for (index, sign) in evidence.signs.enumerated() {
            let range = table.weights(of: sign.phrase)
            guard range.contains(where: { table.weights[$0].topic == topic }) else { continue }
            let loss = left[index] * (1 - Self.rest)
            left[index] -= loss
            for weight in table.weights[range] {
                candidates[weight.topic].score -= weight.weight * loss
            }
        }
    }
}
