internal import ArabicDates

/// Finds what bodies did: founded another («اللجنة تأسست في …»), made an agreement («أبرمت اتفاق تعاون
/// مع … في …»). Each needs its body and its time.
struct DeedFinder {
    let text: NewsText
    let entities: EventEntities
    let lexicon: EventLexicon

    /// How far a time may stand after the verb.
    private static let reach = 22
    private static let leadWords = 45
    private static let with = WordSet("بمبادرة مع بين")
    private static let inWord = WordHash.of("في")
    private static let fields = WordSet("مجال ميدان مجالات")

    /// Adds bodies founded, then agreements made.
    ///
    /// - Parameter verbs: The words that an event's verb can be.
    func add(
        at verbs: [Int], _ findings: Findings, to events: inout [(first: Int, event: NewsEvent)]
    ) {
        guard !entities.organisations.isEmpty else { return }
        for index in verbs where has(text.words[index], in: lexicon.founding) {
            if let founding = founding(at: index, findings) { events.append(founding) }
        }
        for index in verbs where has(text.words[index], in: lexicon.signing) {
            if let agreement = agreement(at: index, findings) { events.append(agreement) }
        }
    }

    private func has(_ word: Word, in words: WordSet) -> Bool {
        guard let reading = text.reading(of: word, in: .eventVerb) else { return false }
        return words.contains(reading.hash)
            || text.readings(of: word).contains {
                words.contains($0.hash) && $0.proclitics.isDisjoint(with: .prepositions)
            }
    }

    private func founding(
        at index: Int, _ findings: Findings
    ) -> (first: Int, event: NewsEvent)? {
        let sentence = text.sentences[text.sentence(of: index)]
        // The body stands right before the verb, or right after it.
        let body =
            entities.organisations.last { $0.words.upperBound == index }
            ?? entities.organisations.first { $0.words.lowerBound == index + 1 }
        guard let body, body.words.upperBound == index || !hasObject(after: body.words.upperBound)
        else { return nil }
        let end = min(sentence.upperBound, max(index, body.words.upperBound) + Self.reach)
        guard let time = time(after: index, end, findings) else { return nil }
        let agents = agents(after: index, end, besides: body.index, findings)
        let place = place(near: time, index..<end)
        let organisation = findings.organisations[body.index]
        let expression = findings.times[time.index].expression
        let words =
            min(
                body.words.lowerBound, index)..<max(
                time.words.upperBound, place?.words.upperBound ?? 0)
        return (
            words.lowerBound,
            event(
                id: "event:تاسيس-" + Substring(organisation.ref.utf8.dropFirst(4)),
                name: "تأسيس " + organisation.name, at: expression,
                place: place.map { findings.places[$0.index].ref }, agents: agents, words: words,
                rule: "event.founding")
        )
    }

    /// «أحدثت الشركة فرعا»: an object follows the body, which then is who founds.
    private func hasObject(after index: Int) -> Bool {
        if let time = entities.times.first(where: { $0.words.lowerBound == index }) {
            return hasObject(after: time.words.upperBound)
        }
        guard index < text.words.count else { return false }
        let word = text.words[index]
        return word.kind == .arabic && word.before.isDisjoint(with: .breaks) && !word.isDefinite
            && word.anySenses.isDisjoint(
                with: Senses.functionWords.union([.timeNoun, .numberWord, .month, .direction]))
    }

