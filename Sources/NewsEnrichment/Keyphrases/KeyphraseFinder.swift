internal import ArabicDates

/// Finds the phrases that tell what an article is about.
///
/// Noun phrases count by how often they stand, how rare their words are in news, and whether they stand
/// in the title or the lead. People, bodies and towns that the article names are phrases too. Forms of one
/// phrase are one, and of two phrases of which one is part of the other only one is kept.
struct KeyphraseFinder: Sendable {
    private let frequencies = WordFrequencies.shared
    private let topics = TopicTable.shared

    /// The most keyphrases of an article.
    static let limit = 17
    private static let leadWords = 60

    /// A phrase that may become one.
    private struct Candidate {
        let words: Range<Int>
        let cut: Int
        let score: Float
        let kind: Kind

        enum Kind { case phrase, name, event }
    }

    /// Adds to `findings` the keyphrases.
    func find(in words: ArticleWords, findings: inout Findings) {
        find(title: words.title, body: words.body, findings: &findings)
    }

    /// The same of a title and a body.
    func find(title: NewsText?, body: NewsText, findings: inout Findings) {
        guard body.words.count > 20 else { return }
        let most = min(Self.limit, 4 + body.words.count / 58)
        var reader = PhraseReader(text: body, frequencies: frequencies)
        let names = NameWords(findings, in: body)
        let inTitle = titleKeys(title)
        var candidates = self.names(names, inTitle, title, body)
        phrases(&reader, names, inTitle, into: &candidates)
        for event in findings.events where event.role == .main {
            guard let words = shortName(of: event, in: body) else { continue }
            candidates.append(
                Candidate(words: words.range, cut: words.cut, score: 1000, kind: .event))
        }
        candidates.sort {
            ($1.score, $0.words.lowerBound) < ($0.score, $1.words.lowerBound)
        }
        var chosen: [Candidate] = []
        var nameCount = 0
        for candidate in candidates {
            guard chosen.count < most else { break }
            // A list of names says little: no more than half.
            if candidate.kind == .name, nameCount * 2 >= most { continue }
            guard
                !chosen.contains(where: { other in
                    reader.has(other.words, candidate.words)
                        || reader.has(candidate.words, other.words)
                })
            else { continue }
            chosen.append(candidate)
            if candidate.kind == .name { nameCount += 1 }
        }
        findings.keyphrases = chosen.map { keyphrase($0, in: body) }
    }

    private func keyphrase(_ candidate: Candidate, in body: NewsText) -> Keyphrase {
        let span = body.span(candidate.words, cut: candidate.cut)
        let reason =
            switch candidate.kind {
            case .phrase: Reason("keyphrase.phrase", span)
            case .name: Reason("keyphrase.name", span)
            case .event: Reason("keyphrase.event", span)
            }
        return Keyphrase(text: span.text, reason: reason)
    }

    private func phrases(
        _ reader: inout PhraseReader, _ names: NameWords, _ inTitle: Set<UInt64>,
        into candidates: inout [Candidate]
    ) {
        let body = reader.text
        var found: [Phrase] = []
        found.reserveCapacity(body.words.count / 2)
        for index in body.words.indices where !names.isTaken[index] {
            let first = found.count
            reader.collect(at: index, into: &found)
            // One that runs into a name goes; the one before it has no more words then.
            while found.count > first,
                found[found.count - 1].words.contains(where: { names.isTaken[$0] })
            {
                found.removeLast()
                if found.count > first { found[found.count - 1].longer = 0 }
            }
        }
        let groups = PhraseGroups(of: found) { isBetter($1, than: $0, in: body) }
        for group in groups.groups {
            let shown = found[group.shown]
            guard shown.isWhole, !group.isMostlyLonger,
                let score = score(group, found[group.first], inTitle, body)
            else { continue }
            candidates.append(
                Candidate(words: shown.words, cut: shown.cut, score: score, kind: .phrase))
        }
    }

