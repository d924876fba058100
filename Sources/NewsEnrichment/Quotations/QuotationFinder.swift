/// Finds what people are reported to have said.
struct QuotationFinder: Sendable {
    /// Adds to `findings` quotations, quoted titles and implied subjects, and to its offices those
    /// speakers that are only described: مصدر أمني.
    func find(in words: ArticleWords, findings: inout Findings) {
        var pass = QuotationPass(text: words.body, findings: findings)
        pass.run()
        findings.quotations = pass.quotations
        findings.quotedTitles =
            QuotedTitleFinder(
                text: words.body, quotes: pass.quotes, quotations: pass.quotations
            ).titles
        findings.impliedSubjects = pass.impliedSubjects
        guard !pass.describedSpeakers.isEmpty else { return }
        findings.offices += pass.describedSpeakers
        findings.offices.sort { $0.span.start < $1.span.start }
    }
}

/// One reading of a text from its first sentence to its last, with what is remembered on the way.
struct QuotationPass {
    let text: NewsText
    let quotes: QuotePairs
    let index: SpeakerIndex
    let reader: ReportReader

    private(set) var quotations: [Quotation] = []
    private(set) var impliedSubjects: [ImpliedSubject] = []
    private(set) var describedSpeakers: [OfficeMention] = []

    private var memory = SpeakerMemory()
    private var open: OpenReport?
    /// The word before which everything was read, as a direct quotation outlasts its sentence.
    private var readUntil = 0
    /// Who acted in the sentence before, and in this one.
    private var topic: Speaker?
    private var nextTopic: Speaker?
    /// Who spoke in the sentence so far.
    private var sentenceSpeaker: Speaker?
    private let heads: HeadNouns

    /// A report whose end is not known yet.
    private struct OpenReport {
        let start: Int
        let kind: Quotation.Kind
        let speaker: Speaker
        let form: Quotation.SpeakerForm
        let cue: Int
        let rule: String
    }

    init(text: NewsText, findings: Findings) {
        self.text = text
        quotes = QuotePairs(of: text)
        index = SpeakerIndex(of: findings, in: text)
        reader = ReportReader(text: text, index: index, quotes: quotes)
        heads = HeadNouns(text: text)
    }

