/// Finds what an article and a page's headlines are about.
///
/// Phrases that show a topic count by how telling they are, how often they stand, and where: title, lead
/// or body. The weightiest topic is taken first; its phrases then count less for the next, so that a
/// topic is named for what it adds. A part is named rather than its whole.
struct TopicFinder: Sendable {
    private let table = TopicTable.shared

    /// The most topics of an article.
    static let limit = 6
    /// What a topic's phrases must weigh together.
    static let least: Float = 6
    /// What a headline's must: one telling word.
    static let leastInHeadline: Float = 3.3

    /// Adds to `findings` the topics of the article and of the page headlines.
    func find(in words: ArticleWords, headlines: [NewsText], findings: inout Findings) {
        findings.topics = topics(title: words.title, body: words.body)
        for (number, headline) in headlines.enumerated() {
            let genre = HeadlineGenre.genre(of: headline)
            let code = topTopic(of: headline, genre: genre)
            guard code != nil || genre != nil else { continue }
            findings.pageHeadlineTopics.append(
                PageHeadlineTopic(headline: number, code: code, genre: genre))
        }
    }

    /// The top-level topic of a headline; `nil` where unsure.
    func topTopic(of headline: NewsText, genre: PageHeadlineTopic.Genre?) -> String? {
        if genre == .forecast { return "17000000" }
        let ranked = tops(of: TopicEvidence(title: headline, body: nil, table: table))
        guard let first = ranked.first, first.score >= Self.leastInHeadline else { return nil }
        guard ranked.count == 1 || first.score >= ranked[1].score * 1.15 else { return nil }
        return table.topics[first.topic].code
    }

    /// The top-level topics of an article and what speaks for each, most first.
    func tops(of evidence: TopicEvidence) -> [(topic: Int, score: Float)] {
        var scores = [Float](repeating: 0, count: table.topics.count)
        var tops: [Int] = []
        tops.reserveCapacity(20)
        for sign in evidence.signs {
            for index in table.topWeights(of: sign.phrase) {
                let weight = table.topWeights[index]
                if scores[weight.topic] == 0, !tops.contains(weight.topic) {
                    tops.append(weight.topic)
                }
                scores[weight.topic] += weight.weight * sign.prominence
            }
        }
        var ranked = tops.map { (topic: $0, score: scores[$0]) }
        ranked.sort { ($1.score, $0.topic) < ($0.score, $1.topic) }
        return ranked
    }

    /// The topics of a title and a body, the weightiest first.
    func topics(title: NewsText?, body: NewsText) -> [NewsTopic] {
        let evidence = TopicEvidence(title: title, body: body, table: table)
        let tops = tops(of: evidence)
        guard let best = tops.first, best.score >= Self.least else { return [] }
        var choice = TopicChoice(evidence: evidence, tops: tops, table: table)
        var chosen: [(topic: Int, score: Float)] = []
        chosen.reserveCapacity(Self.limit)
        while chosen.count < Self.limit, let next = choice.next() { chosen.append(next) }
        if chosen.isEmpty { chosen = [(best.topic, best.score)] }
        return chosen.enumerated().map { rank, item in
            topic(
                item.topic, share: item.score / chosen[0].score, rank: rank,
                choice.words(showing: item.topic).map { body.span($0) })
        }
    }

    private func topic(
        _ index: Int, share: Float, rank: Int, _ words: TextSpan?
    ) -> NewsTopic {
        let relevance =
            switch share {
            case _ where rank == 0: 90
            case 0.66...: 80
            case 0.45...: 60
            case 0.34...: 50
            case 0.22...: 20
            default: 10
            }
        return NewsTopic(
            code: table.topics[index].code, name: table.topics[index].label,
            relation: relevance >= 50 ? .about : .mentions, relevance: relevance,
            reason: Reason("topic.words", words))
    }
}
