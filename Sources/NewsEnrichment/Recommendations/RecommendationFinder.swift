internal import ArabicDates

/// Finds what is to be done, by those who met or decided.
///
/// A verb of recommending, agreeing, asking or deciding opens it, whose subject is a body, an office or a
/// group; what is to be done is a verbal noun. It ends with its sentence, or where another is told.
struct RecommendationFinder: Sendable {
    /// Adds to `findings` the recommendations.
    ///
    /// - Parameter speakers: Who can speak in the body, if that is known.
    func find(
        in words: ArticleWords, speakers: SpeakerIndex? = nil, findings: inout Findings
    ) {
        let text = words.body
        // Most articles have none.
        let mayHave = words.cues.contains {
            !text.words[$0].anySenses.isDisjoint(with: RecommendationPass.verbs)
        }
        guard mayHave else { return }
        var pass = RecommendationPass(
            subjects: SubjectReader(
                text: text, index: speakers ?? SpeakerIndex(of: findings, in: text)))
        pass.run(words.cues)
        findings.recommendations = pass.recommendations(times: findings.times)
    }
}

/// One reading of a text.
struct RecommendationPass {
    private let subjects: SubjectReader
    private var text: NewsText { subjects.text }
    private var items: [Item] = []
    /// The word before which everything was read.
    private var readUntil = 0

    /// Something to be done, with what is known of it so far.
    private struct Item {
        let words: Range<Int>
        let cut: Int
        let kind: Recommendation.Kind
        var parts: [Range<Int>]
        let rule: String
        let cue: Int
    }

    init(subjects: SubjectReader) { self.subjects = subjects }

    /// Reads the whole text.
    ///
    /// - Parameter cues: The words that can open a recommendation, among others.
    mutating func run(_ cues: [Int]) {
        for word in cues where word >= readUntil {
            let here = text.words[word]
            guard !here.anySenses.isDisjoint(with: Self.verbs) else {
                continue
            }
            let number = text.sentence(of: word)
            if text.has(.recommendation, here) {
                readList(word, in: text.sentences[number], number)
            } else {
                readVerb(word, in: text.sentences[number], number)
            }
        }
    }

    // MARK: Verbs

    private mutating func readVerb(_ word: Int, in sentence: Range<Int>, _ number: Int) {
        let here = text.words[word]
        guard let reading = text.reading(of: here, in: Self.verbs),
            reading.proclitics.isDisjoint(with: .prepositions),
            let verb = RecommendVerbs.shared.verb(of: reading.hash)
        else { return }
        if word > sentence.lowerBound {
            let before = text.words[word - 1]
            // `التي اتفق فيها`, `كان قد قرر`: told of another time.
            guard before.senses.isDisjoint(with: .relative),
                !before.reportClass.contains(.negation), !before.reportClass.contains(.past)
            else { return }
            let isJoined = !reading.proclitics.isEmpty
            guard
                isJoined || verb.form == .participle || !before.isDefinite
                    || here.before.contains(.comma)
            else { return }
        }
        guard let start = complement(of: verb, at: word, limit: sentence.upperBound) else { return }
        add(from: start.word, cut: start.cut, in: sentence, number, verb.force, cue: word)
    }

    /// Where what is to be done begins.
    private func complement(
        of verb: RecommendVerb, at cue: Int, limit: Int
    ) -> (word: Int, cut: Int)? {
        var word = cue + 1
        if verb.form != .participle {
            guard let end = authority(after: cue, limit: limit, verb.force) else { return nil }
            word = end
        }
        let reach = min(limit, cue + 40)
        let first = word
        while word < reach {
            let here = text.words[word]
            if word > cue + 1, !here.before.isDisjoint(with: [.semicolon, .colon, .fullStop]) {
                return nil
            }
            if !here.senses.isDisjoint(with: [.sayingVerb, .sayingParticiple])
                || here.reportClass.contains(.clauseOpener)
            {
                return nil
            }
            // What a verb governs without a preposition stands right after the subject.
            let isNear = word == first || here.before.contains(.comma)
            if let start = opening(at: word, isNear ? verb.frame : verb.frame.subtracting(.object)),
                let action = action(from: start.word, cut: start.cut, limit: limit)
            {
                return action
            }
            word += 1
        }
        return nil
    }

    /// The word after a subject with authority; right after the verb if it has none and needs none.
    private func authority(after cue: Int, limit: Int, _ force: RecommendVerb.Force)
        -> Int?
    {
        guard cue + 1 < limit else { return nil }
        // تقرر has no subject at all.
        if text.words[cue].reportClass.contains(.passive) { return cue + 1 }
        let next = text.words[cue + 1]
        if next.before.isDisjoint(with: Marks.breaks.union(.openQuote)),
            let (subject, end) = subjects.subject(at: cue + 1, limit: limit, isAfterVerb: true)
        {
            switch subject {
            case .mention(let mention):
                return force != .decide || mention.kind != .name ? end : nil
            case .words(let range):
                let head = text.words[range.lowerBound]
                return head.anySenses.isDisjoint(with: Self.authorities)
                    && !head.reportClass.contains(.participant) ? nil : end
            }
        }
        return nil
    }

