/// Finds the places that an article names.
struct PlaceFinder: Sendable {
    private let gazetteer = Gazetteer.shared

    /// What may be places, before names of people and bodies are known.
    func candidates(in words: ArticleWords) -> [PlaceCandidate] {
        let scanner = PlaceScanner(gazetteer: gazetteer)
        let matches = scanner.matches(in: words.body)
        guard !matches.isEmpty else { return [] }
        var context = PlaceContext()
        context.add(matches, gazetteer)
        context.addSubject(of: words.body)
        if let title = words.title { context.add(scanner.matches(in: title), gazetteer) }
        let resolver = PlaceResolver(
            gazetteer: gazetteer, text: words.body, context: context, matches: matches)
        return resolver.candidates()
    }

    /// The places among `candidates`, without those inside the names of `findings`.
    ///
    /// Adds to `findings` the places and where the article is located.
    func find(
        in words: ArticleWords, candidates: [PlaceCandidate], findings: inout Findings
    ) {
        guard !candidates.isEmpty else { return }
        let names = TakenSpans(of: findings)
        var grouping = PlaceGrouping(gazetteer: gazetteer, text: words.body)
        for candidate in candidates
        where !names.contain(words.body.scalars(candidate.words, cut: candidate.cut)) {
            grouping.add(candidate)
        }
        findings.places = grouping.places
        findings.located = grouping.located
    }
}

/// Words that name a place, unless they are part of another name.
struct PlaceCandidate: Hashable, Sendable {
    /// What the words name.
    enum Meaning: Hashable, Sendable {
        /// A place of the gazetteer, by index.
        case entry(Int32)
        /// The area named for a city, and the word for its kind: صفاقس in ولاية صفاقس.
        case area(of: Int32, trigger: Int)
        /// A facility named for a place; whole if nothing but its kind is added to the name.
        case facility(of: Int32, isWhole: Bool)
        /// A settlement that the gazetteer does not have.
        case unlisted(Place.Kind, country: CountryCode)
    }

    /// A rule by the name that stays.
    enum Rule: String, Hashable, Sendable {
        case name = "place.name"
        case inContext = "place.inContext"
        case besidePlace = "place.besidePlace"
        case afterKind = "place.afterKind"
        case facility = "place.facility"
        case unlisted = "place.unlisted"
    }

    /// The words of the body.
    let words: Range<Int>
    /// How many letters of the first word are proclitics.
    let cut: Int
    /// What they name.
    let meaning: Meaning
    /// The rule that took them for it.
    let rule: Rule
    /// The words besides its own that made the rule apply.
    let because: Range<Int>?
    /// Whether an event that the text reports takes place there.
    let isHeld: Bool
    /// Whether the text says that it was written there.
    let isDateline: Bool
}

/// The spans of people and bodies, to tell what lies inside one.
private struct TakenSpans {
    /// By their starts, each with the last end of it and those before.
    private var spans: [(start: Int, end: Int, reach: Int)] = []

    init(of findings: borrowing Findings) {
        spans.reserveCapacity(64)
        for index in findings.people.indices {
            let mentions = findings.people[index].mentions
            for mention in mentions.indices { add(mentions[mention].span) }
        }
        for index in findings.organisations.indices {
            let mentions = findings.organisations[index].mentions
            for mention in mentions.indices { add(mentions[mention]) }
        }
        spans.sort { $0.start < $1.start }
        var reach = 0
        for index in spans.indices {
            reach = max(reach, spans[index].end)
            spans[index].reach = reach
        }
    }

    private mutating func add(_ span: TextSpan) { spans.append((span.start, span.end, 0)) }

    /// Whether any of them overlaps a span and is not a part of it: مطار الملك خالد is a place.
    func contain(_ span: (start: Int, end: Int)) -> Bool {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].start < span.end { low = middle + 1 } else { high = middle }
        }
        while low > 0, spans[low - 1].reach > span.start {
            low -= 1
            let isPart = spans[low].start > span.start && spans[low].end <= span.end
            if spans[low].end > span.start, !isPart { return true }
        }
        return false
    }
}
