/// One reading of a text from its first sentence to its last, with what is remembered on the way.
struct QuotationPass {
    let reader: ReportReader
    var text: NewsText { reader.subjects.text }
    var index: SpeakerIndex { reader.subjects.index }
    var quotes: QuotePairs { reader.quotes }

    private(set) var quotations: [Quotation] = []
    private(set) var impliedSubjects: [ImpliedSubject] = []
    var speakers: SpeakerResolver

    var open: OpenReport?
    /// The word before which everything was read, as a direct quotation outlasts its sentence.
    var readUntil = 0

    /// A report whose end is not known yet.
    struct OpenReport {
        let start: Int
        let kind: Quotation.Kind
        let speaker: Speaker
        let form: Quotation.SpeakerForm
        let cue: Int
        let rule: String
    }

    /// The words that can tell of saying or begin a sentence, among others, and the next to look at.
    private let cues: [Int]
    private var cue = 0

    init(text: NewsText, cues: [Int], findings: borrowing Findings) {
        self.cues = cues
        reader = ReportReader(
            quotes: QuotePairs(of: text, cues: cues),
            subjects: SubjectReader(text: text, index: SpeakerIndex(of: findings, in: text)))
        speakers = SpeakerResolver(earlier: SubjectBeforeVerb(subjects: reader.subjects))
        quotations.reserveCapacity(text.sentences.count)
        impliedSubjects.reserveCapacity(8)
    }

    /// Reads the whole text.
    mutating func run() {
        for sentence in text.sentences {
            speakers.beginSentence()
            readHeading(of: sentence)
            var start = sentence.lowerBound
            var word = nextCue(from: max(start, readUntil), to: sentence.upperBound)
            while word < sentence.upperBound {
                if word > sentence.lowerBound, reader.isSentenceStart(word) {
                    close(at: word)
                    speakers.sentenceSpeaker = nil
                    start = word
                }
                let senses = text.words[word].anySenses
                if !senses.isDisjoint(with: [.sayingVerb, .sayingParticiple]) {
                    readCue(word, in: start..<sentence.upperBound)
                } else if senses.contains(.accordingTo) {
                    readAttribution(word, limit: sentence.upperBound)
                }
                word = nextCue(from: max(word + 1, readUntil), to: sentence.upperBound)
            }
            speakers.endSentence(sentence)
            // A report that ends inside of quotation marks goes on to their end.
            if let open, let pair = quotes.pair(around: sentence.upperBound),
                pair.lowerBound > open.start, pair.lowerBound < sentence.upperBound
            {
                close(at: pair.upperBound, isSentenceEnd: true)
                readUntil = max(readUntil, pair.upperBound)
            } else {
                close(at: sentence.upperBound, isSentenceEnd: true)
            }
        }
    }

    /// The next word that tells of saying or may begin a sentence; `end` if none does. Ask it of later
    /// and later words.
    private mutating func nextCue(from start: Int, to end: Int) -> Int {
        let words = text.words.span
        while cue < cues.count, cues[cue] < end {
            let word = cues[cue]
            if word >= start,
                !words[word].anySenses.isDisjoint(with: Self.cueSenses)
                    || words[word].before.contains(.fullStop)
            {
                return word
            }
            cue += 1
        }
        return end
    }

    private static let cueSenses: Senses = [.sayingVerb, .sayingParticiple, .accordingTo]

    private mutating func readCue(_ word: Int, in sentence: Range<Int>) {
        let here = text.words[word]
        guard
            let reading = text.reading(of: here, in: [.sayingVerb, .sayingParticiple]),
            reading.proclitics.isDisjoint(with: .prepositions),
            let verb = SayingVerbs.shared.verb(of: reading.hash)
        else { return }
        let isJoined = !reading.proclitics.isEmpty
        if word > sentence.lowerBound {
            let before = text.words[word - 1].reportClass
            if before.contains(.negation) { return }
            if !isJoined, before.contains(.attribution) { return }
            // `أن يذكر`: what is to be said, not what was.
            if !isJoined, verb.form == .imperfect, before.contains(.clauseOpener),
                !opensClause(word)
            {
                return
            }
            // `دون ذكر مصدرها`: a noun.
            if !isJoined, verb.form == .perfect,
                before.isDisjoint(with: [.clauseOpener, .clauseStart]),
                let preposition = text.reading(of: text.words[word - 1], in: .preposition),
                preposition.proclitics.isDisjoint(with: .prepositions)
            {
                return
            }
        }
        if let pair = quotes.pair(around: word), open.map({ pair.lowerBound > $0.start }) ?? true,
            pair.lowerBound < word
        {
            return
        }
        if !isJoined, verb.form != .participle, readAfterQuote(word, verb, in: sentence) { return }
        // Inside of what is reported only what takes the reporter's word again ends it.
        let topic =
            isJoined || verb.form == .participle
            ? nil : reader.topic(before: word, of: verb, in: sentence)
        if open != nil, verb.form != .participle, !isJoined, topic == nil {
            guard verb.form == .perfect, opensClause(word) else { return }
        }
        let isStart =
            isJoined || topic != nil || word == sentence.lowerBound || opensClause(word)
            || reader.isSentenceStart(word)
        if verb.isHomograph, !isStart { return }
        // `تطل عبر الموقع`
        if verb.frame.contains(.prepositionLike), verb.form == .perfect,
            verb.agreement == .masculine, !isStart
        {
            return
        }
        guard let report = reader.report(of: verb, at: word, limit: sentence.upperBound) else {
            if open == nil, isStart { noteAnnouncer(verb, at: word, limit: sentence.upperBound) }
            return
        }
        guard
            let (speaker, form, isImplied) = speakers.speaker(
                of: report, verb, at: word, in: sentence, isStart: isStart)
        else { return }
        close(at: topic.flatMap { $0 > (open?.start ?? word) ? $0 : nil } ?? word)
        note(speaker, report, verb, isImplied: isImplied, cue: word)
        begin(report, speaker, form, verb: verb, isTopic: topic != nil)
    }

