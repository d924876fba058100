/// Tells who speaks: keeps in mind who spoke before, and makes refs for who is only described.
struct SpeakerResolver: Sendable {
    /// A speaker, how that stands in the text, and whether it is only implied.
    typealias Found = (speaker: Speaker, form: Quotation.SpeakerForm, isImplied: Bool)

    /// Subjects before their verb.
    let earlier: SubjectBeforeVerb
    private var text: NewsText { earlier.subjects.text }
    private var index: SpeakerIndex { earlier.subjects.index }

    /// Speakers that are described and not named: مصدر أمني.
    private(set) var describedSpeakers: [OfficeMention] = []
    private var memory = SpeakerMemory()
    /// Who acted in the sentence before, and in this one.
    private var topic: Speaker?
    private var nextTopic: Speaker?
    /// Who spoke in the sentence so far.
    var sentenceSpeaker: Speaker?

    init(earlier: SubjectBeforeVerb) { self.earlier = earlier }

    /// Begins a sentence.
    mutating func beginSentence() {
        sentenceSpeaker = nil
        topic = nextTopic
        nextTopic = nil
    }

    /// Ends a sentence: where nobody spoke yet, who acted in it may speak in the next.
    mutating func endSentence(_ sentence: Range<Int>) {
        nextTopic = memory.latest == nil ? earlier.actor(in: sentence) : nil
    }

    /// Notes that somebody spoke.
    mutating func note(
        _ speaker: Speaker, named subject: SubjectReader.Subject?,
        _ agreement: SayingVerb.Agreement?
    ) {
        memory.note(speaker, heads: heads(of: subject), agreement)
    }

    /// Who speaks, how that stands in the text, and whether it is only implied.
    mutating func speaker(
        of report: ReportReader.Report, _ verb: SayingVerb, at cue: Int, in sentence: Range<Int>,
        isStart: Bool
    ) -> Found? {
        if let subject = report.subject {
            return known(subject).map { ($0.0, $0.1, false) }
        }
        if verb.form == .participle {
            let found =
                sentenceSpeaker ?? earlier.subject(of: sentence, before: cue, verb.agreement)
                ?? earlier.phrase(of: sentence, before: cue, verb.agreement)
                .flatMap { described($0)?.0 }
                ?? (earlier.startsWithoutSubject(sentence, before: cue)
                    ? memory.last(verb.agreement) : nil)
            return found.map { ($0, .implied, true) }
        }
        if earlier.isTherein(cue, limit: sentence.upperBound) {
            return (sentenceSpeaker ?? earlier.subject(of: sentence, before: cue, verb.agreement))
                .map { ($0, .implied, true) }
        }
        if let (mention, isRelative) = earlier.before(cue, in: sentence) {
            guard let mention else { return isRelative ? nil : implied(verb) }
            return known(.mention(mention)).map { ($0.0, $0.1, false) }
        }
        if !isStart || text.words[max(cue - 1, 0)].reportClass.contains(.already),
            let range = earlier.phrase(before: cue, in: sentence)
        {
            return described(range).map { ($0.0, $0.1, false) }
        }
        guard isStart else { return nil }
        if let doer = doer(verb, before: cue, in: sentence) { return doer }
        return implied(verb) ?? actor(verb, before: cue, in: sentence)
    }

    /// `وتستبعد الوزارة الخفض وقالت إن`: who acts in the sentence goes on to speak in it, rather than
    /// who spoke in one before.
    private mutating func doer(
        _ verb: SayingVerb, before cue: Int, in sentence: Range<Int>
    ) -> Found? {
        guard sentenceSpeaker == nil, verb.form == .perfect, cue > sentence.lowerBound + 1,
            text.letters(of: text.words[cue]).first == Letter.waw,
            text.words[cue].before.isDisjoint(with: .fullStop)
        else { return nil }
        if verb.agreement != .plural,
            let here = earlier.subject(of: sentence, before: cue, verb.agreement)
        {
            let isSure = here.isPerson || implied(verb) == nil && verb.agreement == .feminine
            return isSure ? (here, .implied, true) : nil
        }
        guard verb.agreement == .plural || implied(verb) == nil,
            let range = earlier.phrase(of: sentence, before: cue, verb.agreement)
        else { return nil }
        // `وجهت الهيئة انتقادات`: the object is no part of the subject.
        var end = range.lowerBound + 1
        if text.words[range.lowerBound].isDefinite {
            while end < range.upperBound, text.words[end].isDefinite { end += 1 }
        } else {
            end = range.upperBound
        }
        return described(range.lowerBound..<end).map { ($0.0, .implied, true) }
    }

