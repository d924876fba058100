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
        let kind: Kind
        /// The lower, the better: by score, then by place.
        let rank: UInt64

        enum Kind { case phrase, name, event }

        init(words: Range<Int>, cut: Int, score: Float, kind: Kind) {
            self.words = words
            self.cut = cut
            self.kind = kind
            // No score is negative, so their bits rise with them.
            rank = UInt64(~score.bitPattern) << 32 | UInt64(words.lowerBound)
        }
    }

    /// Adds to `findings` the keyphrases.
    func find(in words: ArticleWords, findings: inout Findings) {
        find(title: words.title, body: words.body, findings: &findings)
    }

    /// The same of a title and a body.
    func find(title: NewsText?, body: NewsText, findings: inout Findings) {
        guard body.words.count > 20 else { return }
        let most = min(Self.limit, 4 + body.words.count / 58)
        let names = NameWords(findings, in: body)
        var reader = PhraseReader(text: body, frequencies: frequencies, isTaken: names.isTaken)
        var candidates = self.names(names, title, body)
        addPhrases(of: &reader, title, body, to: &candidates)
        // By index: a copy of an event is a dozen references more to count.
        for index in findings.events.indices where findings.events[index].role == .main {
            guard let words = shortName(findings.events[index].evidence, in: body) else { continue }
            candidates.append(
                Candidate(words: words.range, cut: words.cut, score: 1000, kind: .event))
        }
        for candidate in candidates where candidate.kind != .phrase {
            for index in candidate.words { reader.read(index) }
        }
        candidates.sort { $0.rank < $1.rank }
        var chosen: [Candidate] = []
        chosen.reserveCapacity(most)
        var stems = StemCounts()
        var nameCount = 0
        for candidate in candidates {
            guard chosen.count < most else { break }
            // A list of names says little: no more than half.
            if candidate.kind == .name, nameCount * 2 >= most { continue }
            // Most share no word with those before.
            if reader.stems(of: candidate.words).contains(where: stems.contains),
                chosen.contains(where: { reader.overlap($0.words, candidate.words) })
            {
                continue
            }
            chosen.append(candidate)
            stems.add(reader.stems(of: candidate.words))
            if candidate.kind == .name { nameCount += 1 }
        }
        findings.keyphrases = chosen.map { keyphrase($0, in: body) }
    }

    private func keyphrase(_ candidate: Candidate, in body: NewsText) -> Keyphrase {
        let rule =
            switch candidate.kind {
            case .phrase: "keyphrase.phrase"
            case .name: "keyphrase.name"
            case .event: "keyphrase.event"
            }
        return Keyphrase(span: body.span(candidate.words, cut: candidate.cut), rule: rule)
    }

    private func addPhrases(
        of reader: inout PhraseReader, _ title: NewsText?, _ body: NewsText,
        to candidates: inout [Candidate]
    ) {
        var stems = StemCounts()
        let inTitle = title.map { titlePhrases($0, &stems) } ?? []
        stems.add(reader.startStems)
        // Phrases that begin like no other and like none of the title are told by topics, or by nothing.
        let found = reader.phrases(stems: stems) { termLength(at: $0, body) > 1 }
        let groups = PhraseGroups(of: found, title: inTitle)
        candidates.reserveCapacity(candidates.count + groups.groups.count + 4)
        for group in groups.groups where !group.isMostlyLonger {
            let first = found[Int(group.first)]
            guard isTelling(group, first, body) else { continue }
            let rarity = reader.rarity(of: first)
            if first.count == 1, rarity < 14 { continue }
            let shown = bestSpelling(of: group, groups.next, found, reader, body)
            guard reader.isWhole(shown) else { continue }
            candidates.append(
                Candidate(
                    words: shown.words, cut: reader.cut(of: shown),
                    score: score(group, first, rarity: rarity),
                    kind: .phrase))
        }
    }

    /// The title's phrases; their first stems count as often said.
    private func titlePhrases(_ title: NewsText, _ stems: inout StemCounts) -> [Phrase] {
        let isTaken = [Bool](repeating: false, count: title.words.count)
        var reader = PhraseReader(text: title, frequencies: frequencies, isTaken: isTaken)
        for _ in 0..<3 { stems.add(reader.startStems) }
        return reader.phrases(stems: stems) { _ in true }
    }

    /// Whether a phrase can tell enough: a single word must be said often; a phrase twice, or in the
    /// title.
    private func isTelling(
        _ group: PhraseGroups.Group, _ first: Phrase, _ body: NewsText
    ) -> Bool {
        first.count == 1
            ? group.count > 2 && isNoName(body.words[first.first])
            : group.count > 1 || group.isInTitle
                || termLength(at: first.first, body) == first.count
    }

    private func score(_ group: PhraseGroups.Group, _ first: Phrase, rarity: Float) -> Float {
        let length = first.count
        var score = rarity / Float(length) * (length == 1 ? 0.7 : length == 2 ? 1.35 : 1.5)
        score *= 1 + Self.log2(Int(group.count))
        if group.isInTitle {
            score *= 1.8
        } else if first.first < Self.leadWords {
            score *= 1.25
        }
        return score
    }

    /// The best spelling of a phrase: without proclitics before it, or with most hamzas.
    private func bestSpelling(
        of group: PhraseGroups.Group, _ next: [Int32], _ phrases: [Phrase],
        _ reader: borrowing PhraseReader, _ body: NewsText
    ) -> Phrase {
        var best = Int(group.first)
        guard group.count > 1 else { return phrases[best] }
        var bestHamzas: Int?
        var index = Int(next[best])
        while index != 0 {
            let (phrase, other) = (phrases[index], phrases[best])
            var hamzas: Int?
            let isBetter: Bool
            if reader.isWhole(phrase) != reader.isWhole(other) {
                isBetter = reader.isWhole(phrase)
            } else if (reader.cut(of: phrase) == 0) != (reader.cut(of: other) == 0) {
                isBetter = reader.cut(of: phrase) == 0
            } else {
                let (here, there) = (
                    self.hamzas(phrase, body), bestHamzas ?? self.hamzas(other, body)
                )
                (hamzas, bestHamzas) = (here, there)
                isBetter = here > there
            }
            if isBetter { (best, bestHamzas) = (index, hamzas) }
            index = Int(next[index])
        }
        return phrases[best]
    }

    private func hamzas(_ phrase: Phrase, _ body: NewsText) -> Int {
        let end = Int(body.words[phrase.words.upperBound - 1].endByte) - 1
        // U+0623 and U+0625: أ إ.
        var count = 0
        let utf8 = body.utf8.span
        var index = Int(body.words[phrase.first].startByte)
        while index < end {
            let byte = utf8[index]
            if byte == 0xD8, utf8[index + 1] == 0xA3 || utf8[index + 1] == 0xA5 { count += 1 }
            index &+= byte < 0xC0 ? 1 : 2
        }
        return count
    }

    /// How many words the phrase at a word has that topics are known by: «الهجرة غير المشروعة».
    private func termLength(at index: Int, _ body: NewsText) -> Int {
        guard body.words[index].anySenses.contains(.topicStart) else { return 0 }
        return topics.match(in: body, at: index)?.length ?? 0
    }

    /// Whether a word alone is no name of a person and no adjective of a place.
    private func isNoName(_ word: Word) -> Bool {
        word.anySenses.isDisjoint(with: [.givenName, .familyName, .nisba, .ambiguousName])
    }

    private static func log2(_ count: Int) -> Float {
        [0, 0, 1, 1.58, 2, 2.32, 2.58, 2.81, 3][min(count, 8)]
    }

    private func names(
        _ names: NameWords, _ title: NewsText?, _ body: NewsText
    ) -> [Candidate] {
        names.names.map { name in
            var score = name.weight * (1 + Self.log2(name.count))
            if let title, name.words.allSatisfy({ title.has(body.words[$0].hash) }) {
                score *= 1.8
            } else if name.first < Self.leadWords {
                score *= 1.25
            }
            return Candidate(words: name.words, cut: name.cut, score: score, kind: .name)
        }
    }

    /// The words of an event's name, if one of its mentions has two to six.
    private func shortName(
        _ evidence: [TextSpan], in body: NewsText
    ) -> (range: Range<Int>, cut: Int)? {
        guard let index = evidence.firstIndex(where: { (2...6).contains($0.words.count) }) else {
            return nil
        }
        let words = evidence[index].words
        return (words, evidence[index].start - Int(body.words[words.lowerBound].start))
    }
}

extension NewsText {
    /// Whether one of the words has this hash.
    fileprivate func has(_ hash: UInt64) -> Bool {
        for index in words.indices where words[index].hash == hash { return true }
        return false
    }
}