    private func agreement(
        at index: Int, _ findings: Findings
    ) -> (first: Int, event: NewsEvent)? {
        let sentence = text.sentences[text.sentence(of: index)]
        var noun = index + 1
        // «توقيع اتفاقية», «أبرمت المديرية اتفاقا»: the bodies may stand between.
        if let body = entities.organisations.first(where: { $0.words.lowerBound == noun }) {
            noun = body.words.upperBound
        } else if noun < text.words.count,
            lexicon.agreements.contains(text.words[noun].hash) == false,
            lexicon.agreements.contains(text.words[max(0, index - 1)].hash)
        {
            // «الاتفاقية الموقعة».
            noun = index - 1
        }
        guard noun < sentence.upperBound, lexicon.agreements.contains(text.words[noun].hash) else {
            return nil
        }
        var nameEnd = noun + 1
        // «اتفاق تعاون», «اتفاقية الصيد البحري», «مذكرة تفاهم».
        while nameEnd < sentence.upperBound, nameEnd - noun < 5 {
            let word = text.words[nameEnd]
            guard word.before.isDisjoint(with: .breaks), word.kind == .arabic,
                word.senses.isDisjoint(with: Senses.functionWords.union([.timeNoun, .month])),
                nameEnd == noun + 1 || word.isDefinite,
                !entities.organisations.contains(where: { $0.words.contains(nameEnd) }),
                !entities.places.contains(where: { $0.words.contains(nameEnd) })
            else { break }
            nameEnd += 1
        }
        let end = min(sentence.upperBound, nameEnd + Self.reach)
        guard let time = time(after: noun, end, findings) else { return nil }
        var agents: [String] = []
        if let subject = entities.organisations.last(where: {
            $0.words.upperBound <= index && index - $0.words.upperBound <= 4
                && $0.words.lowerBound >= sentence.lowerBound
        }) ?? entities.organisations.first(where: { $0.words.lowerBound == index + 1 }) {
            agents.append(findings.organisations[subject.index].ref)
        }
        for agent in self.agents(after: nameEnd - 1, end, besides: nil, findings)
        where !agents.contains(agent) {
            agents.append(agent)
        }
        guard agents.count > 1 else { return nil }
        let field = field(after: nameEnd, end)
        var name = text.span(noun..<nameEnd).text
        var id = text.ref("event:", noun..<nameEnd)
        if let field {
            name += " في مجال " + text.span(field).text
            id = text.ref(id + "-", field)
        }
        let expression = findings.times[time.index].expression
        let date = expression.value.utf8.prefix {
            $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: "/")
        }
        return (
            noun,
            event(
                id: date.first == UInt8(ascii: "X") ? id : id + "/" + Substring(date), name: name,
                at: expression,
                place: nil, agents: agents, words: noun..<nameEnd,
                rule: "event.agreement")
        )
    }

    /// The first date soon after; a year at least.
    private func time(
        after index: Int, _ end: Int, _ findings: Findings
    ) -> EventEntities.Item? {
        entities.times.first { item in
            guard item.words.lowerBound > index, item.words.upperBound <= end else { return false }
            let time = findings.times[item.index].expression
            return time.type == .date && time.granularity != .decade && time.granularity != .century
        }
    }

    /// Bodies after بمبادرة من, بين or مع, joined by و.
    private func agents(
        after index: Int, _ end: Int, besides body: Int?, _ findings: Findings
    ) -> [String] {
        var agents: [String] = []
        var next = 0
        for item in entities.organisations
        where item.words.lowerBound > index && item.words.lowerBound < end && item.index != body {
            let first = item.words.lowerBound
            let isIntroduced = (max(0, first - 2)..<first).contains { place in
                Self.with.contains(text.words[place].hash)
            }
            let isJoined =
                first == next && text.letters(of: text.words[first]).first == Letter.waw
            guard isIntroduced || isJoined else { continue }
            agents.append(findings.organisations[item.index].ref)
            next = item.words.upperBound
        }
        return agents
    }

    /// A place beside the time: «في نونبر بمدينة قرطبة».
    private func place(near time: EventEntities.Item, _ range: Range<Int>) -> EventEntities.Item? {
        entities.places.first { item in
            range.contains(item.words.lowerBound)
                && abs(item.words.lowerBound - time.words.upperBound) <= 3
        }
    }

    /// «في مجال مكافحة الهجرة غير المشروعة»: the words after مجال.
    private func field(after index: Int, _ end: Int) -> Range<Int>? {
        guard
            let start = (index..<max(index, end - 2)).first(where: {
                text.words[$0].hash == Self.inWord && Self.fields.contains(text.words[$0 + 1].hash)
            })
        else { return nil }
        let first = start + 2
        var last = first
        while last < end, last - first < 5 {
            let word = text.words[last]
            guard word.before.isDisjoint(with: .breaks), word.kind == .arabic,
                word.isDefinite || last == first || Self.negation == word.hash
            else { break }
            last += 1
        }
        return last > first ? first..<last : nil
    }

    private static let negation = WordHash.of("غير")

    private func event(
        id: String, name: String, at time: TimeExpression, place: String?, agents: [String],
        words: Range<Int>, rule: String
    ) -> NewsEvent {
        var dates = EventDates()
        dates.add(time, verb: nil)
        let span = text.span(words)
        return NewsEvent(
            id: id, name: name, series: nil, ordinal: nil, from: dates.from, to: dates.to,
            value: dates.value, mod: dates.mod, standalone: nil, place: place,
            organiser: nil, agents: agents, theme: nil, status: .concluded,
            role: words.lowerBound < Self.leadWords ? .main : .background,
            evidence: [span], reason: Reason(rule, span))
    }
}