    /// Nobody spoke before: who acts in this sentence or acted in the one before, if a person.
    private func actor(
        _ verb: SayingVerb, before cue: Int, in sentence: Range<Int>
    ) -> Found? {
        guard memory.latest == nil, verb.form == .perfect, verb.agreement != .plural else {
            return nil
        }
        let here =
            cue > sentence.lowerBound + 1
            ? earlier.subject(of: sentence, before: cue, verb.agreement) : nil
        guard let actor = here ?? topic, actor.isPerson,
            actor.agreement ?? verb.agreement == verb.agreement
        else { return nil }
        return (actor, .implied, true)
    }

    private func implied(_ verb: SayingVerb) -> Found? {
        if verb.form == .imperfect, verb.frame.contains(.impersonal) { return nil }
        return memory.last(verb.agreement).map { ($0, .implied, true) }
    }

    /// The speaker that a subject names.
    mutating func known(
        _ subject: SubjectReader.Subject
    ) -> (Speaker, Quotation.SpeakerForm)? {
        switch subject {
        case .mention(let mention):
            let isName = mention.kind == .name || mention.kind == .organisation
            return (index.speaker(of: mention), isName ? .name : .role)
        case .words(let range): return described(range)
        }
    }

    /// The speaker that a noun phrase describes: one who spoke before, or one described only here.
    private mutating func described(_ range: Range<Int>) -> (Speaker, Quotation.SpeakerForm)? {
        let first = text.words[range.lowerBound]
        if first.reportClass.contains(.courtesy) {
            return (memory.lastPerson ?? memory.latest ?? onlyPerson(before: range.lowerBound))
                .map { ($0, .role) }
        }
        if first.isDefinite, first.reportClass.contains(.source) || text.has(.paper, first),
            let latest = memory.latest
        {
            return (latest, .role)
        }
        if first.isDefinite, range.count <= 2 {
            let head = text.head(of: range.lowerBound)
            if let speaker = memory.speaker(called: head) { return (speaker, .role) }
            if let mention = index.mentions.last(where: {
                $0.kind != .name && $0.words.lowerBound < range.lowerBound
                    && text.head(of: $0.words.lowerBound) == head
            }) {
                return (index.speaker(of: mention), .role)
            }
        }
        if let speaker = index.speaker(described: range, in: text) { return speaker }
        let span = text.span(range)
        let key = text.key(range).replacingSpaces()
        let ref = "role:" + key
        // `تونر` after `مارك تونر المتحدث باسم الوزارة`; but مصدر is not the مصدر أمني of before.
        let isKnown =
            first.isDefinite
            || first.senses.isUnlisted && first.reportClass.isEmpty && first.letterCount > 2
        if isKnown,
            let same = describedSpeakers.suffix(Self.lookBack).last(where: {
                $0.ref != ref && "\($0.ref)-".contains("\(first.isDefinite ? "" : "-")\(key)-")
            })
        {
            return (Speaker(ref: same.ref, isPerson: false), .role)
        }
        if !describedSpeakers.contains(where: { $0.ref.isSame(as: ref) }) {
            describedSpeakers.append(
                OfficeMention(
                    span: span, organisation: nil, ref: ref, reason: Reason("quotation.speaker")))
        }
        return (Speaker(ref: ref, isPerson: false), .role)
    }

    /// How many of those described a shorter form may mean.
    private static let lookBack = 32

    /// The person named before a word, if only one was.
    private func onlyPerson(before word: Int) -> Speaker? {
        let named = index.mentions.prefix { $0.words.upperBound <= word }.filter(\.isPerson)
        guard let first = named.first, named.allSatisfy({ $0.ref == first.ref }) else { return nil }
        return index.speaker(of: first)
    }

    /// The nouns that name a speaker: the first one, and of a phrase that may be a name its last.
    private func heads(of subject: SubjectReader.Subject?) -> (UInt64, UInt64)? {
        switch subject {
        case .mention(let mention):
            guard mention.kind != .name else { return nil }
            let head = text.head(of: mention.words.lowerBound)
            return (head, head)
        case .words(let range):
            return (text.head(of: range.lowerBound), text.head(of: range.upperBound - 1))
        case nil: return nil
        }
    }
}

extension String {
    /// The key form of a phrase as part of a ref.
    fileprivate func replacingSpaces() -> String {
        String(decoding: utf8.map { $0 == 0x20 ? 0x2D : $0 }, as: UTF8.self)
    }
}
