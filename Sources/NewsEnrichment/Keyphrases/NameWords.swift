internal import ArabicDates

/// The words of an article that are names and times, and the names that may be keyphrases.
struct NameWords {
    /// A name and where its best spelling stands.
    struct Name {
        let words: Range<Int>
        /// How many letters before it are proclitics.
        let cut: Int
        /// The first word of its first mention.
        let first: Int
        let count: Int
        let weight: Float
    }

    /// Whether a word is part of a name or time.
    private(set) var isTaken: [Bool]
    private(set) var names: [Name] = []

    private static let townWeight: Float = 9
    private static let weight: Float = 20

    /// The names of a body.
    init(_ findings: borrowing Findings, in body: NewsText) {
        isTaken = [Bool](repeating: false, count: body.words.count)
        names.reserveCapacity(
            findings.people.count + findings.organisations.count + findings.places.count)
        // By index: a copy of a person or a place is a dozen references more to count.
        for index in findings.people.indices {
            let person = findings.people[index].mentions
            add(person.indices.lazy.map { person[$0].span }, weight: Self.weight, body)
            let roles = findings.people[index].roleMentions
            for role in roles.indices { take(roles[role].span.words) }
        }
        for index in findings.offices.indices {
            take(findings.offices[index].span.words)
        }
        for index in findings.organisations.indices {
            let mentions = findings.organisations[index].mentions
            add(mentions, weight: Self.weight, body)
        }
        for index in findings.places.indices {
            let mentions = findings.places[index].mentions
            let isEventPlace = findings.places[index].role == .eventPlace
            let isKey =
                findings.places[index].kind != .country && (isEventPlace || mentions.count > 1)
            add(
                mentions,
                weight: !isKey ? 0 : isEventPlace ? Self.weight : Self.townWeight, body)
        }
        for index in findings.times.indices {
            let (start, end) = (
                findings.times[index].expression.start, findings.times[index].expression.end
            )
            take(body.words(in: start..<end))
        }
    }

    /// Marks the words of some mentions; of weight 0 they are no keyphrase.
    private mutating func add(
        _ spans: some RandomAccessCollection<TextSpan>, weight: Float, _ body: NewsText
    ) {
        var best: (words: Range<Int>, start: Int, length: Int)?
        var first = Int.max
        for index in spans.indices {
            let (words, start) = (spans[index].words, spans[index].start)
            take(words)
            first = min(first, words.lowerBound)
            let length = spans[index].end - start
            // Of «للجنة التحضيرية» no one would write a phrase.
            let isFused =
                start == Int(body.words[words.lowerBound].start)
                && body.startsWithTwoLams(body.words[words.lowerBound])
            if !isFused, length > best?.length ?? 0 { best = (words, start, length) }
        }
        guard weight > 0, let best else { return }
        names.append(
            Name(
                words: best.words, cut: best.start - Int(body.words[best.words.lowerBound].start),
                first: first, count: spans.count, weight: weight))
    }

    private mutating func take(_ words: Range<Int>) {
        for index in words { isTaken[index] = true }
    }
}

extension NewsText {
    /// Whether a word is written with لل at its start.
    fileprivate func startsWithTwoLams(_ word: Word) -> Bool {
        let start = Int(word.startByte)
        return start + 3 < utf8.count && utf8[start] == 0xD9 && utf8[start + 1] == 0x84
            && utf8[start + 2] == 0xD9 && utf8[start + 3] == 0x84
    }
}
