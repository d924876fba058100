internal import ArabicDates
internal import ArticleExtraction

/// Reads what a text is compared by. About 10 µs for 770 words.
struct StoryReader: Sendable {
    /// What is read of a body, in words: its end says less of what it is about.
    private static let bodyWords = 300
    private static let leadWords = 45
    private static let upperWords = 120
    private static let terms = 32
    private static let names = 12
    /// Without a headline, so many first words stand for one.
    private static let titleWords = 14
    /// The table's slots: several times the stems of a text.
    private static let slots = 1024

    private let frequencies = WordFrequencies.shared

    /// The features of an article.
    func features(of words: ArticleWords, findings: borrowing Findings) -> StoryFeatures {
        features(
            title: words.title, body: words.body, published: words.article.published?.date,
            findings: findings)
    }

    /// The features of an article of these parts.
    func features(
        title: NewsText?, body: NewsText, published: CivilDate?,
        findings: borrowing Findings
    ) -> StoryFeatures {
        var features = StoryFeatures()
        var table = TermTable(slots: Self.slots)
        var formula = StoryFormula.Counter()
        var numbers: [UInt32] = []
        func read(
            _ text: NewsText, _ range: Range<Int>, share: Float, isTitle: Bool, isLead: Bool
        ) {
            for index in range {
                guard let stemmed = text.stem(of: text.words[index], frequencies: frequencies)
                else { continue }
                table.add(stemmed, share: share, isTitle: isTitle)
                guard isLead else { continue }
                if stemmed.kind == .number {
                    numbers.append(UInt32(truncatingIfNeeded: stemmed.stem >> 32))
                } else {
                    formula.add(stemmed.stem)
                }
            }
        }
        if let title {
            read(title, title.words.indices, share: 2, isTitle: true, isLead: true)
        }
        let end = min(body.words.count, Self.bodyWords)
        let lead = min(end, Self.leadWords)
        let standIn = title == nil ? min(lead, Self.titleWords) : 0
        let upper = min(end, Self.upperWords)
        read(body, 0..<standIn, share: 1.5, isTitle: true, isLead: true)
        read(body, standIn..<lead, share: 1.5, isTitle: false, isLead: true)
        read(body, lead..<upper, share: 1, isTitle: false, isLead: false)
        read(body, upper..<end, share: 0.6, isTitle: false, isLead: false)
        features.terms = table.heaviest(Self.terms)
        Self.rise(&numbers)
        features.numbers = numbers
        features.formula = formula.formula
        features.day = published.map { Int32(clamping: $0.dayNumber) } ?? .min
        let leadEnd = lead > 0 ? Int(body.words[lead - 1].end) : 0
        add(findings, leadEnd: leadEnd, to: &features)
        return features
    }

    private func add(_ findings: borrowing Findings, leadEnd: Int, to features: inout StoryFeatures)
    {
        features.places.reserveCapacity(Self.names)
        for index in findings.places.indices.prefix(Self.names) {
            let hash = Self.hash(findings.places[index].ref)
            features.places.append(hash)
            if findings.places[index].mentions.contains(where: { $0.start < leadEnd }) {
                features.leadPlaces.append(hash)
            }
        }
        features.people.reserveCapacity(Self.names)
        for index in findings.people.indices.prefix(Self.names) {
            let hash = Self.hash(findings.people[index].ref)
            features.people.append(hash)
            if findings.people[index].mentions.contains(where: { $0.span.start < leadEnd }) {
                features.leadPeople.append(hash)
            }
        }
        Self.rise(&features.places)
        Self.rise(&features.leadPlaces)
        Self.rise(&features.people)
        Self.rise(&features.leadPeople)
        // By index: a copy of an event is a dozen references more to count.
        for index in findings.events.indices where findings.events[index].role == .main {
            guard let series = findings.events[index].series,
                let ordinal = findings.events[index].ordinal
            else { continue }
            features.event = StoryFeatures.EventKey(
                series: WordHash.join([Self.longHash(series), UInt64(ordinal)]),
                day: findings.events[index].from.map { Int32(clamping: $0.dayNumber) } ?? .min,
                place: findings.events[index].place.map(Self.hash) ?? 0)
            return
        }
    }

    /// Puts them in order, each once, and keeps the first.
    private static func rise(_ values: inout [UInt32]) {
        values.sort()
        var end = 0
        for index in values.indices where end == 0 || values[index] != values[end - 1] {
            values[end] = values[index]
            end += 1
        }
        values.removeLast(values.count - min(end, names))
    }

    private static func hash(_ ref: String) -> UInt32 {
        // 0 says "unknown".
        UInt32(truncatingIfNeeded: longHash(ref) >> 32) | 1
    }

    private static func longHash(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { WordHash.join($0.lazy.map(UInt64.init)) }
    }
}

/// Counts the stems of a text.
private struct TermTable {
    private struct Term {
        let stem: UInt64
        var count: Float
        let halfBits: UInt8
        var isInTitle: Bool
    }

    /// Each stem once, in the order of the text.
    private var terms: [Term] = []
    /// The number of each stem's term, from 1: open addressing.
    private var slots: [UInt16]

    init(slots count: Int) {
        slots = Array(repeating: 0, count: count)
        terms.reserveCapacity(256)
    }

    mutating func add(_ word: StemmedWord, share: Float, isTitle: Bool) {
        // A headline of a thousand words is none: the table never fills up.
        guard terms.count < slots.count / 2 else { return }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: word.stem >> 1) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if terms[index].stem == word.stem {
                terms[index].count += share
                if isTitle { terms[index].isInTitle = true }
                return
            }
            slot = (slot + 1) & mask
        }
        terms.append(
            Term(
                stem: word.stem, count: share, halfBits: UInt8(truncatingIfNeeded: word.halfBits),
                isInTitle: isTitle))
        slots[slot] = UInt16(truncatingIfNeeded: terms.count)
    }

    /// The heaviest terms, heaviest first; of equals the one with the smaller stem.
    func heaviest(_ limit: Int) -> [StoryFeatures.Term] {
        // Weight, stem and place in one number, the lowest of the heaviest.
        var best = [UInt64](repeating: .max, count: limit)
        var ranks = best.mutableSpan
        for place in terms.indices {
            let rank =
                UInt64(UInt16.max - weight(of: terms[place])) << 48
                | (terms[place].stem >> 32) << 16 | UInt64(place)
            guard rank < ranks[unchecked: limit - 1] else { continue }
            var index = limit - 1
            while index > 0, rank < ranks[unchecked: index - 1] {
                ranks[unchecked: index] = ranks[unchecked: index - 1]
                index -= 1
            }
            ranks[unchecked: index] = rank
        }
        return best.prefix(terms.count).map { rank in
            let term = terms[Int(rank & 0xFFFF)]
            return StoryFeatures.Term(
                stem: UInt32(truncatingIfNeeded: term.stem >> 32),
                weight: UInt16.max - UInt16(truncatingIfNeeded: rank >> 48),
                halfBits: term.halfBits, isInTitle: term.isInTitle)
        }
    }

    private func weight(of term: Term) -> UInt16 {
        let bits = Float(term.halfBits) / 2
        let weight = bits * (term.count >= 1 ? 1 + Self.log2(term.count) : term.count)
        return UInt16(min(weight * 64, 65_535))
    }

    /// The logarithm to a sixteenth: counts are small, and a table is the same on every machine.
    private static func log2(_ count: Float) -> Float {
        let whole = Float(count.exponent)
        return whole + (count.significand - 1)
    }
}