    /// Where what is to be done begins if its preposition stands here.
    private func opening(at word: Int, _ frame: SayingFrame) -> (word: Int, cut: Int)? {
        let here = text.words[word]
        if frame.contains(.ila), here.hash == ReportWords.to { return (word + 1, 0) }
        if frame.contains(.ala), here.hash == ReportWords.upon { return (word + 1, 0) }
        if frame.contains(.ba),
            let reading = text.readings(of: here).first(where: { $0.proclitics == .ba }),
            !reading.reportClass.isDisjoint(with: [.action, .weight])
        {
            return (word, Int(reading.cut))
        }
        if frame.contains(.object), here.reportClass.contains(.action) { return (word, 0) }
        return nil
    }

    /// The verbal noun at or soon after a word: `أهمية تنظيم` and `العمل على خلق` begin with the second.
    private func action(from start: Int, cut: Int, limit: Int) -> (word: Int, cut: Int)? {
        var (word, cut) = (start, cut)
        while word < limit {
            let here = text.words[word]
            guard here.before.isDisjoint(with: Marks.breaks) || word == start else { return nil }
            let reading = text.readings(of: here).first { Int($0.cut) == cut }
            guard let reading else { return nil }
            if reading.reportClass.contains(.weight) {
                word += 1
                cut = 0
                if word < limit, text.words[word].hash == ReportWords.upon { word += 1 }
                continue
            }
            return reading.reportClass.contains(.action) ? (word, cut) : nil
        }
        return nil
    }

    // MARK: Lists

    /// `وهمت هذه التوصيات، …، الدعوة إلى إحداث لجنة`: a list whose verb stands before the noun.
    private mutating func readList(_ noun: Int, in sentence: Range<Int>, _ number: Int) {
        let first = max(sentence.lowerBound, noun - 3)
        guard
            (first..<noun).contains(where: { word in
                text.readings(of: text.words[word]).contains { $0.reportClass.contains(.content) }
            })
        else { return }
        var word = noun + 1
        let reach = min(sentence.upperBound, noun + 40)
        while word < reach {
            let here = text.words[word]
            if here.reportClass.contains(.call), word + 2 < sentence.upperBound,
                text.words[word + 1].hash == ReportWords.to,
                let start = action(from: word + 2, cut: 0, limit: sentence.upperBound)
            {
                return add(
                    from: start.word, cut: start.cut, in: sentence, number, .recommend, cue: noun)
            }
            if here.before.contains(.colon) || here.before.contains(.comma),
                here.reportClass.contains(.action)
            {
                return add(from: word, cut: 0, in: sentence, number, .recommend, cue: noun)
            }
            word += 1
        }
    }

    // MARK: Items

    /// Adds what begins at a word, and what is told beside it: `بالإضافة إلى إنشاء`.
    private mutating func add(
        from start: Int, cut: Int, in sentence: Range<Int>, _ number: Int,
        _ force: RecommendVerb.Force, cue: Int
    ) {
        var (word, cut) = (start, cut)
        while true {
            let (end, next) = self.end(of: word..<sentence.upperBound)
            let words = word..<end
            let kind = kind(of: words, cut: cut, force)
            var item = Item(
                words: words, cut: cut, kind: kind, parts: [], rule: force.rule,
                cue: cue)
            if next == nil, kind == .create { item.parts = parts(after: number) }
            items.append(item)
            readUntil = max(readUntil, end)
            guard let next else { break }
            (word, cut) = (next, 0)
        }
    }

    /// Where an item ends, and where the next one begins if it is joined to it.
    private func end(of words: Range<Int>) -> (end: Int, next: Int?) {
        var word = words.lowerBound + 1
        while word < words.upperBound {
            let here = text.words[word]
            let isBreak = !here.before.isDisjoint(with: [.comma, .semicolon, .fullStop])
            if here.before.contains(.semicolon) { return (word, nil) }
            if isBreak, !here.anySenses.isDisjoint(with: Self.enders) { return (word, nil) }
            if here.senses.contains(.sayingParticiple) || here.hash == Self.andThat {
                return (word, nil)
            }
            if let after = joint(at: word, limit: words.upperBound) {
                return (word, action(from: after, cut: 0, limit: words.upperBound)?.word)
            }
            word += 1
        }
        return (words.upperBound, nil)
    }

    /// The word after `بالإضافة إلى` or `فضلا عن` after a comma.
    private func joint(at word: Int, limit: Int) -> Int? {
        let here = text.words[word]
        guard here.before.contains(.comma), here.reportClass.contains(.joint), word + 2 < limit
        else {
            return nil
        }
        return text.words[word + 1].reportClass.contains(.jointEnd) ? word + 2 : nil
    }

