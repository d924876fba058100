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
    init(_ findings: Findings, in body: NewsText) {
        isTaken = [Bool](repeating: false, count: body.words.count)
        names.reserveCapacity(
            findings.people.count + findings.organisations.count + findings.places.count)
        for person in findings.people {
            add(person.mentions.lazy.map(\.span), weight: Self.weight, body)
            for mention in person.roleMentions {
                _ = take(mention.span.start, mention.span.end, body)
            }
        }
        for office in findings.offices { _ = take(office.span.start, office.span.end, body) }
        for organisation in findings.organisations {
            add(organisation.mentions.lazy.map { $0 }, weight: Self.weight, body)
        }
        for place in findings.places {
            let isEventPlace = place.role == .eventPlace
            let isKey = place.kind != .country && (isEventPlace || place.mentions.count > 1)
            add(
                place.mentions.lazy.map { $0 },
                weight: !isKey ? 0 : isEventPlace ? Self.weight : Self.townWeight, body)
        }
        for time in findings.times { _ = take(time.expression.start, time.expression.end, body) }
    }

    /// Marks the words of some mentions; of weight 0 they are no keyphrase.
    private mutating func add(
        _ spans: some Collection<TextSpan>, weight: Float, _ body: NewsText
    ) {
        var best: (words: Range<Int>, start: Int, length: Int)?
        var first = Int.max
        for span in spans {
            guard let words = take(span.start, span.end, body) else { continue }
            first = min(first, words.lowerBound)
            let length = span.end - span.start
            // Of «للجنة التحضيرية» no one would write a phrase.
            let isFused =
                span.start == Int(body.words[words.lowerBound].start)
                && body.startsWithTwoLams(body.words[words.lowerBound])
            if !isFused, length > best?.length ?? 0 { best = (words, span.start, length) }
        }
        guard weight > 0, let best else { return }
        names.append(
            Name(
                words: best.words, cut: best.start - Int(body.words[best.words.lowerBound].start),
                first: first, count: spans.count, weight: weight))
    }

    /// Marks the words from one scalar to another.
    private mutating func take(_ start: Int, _ end: Int, _ body: NewsText) -> Range<Int>? {
        let first = body.word(endingAfter: start)
        var last = first
        while last < body.words.count, Int(body.words[last].start) < end {
            isTaken[last] = true
            last += 1
        }
        return last > first ? first..<last : nil
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
