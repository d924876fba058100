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

    /// A phrase that may become one.
    private struct Candidate {
        let text: String
        let key: String
        let score: Float
        let reason: Reason
        var isName = false
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
        candidates.sort { ($1.score, $0.key) < ($0.score, $1.key) }
        var chosen: [Candidate] = []
        var names = 0
        for candidate in candidates where chosen.count < most {
            // A list of names says little: no more than half.
            if candidate.isName, names * 2 >= most { continue }
            let padded = " \(candidate.key) "
            guard
                !chosen.contains(where: { other in
                    let otherPadded = " \(other.key) "
                    return otherPadded.utf8.count < padded.utf8.count
                        ? Self.has(padded, otherPadded) : Self.has(otherPadded, padded)
                })
            else { continue }
            chosen.append(candidate)
            if candidate.isName { names += 1 }
        }
        findings.keyphrases = chosen.map { Keyphrase(text: $0.text, reason: $0.reason) }
    }

    private static func has(_ text: String, _ part: String) -> Bool {
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard part.count <= text.count else { return false }
        return (0...text.count - part.count).contains {
            text[$0..<$0 + part.count].elementsEqual(part)
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
            text: body.span(shown.words, cut: shown.cut).text,
            key: key(of: shown, in: body), score: score,
            reason: Reason("keyphrase.phrase", body.span(first.words, cut: first.cut)))
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

    /// The words of a phrase in key form without ال.
    private func key(of phrase: Phrase, in text: NewsText) -> String {
        Self.key(text.key(phrase.words, cut: phrase.cut))
    }

    private static func key(_ text: String) -> String {
        text.split(separator: " ").map { word in
            word.hasPrefix("ال") && word.utf8.count > 6 ? word.dropFirst(2) : word
        }.joined(separator: " ")
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
        let titleKey = title.map { Self.key($0.key($0.words.indices)) } ?? ""
        func candidate(
            _ variants: [String], _ mentions: [TextSpan], weight: Float, rule: Reason
        ) -> Candidate? {
            // Of «للجنة التحضيرية» no one would write a phrase.
            let whole = variants.filter { !$0.hasPrefix("لل") }
            guard let text = whole.max(by: { $0.utf8.count < $1.utf8.count }),
                let first = mentions.first
            else { return nil }
            let key = Self.key(KeyForm.of(text))
            var score = weight * (1 + Self.log2(mentions.count))
            if Self.has(" \(titleKey) ", " \(key) ") {
                score *= 1.8
            } else if body.word(endingAfter: first.start) < Self.leadWords {
                score *= 1.25
            }
            return Candidate(text: text, key: key, score: score, reason: rule, isName: true)
        }
        var candidates: [Candidate] = []
        for person in findings.people {
            let spans = person.mentions.map(\.span)
            candidates +=
                candidate(
                    person.variants, spans, weight: 20, rule: Reason("keyphrase.name", spans.first)
                ).map { [$0] } ?? []
        }
        for organisation in findings.organisations {
            candidates +=
                candidate(
                    organisation.variants, organisation.mentions, weight: 20,
                    rule: Reason("keyphrase.name", organisation.mentions.first)
                ).map { [$0] } ?? []
        }
        for place in findings.places where place.kind != .country {
            let isEventPlace = place.role == .eventPlace
            guard isEventPlace || place.mentions.count > 1 else { continue }
            candidates +=
                candidate(
                    place.variants, place.mentions, weight: isEventPlace ? 20 : 9,
                    rule: Reason("keyphrase.name", place.mentions.first)
                ).map { [$0] } ?? []
        }
        for event in findings.events where event.role == .main {
            let short = event.evidence.first {
                (2...6).contains($0.text.split(separator: " ").count)
            }
            guard let span = short else { continue }
            candidates.append(
                Candidate(
                    text: span.text, key: Self.key(KeyForm.of(span.text)), score: 1000,
                    reason: Reason("keyphrase.event", span)))
        }
        return candidates
    }
}