    /// Reads the whole text.
    mutating func run() {
        for sentence in text.sentences {
            sentenceSpeaker = nil
            topic = nextTopic
            nextTopic = nil
            var start = sentence.lowerBound
            var word = max(start, readUntil)
            while word < sentence.upperBound {
                if word > sentence.lowerBound, reader.isSentenceStart(word) {
                    close(at: word)
                    sentenceSpeaker = nil
                    start = word
                }
                let senses = text.words[word].anySenses
                if !senses.isDisjoint(with: [.sayingVerb, .sayingParticiple]) {
                    readCue(word, in: start..<sentence.upperBound)
                } else if senses.contains(.accordingTo) {
                    readAttribution(word, limit: sentence.upperBound)
                }
                word = max(word + 1, readUntil)
            }
            nextTopic = memory.latest == nil ? actor(in: sentence) : nil
            // A report that ends inside of quotation marks goes on to their end.
            if let open, let pair = quotes.pair(around: sentence.upperBound),
                pair.lowerBound > open.start, pair.lowerBound < sentence.upperBound
            {
                close(at: pair.upperBound)
                readUntil = max(readUntil, pair.upperBound)
            } else {
                close(at: sentence.upperBound)
            }
        }
    }

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
            // `دون ذكر مصدرها`: a noun.
            if !isJoined, verb.form == .perfect,
                text.words[word - 1].senses.contains(.preposition)
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
        if open != nil, verb.form != .participle, !isJoined {
            guard verb.form == .perfect, opensClause(word) else { return }
        }
        let isStart =
            isJoined || word == sentence.lowerBound || opensClause(word)
            || reader.isSentenceStart(word)
        if verb.isHomograph, !isStart { return }
        guard let report = reader.report(of: verb, at: word, limit: sentence.upperBound),
            let (speaker, form, isImplied) = speaker(
                of: report, verb, at: word, in: sentence, isStart: isStart)
        else { return }
        close(at: word)
        note(speaker, report, verb, isImplied: isImplied, cue: word)
        begin(report, speaker, form, verb: verb)
    }

    /// `وفق ما أكده فلان`: no quotation of its own, but who speaks from there on.
    private mutating func readAttribution(_ word: Int, limit: Int) {
        var next = word + 1
        guard next + 2 < limit, text.words[next].hash == ReportWords.what else { return }
        next += 2
        if text.words[next].senses.contains(.preposition), next + 1 < limit { next += 1 }
        guard
            let (subject, _) = reader.subjects.subject(at: next, limit: limit, isAfterVerb: true),
            let (speaker, _) = known(subject)
        else { return }
        memory.note(speaker, heads: heads(of: subject), nil)
    }

    /// `"…"، قال فلان`: the words stand before the verb.
    private mutating func readAfterQuote(
        _ word: Int, _ verb: SayingVerb, in sentence: Range<Int>
    ) -> Bool {
        guard verb.frame.contains(.direct), verb.frame.contains(.strong) else { return false }
        var end = word
        if word > 0, text.words[word - 1].hash == ReportWords.likewise { end -= 1 }
        guard let pair = quotes.pair(closing: end), pair.count > 2, pair.lowerBound >= readUntil,
            open == nil,
            let (subject, _) = reader.subjects.subject(
                at: word + 1, limit: sentence.upperBound, isAfterVerb: true),
            let (speaker, form) = known(subject)
        else { return false }
        memory.note(speaker, heads: heads(of: subject), verb.agreement)
        sentenceSpeaker = speaker
        append(pair, .direct, speaker, form, cue: word, rule: "quotation.beforeVerb")
        return true
    }

    /// Whether a verb stands where a new clause of the reporter begins.
    private func opensClause(_ word: Int) -> Bool {
        guard word > 0 else { return true }
        if !text.words[word].before.isDisjoint(with: [
            .comma, .semicolon, .dash, .closeBracket, .colon,
        ]) {
            return true
        }
        return text.words[word - 1].reportClass.contains(.clauseStart)
    }

    /// Who speaks, how that stands in the text, and whether it is only implied.
    private mutating func speaker(
        of report: ReportReader.Report, _ verb: SayingVerb, at cue: Int, in sentence: Range<Int>,
        isStart: Bool
    ) -> (Speaker, Quotation.SpeakerForm, isImplied: Bool)? {
        if let subject = report.subject {
            return known(subject).map { ($0.0, $0.1, false) }
        }
        if verb.form == .participle {
            let found =
                sentenceSpeaker ?? subject(of: sentence, before: cue, verb.agreement)
                ?? (startsWithoutSubject(sentence, before: cue) ? memory.last(verb.agreement) : nil)
            return found.map { ($0, .implied, true) }
        }
        if isTherein(cue, limit: sentence.upperBound) {
            return (sentenceSpeaker ?? subject(of: sentence, before: cue, verb.agreement))
                .map { ($0, .implied, true) }
        }
        if let (mention, isRelative) = before(cue, in: sentence) {
            guard let mention else { return isRelative ? nil : implied(verb) }
            return known(.mention(mention)).map { ($0.0, $0.1, false) }
        }
        if !isStart || text.words[max(cue - 1, 0)].reportClass.contains(.already),
            let range = phrase(before: cue, in: sentence)
        {
            return described(range).map { ($0.0, $0.1, false) }
        }
        guard isStart else { return nil }
        return implied(verb) ?? actor(verb, before: cue, in: sentence)
    }

    /// `أصدر بيانا قال فيه`.
    private func isTherein(_ cue: Int, limit: Int) -> Bool {
        let end = min(cue + 3, limit)
        guard cue + 1 < end else { return false }
        return (cue + 1..<end).contains { text.words[$0].reportClass.contains(.therein) }
    }

    /// A noun phrase that stands before its verb: `إلا أن مصادر ذكرت`.
    private func phrase(before cue: Int, in sentence: Range<Int>) -> Range<Int>? {
        let end = text.words[max(cue - 1, 0)].reportClass.contains(.already) ? cue - 1 : cue
        var start = end
        while start > max(sentence.lowerBound, end - 10) {
            let word = text.words[start - 1]
            if word.reportClass.contains(.subjectOpener) {
                return start < end ? start..<end : nil
            }
            guard word.kind == .arabic, word.senses.isDisjoint(with: Self.noSubjectBefore),
                !word.reportClass.contains(.noSpeaker),
                text.words[start].before.isDisjoint(with: Marks.breaks) || start == end
            else { return nil }
            start -= 1
        }
        return nil
    }

    /// Nobody spoke before: who acts in this sentence or acted in the one before, if a person.
    private func actor(
        _ verb: SayingVerb, before cue: Int, in sentence: Range<Int>
    ) -> (Speaker, Quotation.SpeakerForm, isImplied: Bool)? {
        guard memory.latest == nil, verb.form == .perfect, verb.agreement != .plural else {
            return nil
        }
        let here =
            cue > sentence.lowerBound + 1
            ? subject(of: sentence, before: cue, verb.agreement) : nil
        guard let actor = here ?? topic, actor.isPerson,
            actor.agreement ?? verb.agreement == verb.agreement
        else { return nil }
        return (actor, .implied, true)
    }

    private func implied(_ verb: SayingVerb) -> (Speaker, Quotation.SpeakerForm, isImplied: Bool)? {
        if verb.form == .imperfect, verb.frame.contains(.impersonal) { return nil }
        return memory.last(verb.agreement).map { ($0, .implied, true) }
    }

    /// The subject that stands before its verb: `الوزير الذي أكد`, `كان الوزير قد قال`.
    ///
    /// - Returns: `nil` if nothing there can be one; no mention if it is somebody unknown.
    private func before(
        _ cue: Int, in sentence: Range<Int>
    ) -> (mention: SpeakerIndex.Mention?, isRelative: Bool)? {
        var word = cue - 1
        guard word >= sentence.lowerBound else { return nil }
        let isRelative = text.words[word].senses.contains(.relative)
        if isRelative || text.words[word].reportClass.contains(.already) {
            word -= 1
        } else if text.words[cue].before.contains(.comma) {
            return nil
        }
        guard word >= sentence.lowerBound else { return isRelative ? (nil, true) : nil }
        if let mention = index.mention(at: word), mention.words.upperBound == word + 1 {
            if isRelative || isFree(mention, in: sentence) { return (mention, isRelative) }
        }
        return isRelative ? (nil, true) : nil
    }

    /// Whether no preposition governs a mention.
    private func isFree(_ mention: SpeakerIndex.Mention, in sentence: Range<Int>) -> Bool {
        guard !mention.isGoverned else { return false }
        let first = mention.words.lowerBound
        guard first > sentence.lowerBound else { return true }
        return !text.words[first - 1].senses.contains(.preposition)
    }

    /// The subject of a sentence whose verb is none of saying: `ودعا فلان إلى …، مؤكدا`.
    private func subject(
        of sentence: Range<Int>, before cue: Int, _ agreement: SayingVerb.Agreement
    ) -> Speaker? {
        let first = sentence.lowerBound
        let opening = text.letters(of: text.words[first])
        let isFeminine = opening.last == Letter.teh
        if isFeminine, agreement == .masculine { return nil }
        for word in first..<min(cue, first + 6) {
            guard let (mention, _) = reader.subjects.mention(at: word, limit: cue) else { continue }
            if isFree(mention, in: sentence) {
                if mention.isPerson, !isFeminine, agreement == .feminine { return nil }
                return Speaker(ref: mention.ref, isPerson: mention.isPerson)
            }
        }
        return nil
    }

    /// The person who acts in a sentence, with the gender of its verb.
    private func actor(in sentence: Range<Int>) -> Speaker? {
        let first = text.words[sentence.lowerBound]
        let isFeminine = text.letters(of: first).last == Letter.teh
        var found = subject(
            of: sentence, before: sentence.upperBound, isFeminine ? .feminine : .masculine)
        guard found?.isPerson == true else { return nil }
        found?.agreement = isFeminine ? .feminine : .masculine
        return found
    }

    /// Whether a sentence opens with a verb that goes on with who spoke before: `وندد بعدم تعيين`.
    private func startsWithoutSubject(_ sentence: Range<Int>, before cue: Int) -> Bool {
        let first = sentence.lowerBound
        guard first + 1 < cue else { return true }
        guard text.letters(of: text.words[first]).first == Letter.waw,
            !text.words[first].isDefinite
        else { return false }
        if text.words[first + 1].senses.contains(.preposition) { return true }
        return !(first..<cue).contains { word in
            index.mention(startingAt: word).map { isFree($0, in: sentence) } ?? false
        }
    }

    /// The speaker that a subject names.
    private mutating func known(
        _ subject: SubjectReader.Subject
    ) -> (Speaker, Quotation.SpeakerForm)? {
        switch subject {
        case .mention(let mention):
            let speaker = Speaker(ref: mention.ref, isPerson: mention.isPerson)
            let isName = mention.kind == .name || mention.kind == .organisation
            return (speaker, isName ? .name : .role)
        case .words(let range): return described(range)
        }
    }

    /// The speaker that a noun phrase describes: one who spoke before, or one described only here.
    private mutating func described(_ range: Range<Int>) -> (Speaker, Quotation.SpeakerForm)? {
        let first = text.words[range.lowerBound]
        if first.reportClass.contains(.courtesy) {
            return (memory.lastPerson ?? memory.latest).map { ($0, .role) }
        }
        if first.isDefinite, first.reportClass.contains(.source), let latest = memory.latest {
            return (latest, .role)
        }
        if first.isDefinite, range.count <= 2 {
            let head = heads.head(of: range.lowerBound)
            if let speaker = memory.speaker(called: head) { return (speaker, .role) }
            if let mention = index.mentions.last(where: {
                $0.kind != .name && $0.words.lowerBound < range.lowerBound
                    && heads.head(of: $0.words.lowerBound) == head
            }) {
                return (Speaker(ref: mention.ref, isPerson: mention.kind == .role), .role)
            }
        }
        if let speaker = index.speaker(described: range, in: text) { return speaker }
        let span = text.span(range)
        let key = text.key(range).replacingSpaces()
        let ref = "role:" + key
        if !describedSpeakers.contains(where: { $0.ref == ref }) {
            describedSpeakers.append(
                OfficeMention(
                    span: span, organisation: nil, ref: ref, reason: Reason("quotation.speaker")))
        }
        return (Speaker(ref: ref, isPerson: false), .role)
    }

    /// The nouns that name a speaker: the first one, and of a phrase that may be a name its last.
    private func heads(of subject: SubjectReader.Subject?) -> [UInt64] {
        switch subject {
        case .mention(let mention):
            mention.kind == .name ? [] : [heads.head(of: mention.words.lowerBound)]
        case .words(let range):
            [heads.head(of: range.lowerBound), heads.head(of: range.upperBound - 1)]
        case nil: []
        }
    }

    private mutating func note(
        _ speaker: Speaker, _ report: ReportReader.Report, _ verb: SayingVerb, isImplied: Bool,
        cue: Int
    ) {
        memory.note(
            speaker, heads: heads(of: report.subject), isImplied ? nil : verb.agreement)
        sentenceSpeaker = speaker
        if isImplied, speaker.isPerson, verb.form != .participle {
            impliedSubjects.append(
                ImpliedSubject(span: text.span(cue..<cue + 1), person: speaker.ref))
        }
    }

    private mutating func begin(
        _ report: ReportReader.Report, _ speaker: Speaker, _ form: Quotation.SpeakerForm,
        verb: SayingVerb
    ) {
        let rule = verb.form == .participle ? "quotation.participle" : "quotation.verb"
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
    private mutating func close(at word: Int) {
        guard let report = open else { return }
        open = nil
        let end = ClauseEnd(text: text).end(of: report.start..<word)
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

    private mutating func append(
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

    private static let noSubjectBefore: Senses = [
        .preposition, .particle, .pronoun, .relative, .verb, .timeNoun, .weekday, .sayingVerb,
        .sayingParticiple,
    ]
}

extension String {
    /// The key form of a phrase as part of a ref.
    fileprivate func replacingSpaces() -> String {
        String(decoding: utf8.map { $0 == 0x20 ? 0x2D : $0 }, as: UTF8.self)
    }
}