    private func titleKeys(_ title: NewsText?) -> Set<UInt64> {
        guard let title else { return [] }
        var found: [Phrase] = []
        var reader = PhraseReader(text: title, frequencies: frequencies)
        for index in title.words.indices { reader.collect(at: index, into: &found) }
        return Set(found.map(\.key))
    }

    /// How much a phrase tells; `nil` if too little.
    private func score(
        _ group: PhraseGroups.Group, _ first: Phrase, _ inTitle: Set<UInt64>, _ body: NewsText
    ) -> Float? {
        let length = first.words.count
        let isInTitle = inTitle.contains(first.key)
        // A single word must be rare and said often; a phrase twice, or in the title.
        if length == 1 {
            guard group.count > 2, first.rarity >= 14, isNoName(body.words[first.words.lowerBound])
            else { return nil }
        } else {
            guard group.count > 1 || isInTitle || isTerm(first, in: body) else { return nil }
        }
        var score = first.rarity / Float(length) * (length == 1 ? 0.7 : length == 2 ? 1.35 : 1.5)
        score *= 1 + Self.log2(group.count)
        if isInTitle {
            score *= 1.8
        } else if first.words.lowerBound < Self.leadWords {
            score *= 1.25
        }
        return score
    }

    /// Whether one spelling is better to show than another: without proclitics before it, or with more
    /// hamzas.
    private func isBetter(_ phrase: Phrase, than other: Phrase, in body: NewsText) -> Bool {
        if phrase.isWhole != other.isWhole { return phrase.isWhole }
        if (phrase.cut == 0) != (other.cut == 0) { return phrase.cut == 0 }
        return hamzas(phrase, body) > hamzas(other, body)
    }

    private func hamzas(_ phrase: Phrase, _ body: NewsText) -> Int {
        let bytes =
            Int(body.words[phrase.words.lowerBound].startByte)..<Int(
                body.words[phrase.words.upperBound - 1].endByte) - 1
        // U+0623 and U+0625: أ إ.
        var count = 0
        for index in bytes where body.utf8[index] == 0xD8 {
            if body.utf8[index + 1] == 0xA3 || body.utf8[index + 1] == 0xA5 { count += 1 }
        }
        return count
    }

    /// Whether a phrase is one that topics are known by: «الهجرة غير المشروعة».
    private func isTerm(_ phrase: Phrase, in body: NewsText) -> Bool {
        let first = phrase.words.lowerBound
        return body.words[first].anySenses.contains(.topicStart)
            && topics.match(in: body, at: first)?.length == phrase.words.count
    }

    /// Whether a word alone is no name of a person and no adjective of a place.
    private func isNoName(_ word: Word) -> Bool {
        word.anySenses.isDisjoint(with: [.givenName, .familyName, .nisba, .ambiguousName])
    }

    private static func log2(_ count: Int) -> Float {
        [0, 0, 1, 1.58, 2, 2.32, 2.58, 2.81, 3][min(count, 8)]
    }

    private func names(
        _ names: NameWords, _ inTitle: Set<UInt64>, _ title: NewsText?, _ body: NewsText
    ) -> [Candidate] {
        let titleWords = Set(title.map { $0.words.map(\.hash) } ?? [])
        return names.names.map { name in
            var score = name.weight * (1 + Self.log2(name.count))
            if name.words.allSatisfy({ titleWords.contains(body.words[$0].hash) }) {
                score *= 1.8
            } else if name.first < Self.leadWords {
                score *= 1.25
            }
            return Candidate(words: name.words, cut: name.cut, score: score, kind: .name)
        }
    }

    /// The words of an event's name, if one of its mentions has two to six.
    private func shortName(
        of event: NewsEvent, in body: NewsText
    ) -> (range: Range<Int>, cut: Int)? {
        for span in event.evidence {
            let first = body.word(endingAfter: span.start)
            let last = body.word(endingAfter: span.end - 1)
            guard first <= last, last < body.words.count, (1...5).contains(last - first) else {
                continue
            }
            return (first..<last + 1, span.start - Int(body.words[first].start))
        }
        return nil
    }
}
