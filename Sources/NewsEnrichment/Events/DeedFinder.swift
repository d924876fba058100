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

    /// Adds bodies founded and agreements made.
    ///
    /// - Parameter cues: The words that an event's verb can be, among others.
    func add(at cues: [Int], _ findings: borrowing Findings, to events: inout EventCandidates) {
        guard !entities.organisations.isEmpty else { return }
        let words = text.words.span
        for index in cues where words[index].anySenses.contains(.eventVerb) {
            if has(words[index], in: lexicon.founding) {
                addFounding(at: index, findings, to: &events)
            }
            if has(words[index], in: lexicon.signing) {
                addAgreement(at: index, findings, to: &events)
            }
        }
    }

    private func has(_ word: Word, in words: WordSet) -> Bool {
        guard let reading = text.reading(of: word, in: .eventVerb) else { return false }
        return words.contains(reading.hash)
            || text.readings(of: word).contains {
                words.contains($0.hash) && $0.proclitics.isDisjoint(with: .prepositions)
            }
    }

    private func addFounding(
        at index: Int, _ findings: borrowing Findings, to events: inout EventCandidates
    ) {
        let sentence = text.sentences[text.sentence(of: index)]
        // The body stands right before the verb, or right after it.
        let body =
            organisations(before: index).last { $0.words.upperBound == index }
            ?? entities.organisations.beginning(in: index + 1..<index + 2).first
        guard let body, body.words.upperBound == index || !hasObject(after: body.words.upperBound)
        else { return }
        let end = min(sentence.upperBound, max(index, body.words.upperBound) + Self.reach)
        guard let time = time(after: index, end, findings) else { return }
        var agents: [String] = []
        addAgents(after: index, end, besides: body.index, findings, to: &agents)
        let place = place(near: time, index..<end)
        let words =
            min(
                body.words.lowerBound, index)..<max(
                time.words.upperBound, place?.words.upperBound ?? 0)
        let id = events.string {
            $0.append("event:تاسيس-")
            $0.append(findings.organisations[body.index].ref, from: 4)
        }
        let name = events.string {
            $0.append("تأسيس ")
            $0.append(findings.organisations[body.index].name)
        }
        add(
            id: id, name: name, at: time.index, place: place?.index, agents: agents, words: words,
            rule: "event.founding", findings, to: &events)
    }

    /// Bodies that begin not long before a word.
    private func organisations(before index: Int) -> ArraySlice<EventEntities.Item> {
        entities.organisations.beginning(in: max(0, index - 40)..<index)
    }

    /// «أحدثت الشركة فرعا»: an object follows the body, which then is who founds.
    private func hasObject(after index: Int) -> Bool {
        var index = index
        while let time = entities.times.beginning(in: index..<index + 1).first {
            index = time.words.upperBound
        }
        guard index < text.words.count else { return false }
        let word = text.words[index]
        return word.kind == .arabic && word.before.isDisjoint(with: .breaks) && !word.isDefinite
            && word.anySenses.isDisjoint(
                with: Senses.functionWords.union([.timeNoun, .numberWord, .month, .direction]))
    }

    private func addAgreement(
        at index: Int, _ findings: borrowing Findings, to events: inout EventCandidates
    ) {
        let sentence = text.sentences[text.sentence(of: index)]
        var noun = index + 1
        // «توقيع اتفاقية», «أبرمت المديرية اتفاقا»: the bodies may stand between.
        if let body = entities.organisations.beginning(in: noun..<noun + 1).first {
            noun = body.words.upperBound
        } else if noun < text.words.count,
            lexicon.agreements.contains(text.words[noun].hash) == false,
            lexicon.agreements.contains(text.words[max(0, index - 1)].hash)
        {
            // «الاتفاقية الموقعة».
            noun = index - 1
        }
        guard noun < sentence.upperBound, lexicon.agreements.contains(text.words[noun].hash) else {
            return
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
        guard let time = time(after: noun, end, findings) else { return }
        var agents: [String] = []
        if let subject = organisations(before: index).last(where: {
            $0.words.upperBound <= index && index - $0.words.upperBound <= 4
                && $0.words.lowerBound >= sentence.lowerBound
        }) ?? entities.organisations.beginning(in: index + 1..<index + 2).first {
            agents.append(findings.organisations[subject.index].ref)
        }
        addAgents(after: nameEnd - 1, end, besides: nil, findings, to: &agents)
        guard agents.count > 1 else { return }
        let field = field(after: nameEnd, end)
        let name = events.string { name in
            name += text.bytes(of: noun..<nameEnd)
            guard let field else { return }
            name.append(" في مجال ")
            name += text.bytes(of: field)
        }
        let id = events.string { id in
            id.append("event:")
            text.appendKey(noun..<nameEnd, to: &id)
            if let field {
                id.append(UInt8(ascii: "-"))
                text.appendKey(field, to: &id)
            }
            let date = findings.times[time.index].expression.value.utf8
            guard date.first != UInt8(ascii: "X") else { return }
            id.append(UInt8(ascii: "/"))
            id += date.prefix { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: "/") }
        }
        add(
            id: id, name: name, at: time.index, place: nil, agents: agents, words: noun..<nameEnd,
            rule: "event.agreement", findings, to: &events)
    }

    /// The first date soon after; a year at least.
    private func time(
        after index: Int, _ end: Int, _ findings: borrowing Findings
    ) -> EventEntities.Item? {
        let times = findings.times
        return entities.times.beginning(in: index + 1..<max(index + 1, end)).first { item in
            guard item.words.upperBound <= end, times[item.index].expression.type == .date else {
                return false
            }
            let granularity = times[item.index].expression.granularity
            return granularity != .decade && granularity != .century
        }
    }

    /// Adds bodies after بمبادرة من, بين or مع, joined by و, each once.
    private func addAgents(
        after index: Int, _ end: Int, besides body: Int?, _ findings: borrowing Findings,
        to agents: inout [String]
    ) {
        var next = 0
        for item in entities.organisations.beginning(in: index + 1..<max(index + 1, end))
        where item.index != body {
            let first = item.words.lowerBound
            let isIntroduced = (max(0, first - 2)..<first).contains { place in
                Self.with.contains(text.words[place].hash)
            }
            let isJoined =
                first == next && text.letters(of: text.words[first]).first == Letter.waw
            guard isIntroduced || isJoined else { continue }
            next = item.words.upperBound
            let agent = findings.organisations[item.index].ref
            if !agents.contains(where: agent.isSame) { agents.append(agent) }
        }
    }

    /// A place beside the time: «في نونبر بمدينة قرطبة».
    private func place(near time: EventEntities.Item, _ range: Range<Int>) -> EventEntities.Item? {
        entities.places.beginning(in: range).first { item in
            abs(item.words.lowerBound - time.words.upperBound) <= 3
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

    private func add(
        id: String, name: String, at time: Int, place: Int?, agents: [String],
        words: Range<Int>, rule: String, _ findings: borrowing Findings,
        to events: inout EventCandidates
    ) {
        var dates = EventDates()
        dates.add(time, of: findings.times, verb: nil)
        let span = text.span(words)
        events.append(
            NewsEvent(
                id: id, name: name, series: nil,
                ordinal: nil, from: dates.from, to: dates.to, value: dates.value, mod: dates.mod,
                standalone: nil, place: place.map { findings.places[$0].ref }, organiser: nil,
                agents: agents, theme: nil, status: .concluded,
                role: words.lowerBound < Self.leadWords ? .main : .background,
                evidence: [span], reason: Reason(rule, span)),
            first: words.lowerBound, place: place)
    }
}

extension NewsText {
    /// The bytes of some words, with what stands between.
    fileprivate func bytes(of words: Range<Int>) -> ArraySlice<UInt8> {
        utf8[
            Int(
                self.words[words.lowerBound].startByte)..<Int(
                    self.words[words.upperBound - 1].endByte)]
    }

    /// Adds the key form of some words with hyphens between them.
    fileprivate func appendKey(_ words: Range<Int>, to bytes: inout [UInt8]) {
        for index in words {
            if index > words.lowerBound { bytes.append(UInt8(ascii: "-")) }
            bytes.append(letters: letters(of: self.words[index]))
        }
    }
}