    /// Whether a verb stands where a new clause of the reporter begins.
    private func opensClause(_ word: Int) -> Bool {
        guard word > 0 else { return true }
        if !text.words[word].before.isDisjoint(with: [
            .comma, .semicolon, .dash, .closeBracket, .colon,
        ]) {
            return true
        }
        if text.words[word - 1].reportClass.contains(.clauseStart) { return true }
        // `يقول أحمد، قبل أن يضيف`.
        return word > 1 && text.words[word - 1].reportClass.contains(.clauseOpener)
            && text.words[word - 2].hash == ReportWords.earlier
    }

    private mutating func note(
        _ speaker: Speaker, _ report: ReportReader.Report, _ verb: SayingVerb, isImplied: Bool,
        cue: Int
    ) {
        speakers.note(
            speaker, named: report.subject,
            isImplied || verb.frame.contains(.relay) ? nil : verb.agreement)
        speakers.sentenceSpeaker = speaker
        if isImplied, speaker.isPerson, verb.form != .participle {
            impliedSubjects.append(
                ImpliedSubject(span: text.span(cue..<cue + 1), person: speaker.ref))
        }
    }

    private mutating func begin(
        _ report: ReportReader.Report, _ speaker: Speaker, _ form: Quotation.SpeakerForm,
        verb: SayingVerb, isTopic: Bool
    ) {
        guard !verb.frame.contains(.silent) else { return }
        var rule = verb.form == .participle ? "quotation.participle" : "quotation.verb"
        if isTopic { rule = "quotation.topic" }
        if case .speech(let start) = report.complement,
            text.words[start].before.isDisjoint(with: .colon)
        {
            rule = "quotation.opener"
        }
        switch report.complement {
        case .quote(let pair):
            append(pair, .direct, speaker, form, cue: report.cue, rule: rule)
            readUntil = max(readUntil, pair.upperBound)
        case .clause(let start):
            open = OpenReport(
                start: start, kind: .indirect, speaker: speaker, form: form, cue: report.cue,
                rule: rule)
            readUntil = max(readUntil, start)
        case .speech(let start):
            open = OpenReport(
                start: start, kind: .direct, speaker: speaker, form: form, cue: report.cue,
                rule: rule)
            readUntil = max(readUntil, start)
        }
    }

    /// Ends the open report before a word.
    private mutating func close(at word: Int, isSentenceEnd: Bool = false) {
        guard let report = open.take() else { return }
        let end = ClauseEnd(text: text).end(
            of: report.start..<word, isSentenceEnd: isSentenceEnd)
        guard end > report.start else { return }
        let range = report.start..<end
        append(
            range, report.kind, report.speaker, report.form, cue: report.cue, rule: report.rule)
        guard report.kind == .indirect else { return }
        let around = quotations.count - 1
        for pair in quotes.pairs(in: range)
        where FragmentTest(text: text, index: index).isFragment(pair) {
            append(
                pair, .fragment, report.speaker, report.form, cue: report.cue,
                rule: "quotation.fragment", within: around)
        }
    }

    mutating func append(
        _ words: Range<Int>, _ kind: Quotation.Kind, _ speaker: Speaker,
        _ form: Quotation.SpeakerForm, cue: Int, rule: String, within: Int? = nil
    ) {
        let span = text.span(cue..<cue + 1)
        quotations.append(
            Quotation(
                span: kind == .indirect ? text.span(words, quotes: quotes) : text.span(words),
                kind: kind, within: within, speaker: speaker.ref,
                speakerForm: form, cue: span, reason: Reason(rule, span)))
    }
}