    /// What is made of several bodies: `يتعلق الأمر باللجنة …، واللجنة …، فضلا عن اللجنة …` in the next
    /// sentence.
    private func parts(after number: Int) -> [Range<Int>] {
        guard number + 1 < text.sentences.count else { return [] }
        let sentence = text.sentences[number + 1]
        guard
            let concern = (sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + 10))
                .first(where: { word in
                    text.readings(of: text.words[word]).contains {
                        $0.reportClass.contains(.concern)
                    }
                }),
            concern + 2 < sentence.upperBound,
            let head = bodyHead(at: concern + 2)
        else { return [] }
        var parts: [Range<Int>] = []
        var start = concern + 2
        for word in concern + 3..<sentence.upperBound where text.words[word].before.contains(.comma)
        {
            if bodyHead(at: word) == head {
                parts.append(start..<word)
                start = word
            } else if let after = joint(at: word, limit: sentence.upperBound),
                bodyHead(at: after) == head
            {
                parts.append(start..<word)
                start = after
            }
        }
        guard !parts.isEmpty else { return [] }
        parts.append(start..<sentence.upperBound)
        return parts
    }

    /// The hash of a body noun with its article, whatever is written before it.
    private func bodyHead(at word: Int) -> UInt64? {
        text.reading(of: text.words[word], as: .bodyNoun)?.hash
    }

    private func kind(
        of words: Range<Int>, cut: Int, _ force: RecommendVerb.Force
    ) -> Recommendation.Kind {
        switch force {
        case .agree: return .agreement
        case .request: return .request
        case .decide: return .decision
        case .recommend: break
        }
        let first = text.readings(of: text.words[words.lowerBound]).first { Int($0.cut) == cut }
        let next = words.dropFirst().prefix(2)
        if let first, first.reportClass.contains(.creation),
            next.contains(where: { text.words[$0].reportClass.contains(.bodyNoun) })
        {
            return .create
        }
        let isPlan = next.contains { text.words[$0].reportClass.contains(.planNoun) }
        return isPlan ? .plan : .request
    }

    // MARK: Results

    /// The findings, numbered in the order of the text.
    func recommendations(times: [TimeMention]) -> [Recommendation] {
        var found: [Recommendation] = []
        found.reserveCapacity(items.reduce(items.count) { $0 + $1.parts.count })
        for (index, item) in items.enumerated() {
            let id = "r" + String(index + 1)
            let span = text.span(item.words, cut: item.cut)
            let reason = Reason(item.rule, text.span(item.cue..<item.cue + 1))
            let time = times.first {
                $0.expression.start >= span.start && $0.expression.end <= span.end
                    && $0.expression.type == .date
            }
            found.append(
                Recommendation(
                    id: id, span: span, kind: item.kind, what: what(item),
                    time: time?.expression.value,
                    parts: item.parts.indices.map { id + "." + String($0 + 1) }, partOf: nil,
                    ordinal: nil,
                    reason: reason))
            for (number, part) in item.parts.enumerated() {
                found.append(
                    Recommendation(
                        id: id + "." + String(number + 1),
                        span: text.span(part, cut: partCut(part.lowerBound)),
                        kind: item.kind, what: nil, time: nil, parts: [], partOf: id,
                        ordinal: number + 1, reason: Reason("recommendation.part")))
            }
        }
        return found
    }

    /// How much of a part's first word is written before it: ب of باللجنة, و of واللجنة.
    private func partCut(_ word: Int) -> Int {
        text.reading(of: text.words[word], as: .bodyNoun).map { Int($0.cut) } ?? 0
    }

    private func what(_ item: Item) -> String? {
        guard item.kind == .create else { return nil }
        let words = item.words.prefix(5)
        func has(_ hash: UInt64) -> Bool { words.contains { text.words[$0].hash == hash } }
        if words.contains(where: { text.words[$0].reportClass.contains(.committees) }) {
            guard has(Self.sub) else { return "committees" }
            return has(Self.technical) ? "technicalSubcommittees" : "subcommittees"
        }
        guard has(Self.committee) else { return nil }
        let follows = words.contains { word in
            text.readings(of: text.words[word]).contains { $0.reportClass.contains(.following) }
        }
        return follows ? "followUpCommittee" : "committee"
    }

    /// The words that open a recommendation.
    static let verbs: Senses = [.recommendVerb, .decisionVerb]
    private static let authorities: Senses = [
        .orgTrigger, .officeNoun, .officePlural, .groupNoun, .orgName, .knownPerson, .eventNoun,
    ]
    private static let enders: Senses = [
        .sayingVerb, .sayingParticiple, .recommendVerb, .decisionVerb, .accordingTo,
    ]
    private static let andThat = WordHash.of("وذلك")
    private static let committee = WordHash.of("لجنة")
    private static let sub = WordHash.of("فرعية")
    private static let technical = WordHash.of("تقنية")

}
