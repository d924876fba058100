/// Takes topics one after the other, each for what it adds to those before.
struct TopicChoice {
    /// What one topic has for it.
    private struct Candidate {
        var score: Float = 0
        var phrases: Int32 = 0
        /// Whether a phrase shows it by itself.
        var isStrong = false
        var isChosen = false
        /// Its first and last vote, if it has any.
        var first: Int32 = 0
        var last: Int32 = 0
    }

    /// What a sign says of a topic.
    private struct Vote {
        let sign: Int
        let weight: Float
        /// The topic's next vote, or -1.
        var next: Int32 = -1
    }

    private let evidence: TopicEvidence
    private let table: TopicTable
    private let best: Float
    /// What speaks for each top-level topic.
    private var topScores: [Float]
    private var candidates: [Candidate]
    /// What the signs say, sign after sign.
    private var votes: [Vote]
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
        var candidates = [Candidate](repeating: Candidate(), count: table.topics.count)
        var votes: [Vote] = []
        votes.reserveCapacity(evidence.signs.count * 4)
        touched.reserveCapacity(evidence.signs.count * 2)
        var all = candidates.mutableSpan
        for number in evidence.signs.indices {
            let sign = evidence.signs[number]
            for index in table.weights(of: sign.phrase) {
                let (topic, weight) = (table.weights[index].topic, table.weights[index].weight)
                let vote = Int32(truncatingIfNeeded: votes.count)
                if all[topic].phrases == 0 {
                    touched.append(topic)
                    all[topic].first = vote
                } else {
                    votes[Int(all[topic].last)].next = vote
                }
                all[topic].last = vote
                all[topic].score += weight * sign.prominence
                all[topic].phrases += 1
                if weight >= 3 || weight >= 1 && sign.isInTitle { all[topic].isStrong = true }
                votes.append(Vote(sign: number, weight: weight))
            }
        }
        self.candidates = candidates
        self.votes = votes
    }

    /// The first words in the body of the sign that says most of a topic.
    func words(showing topic: Int) -> Range<Int>? {
        var best: (value: Float, words: Range<Int>?) = (0, nil)
        var next = candidates[topic].phrases == 0 ? -1 : candidates[topic].first
        while next >= 0 {
            let vote = votes[Int(next)]
            next = vote.next
            let sign = evidence.signs[vote.sign]
            guard let words = sign.words, vote.weight * sign.prominence > best.value else {
                continue
            }
            best = (vote.weight * sign.prominence, words)
        }
        return best.words
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
        var next = candidates[topic].first
        while next >= 0 {
            let index = votes[Int(next)].sign
            next = votes[Int(next)].next
            let loss = left[index] * (1 - Self.rest)
            left[index] -= loss
            for number in table.weights(of: evidence.signs[index].phrase) {
                let weight = table.weights[number]
                candidates[weight.topic].score -= weight.weight * loss
            }
        }
    }
}
