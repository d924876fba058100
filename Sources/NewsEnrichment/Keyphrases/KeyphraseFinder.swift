internal import ArabicDates
internal import ArabicText

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

    /// A phrase that may become one. Its text is made only if it is chosen.
    private struct Candidate {
        /// Where its words stand in the body.
        let words: Range<Int>
        /// How many letters of the first are proclitics.
        let cut: Int
        let score: Float
        let rule: String
        /// The first place that made it a candidate.
        let first: Range<Int>
        let firstCut: Int
        var isName: Bool { rule == "keyphrase.name" }
    }

    /// Adds to `findings` the keyphrases.
    func find(in words: ArticleWords, findings: inout Findings) {
        find(title: words.title, body: words.body, findings: &findings)
    }

    /// The same of a title and a body.
    func find(title: NewsText?, body: NewsText, findings: inout Findings) {
        guard body.words.count > 20 else { return }
        let most = min(Self.limit, 4 + body.words.count / 58)
        var candidates = entities(findings, title, body)
        candidates += phrases(title, body, findings)
        candidates.sort {
            ($1.score, $0.words.lowerBound, $0.words.count)
                < ($0.score, $1.words.lowerBound, $1.words.count)
        }
        var chosen: [(candidate: Candidate, stems: [UInt64])] = []
        var names = 0
        for candidate in candidates where chosen.count < most {
            // A list of names says little: no more than half.
            if candidate.isName, names * 2 >= most { continue }
            let stems = Self.stems(of: candidate.words, cut: candidate.cut, in: body)
            guard
                !chosen.contains(where: { other in
                    other.stems.count < stems.count
                        ? Self.has(stems, other.stems) : Self.has(other.stems, stems)
                })
            else { continue }
            chosen.append((candidate, stems))
            if candidate.isName { names += 1 }
        }
        findings.keyphrases = chosen.map { candidate, _ in
            Keyphrase(
                text: body.span(candidate.words, cut: candidate.cut).text,
                reason: Reason(
                    candidate.rule, body.span(candidate.first, cut: candidate.firstCut)))
        }
    }

    /// Whether some words stand in a row among others.
    private static func has(_ words: [UInt64], _ part: [UInt64]) -> Bool {
        guard part.count <= words.count else { return false }
        return (0...words.count - part.count).contains { start in
            part.indices.allSatisfy { words[start + $0] == part[$0] }
        }
    }

    /// The hashes of some words without ال.
    private static func stems(of words: Range<Int>, cut: Int, in text: NewsText) -> [UInt64] {
        words.map { index in
            var letters = text.letters(of: text.words[index])
            if index == words.lowerBound { letters = letters.dropFirst(cut) }
            if letters.count > 3, letters.starts(with: [Letter.alef, Letter.lam]) {
                letters = letters.dropFirst(2)
            }
            return WordHash.of(letters)
        }
    }

    private func phrases(
        _ title: NewsText?, _ body: NewsText, _ findings: Findings
    ) -> [Candidate] {
        let taken = takenWords(findings, body)
        var found: [Phrase] = []
        found.reserveCapacity(body.words.count)
        var reader = PhraseReader(text: body, frequencies: frequencies)
        for index in body.words.indices where !taken[index] {
            reader.collect(at: index, into: &found)
        }
        found.removeAll { phrase in phrase.words.contains { taken[$0] } }
        let inTitle = titleKeys(title)
        found.sort { ($0.key, $0.words.lowerBound) < ($1.key, $1.words.lowerBound) }
        var candidates: [Candidate] = []
        var first = 0
        while first < found.count {
            var end = first + 1
            while end < found.count, found[end].key == found[first].key { end += 1 }
            if let candidate = candidate(found[first..<end], inTitle, body) {
                candidates.append(candidate)
            }
            first = end
        }
        return candidates
    }

    private func titleKeys(_ title: NewsText?) -> Set<UInt64> {
        guard let title else { return [] }
        var found: [Phrase] = []
        var reader = PhraseReader(text: title, frequencies: frequencies)
        for index in title.words.indices { reader.collect(at: index, into: &found) }
        return Set(found.map(\.key))
    }

    private func candidate(
        _ group: ArraySlice<Phrase>, _ inTitle: Set<UInt64>, _ body: NewsText
    ) -> Candidate? {
        guard let first = group.first,
            let shown = group.filter(\.isWhole).max(by: { isWorse($0, than: $1, in: body) })
        else { return nil }
        let isInTitle = inTitle.contains(first.key)
        let length = first.words.count
        let count = group.count
        // A single word must be rare and said often; a phrase twice, or in the title.
        if length == 1 {
            guard count > 2, first.rarity >= 14, isNoName(body.words[first.words.lowerBound]) else {
                return nil
            }
        } else {
            guard count > 1 || isInTitle || isTerm(first, in: body) else { return nil }
        }
        guard !isMostlyLonger(group) else { return nil }
        var score = first.rarity / Float(length) * (length == 1 ? 0.7 : length == 2 ? 1.35 : 1.5)
        score *= 1 + Self.log2(count)
        if isInTitle {
            score *= 1.8
        } else if first.words.lowerBound < Self.leadWords {
            score *= 1.25
        }
        return Candidate(
            words: shown.words, cut: shown.cut, score: score, rule: "keyphrase.phrase",
            first: first.words, firstCut: first.cut)
    }

    /// Whether one spelling is worse to show than another: with proclitics before it, or with fewer
    /// hamzas; of equals the later one.
    private func isWorse(_ left: Phrase, than right: Phrase, in body: NewsText) -> Bool {
        if (left.cut == 0) != (right.cut == 0) { return left.cut > 0 }
        let (leftHamzas, rightHamzas) = (hamzas(left, body), hamzas(right, body))
        if leftHamzas != rightHamzas { return leftHamzas < rightHamzas }
        return left.words.lowerBound > right.words.lowerBound
    }

    private func hamzas(_ phrase: Phrase, _ body: NewsText) -> Int {
        let bytes =
            Int(
                body.words[phrase.words.lowerBound].startByte)..<Int(
                body.words[phrase.words.upperBound - 1].endByte)
        // U+0623 and U+0625: أ إ.
        return bytes.dropLast().count { index in
            body.utf8[index] == 0xD8
                && (body.utf8[index + 1] == 0xA3 || body.utf8[index + 1] == 0xA5)
        }
    }

    /// Whether a phrase is one that topics are known by: «الهجرة غير المشروعة».
    private func isTerm(_ phrase: Phrase, in body: NewsText) -> Bool {
        let first = phrase.words.lowerBound
        return phrase.words.count > 1 && body.words[first].anySenses.contains(.topicStart)
            && topics.match(in: body, at: first)?.length == phrase.words.count
    }

    /// Whether most places of a phrase have the same word after it: «أجهزة الصرف» in an article on
    /// «أجهزة الصرف الآلي».
    private func isMostlyLonger(_ group: ArraySlice<Phrase>) -> Bool {
        for phrase in group where phrase.longer != 0 {
            let count = group.count { $0.longer == phrase.longer }
            if count * 5 >= group.count * 3, count > 1 || group.count == 1 { return true }
        }
        return false
    }

    /// Whether a word alone is no name of a person and no adjective of a place.
    private func isNoName(_ word: Word) -> Bool {
        word.anySenses.isDisjoint(with: [.givenName, .familyName, .nisba, .ambiguousName])
    }

    private static func log2(_ count: Int) -> Float {
        [0, 0, 1, 1.58, 2, 2.32, 2.58, 2.81, 3][min(count, 8)]
    }

    /// The words that are part of a name.
    private func takenWords(_ findings: Findings, _ body: NewsText) -> [Bool] {
        var taken = [Bool](repeating: false, count: body.words.count)
        func take(_ span: TextSpan) {
            let first = body.word(endingAfter: span.start)
            let last = body.word(endingAfter: span.end - 1)
            guard first <= last else { return }
            for index in first...last where index < taken.count { taken[index] = true }
        }
        for person in findings.people {
            person.mentions.forEach { take($0.span) }
            person.roleMentions.forEach { take($0.span) }
        }
        for office in findings.offices { take(office.span) }
        for organisation in findings.organisations { organisation.mentions.forEach(take) }
        for place in findings.places { place.mentions.forEach(take) }
        for time in findings.times {
            take(
                TextSpan(
                    start: time.expression.start, end: time.expression.end,
                    paragraph: time.paragraph, text: ""))
        }
        return taken
    }

    private func entities(
        _ findings: Findings, _ title: NewsText?, _ body: NewsText
    ) -> [Candidate] {
        let inTitle = title.map { Self.stems(of: $0.words.indices, cut: 0, in: $0) } ?? []
        var candidates: [Candidate] = []
        func add(_ mentions: some Collection<TextSpan>, weight: Float) {
            // Of «للجنة التحضيرية» no one would write a phrase.
            guard let first = mentions.first,
                let shown = mentions.filter({ !Self.isFused($0) })
                    .max(by: { $0.end - $0.start < $1.end - $1.start }),
                let (words, cut) = Self.words(of: shown, in: body),
                let (place, placeCut) = Self.words(of: first, in: body)
            else { return }
            var score = weight * (1 + Self.log2(mentions.count))
            if Self.has(inTitle, Self.stems(of: words, cut: cut, in: body)) {
                score *= 1.8
            } else if place.lowerBound < Self.leadWords {
                score *= 1.25
            }
            candidates.append(
                Candidate(
                    words: words, cut: cut, score: score, rule: "keyphrase.name", first: place,
                    firstCut: placeCut))
        }
        for person in findings.people { add(person.mentions.map(\.span), weight: 20) }
        for organisation in findings.organisations { add(organisation.mentions, weight: 20) }
        for place in findings.places where place.kind != .country {
            let isEventPlace = place.role == .eventPlace
            guard isEventPlace || place.mentions.count > 1 else { continue }
            add(place.mentions, weight: isEventPlace ? 20 : 9)
        }
        for event in findings.events where event.role == .main {
            let short = event.evidence.lazy.compactMap { Self.words(of: $0, in: body) }
                .first { (2...6).contains($0.words.count) }
            guard let (words, cut) = short else { continue }
            candidates.append(
                Candidate(
                    words: words, cut: cut, score: 1000, rule: "keyphrase.event", first: words,
                    firstCut: cut))
        }
        return candidates
    }

    /// The words of a span, and how many letters of the first it leaves out; `nil` if it ends inside
    /// of a word.
    private static func words(
        of span: TextSpan, in body: NewsText
    ) -> (words: Range<Int>, cut: Int)? {
        let first = body.word(endingAfter: span.start)
        let last = body.word(endingAfter: span.end - 1)
        guard first <= last, last < body.words.count, Int(body.words[last].end) == span.end,
            Int(body.words[first].start) <= span.start
        else { return nil }
        return (first..<last + 1, body.cut(of: body.words[first], at: span.start))
    }

    /// Whether a span begins with لل, whose article cannot be cut out.
    private static func isFused(_ span: TextSpan) -> Bool {
        span.text.utf8.starts(with: [0xD9, 0x84, 0xD9, 0x84])
    }
}
