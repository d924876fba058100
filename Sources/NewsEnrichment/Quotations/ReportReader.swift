/// Reads what a verb of saying opens: its subject and what it reports.
struct ReportReader: Sendable {
    /// What is reported.
    enum Complement: Sendable {
        /// A clause or a noun phrase from this word to the end of its sentence.
        case clause(Int)
        /// Words in quotation marks.
        case quote(Range<Int>)
        /// What follows a colon without quotation marks.
        case speech(Int)

        /// Its first word.
        var start: Int {
            switch self {
            case .clause(let start), .speech(let start): start
            case .quote(let pair): pair.lowerBound
            }
        }
    }

    /// A verb's subject and complement.
    struct Report: Sendable {
        /// `nil` where the verb has none after it.
        var subject: SubjectReader.Subject?
        var complement: Complement
        /// The verb; of `نقلت عن فلان قوله` the word قوله.
        var cue: Int
    }

    let text: NewsText
    let index: SpeakerIndex
    let quotes: QuotePairs
    let subjects: SubjectReader

    init(text: NewsText, index: SpeakerIndex, quotes: QuotePairs) {
        self.text = text
        self.index = index
        self.quotes = quotes
        subjects = SubjectReader(text: text, index: index)
    }

    /// How far from its verb what is reported may begin, in words.
    private static let reach = 45
    private static let shortReach = 20

    /// What the verb at `cue` reports; `nil` if it reports nothing here.
    ///
    /// - Parameter limit: The end of the verb's sentence.
    func report(of verb: SayingVerb, at cue: Int, limit sentenceEnd: Int) -> Report? {
        var frame = verb.frame
        // `وبين، خلال اللقاء، أن`: nothing else that is written بين has a comma after it.
        let isHomograph =
            verb.isHomograph
            && !(cue + 1 < sentenceEnd && text.words[cue + 1].before.contains(.comma))
        let limit = min(sentenceEnd, cue + (isHomograph ? Self.shortReach : Self.reach))
        var subject: SubjectReader.Subject?
        var word = cue + 1
        var cueWord = cue
        /// The words since the last comma are an adverb: في تصريح صحفي.
        var isAdverbial = false
        /// A noun that may be what is reported if no clause follows.
        var candidate: Int?
        /// What was the occasion came up: a name after it may be anybody's.
        var isTalk = false
        var isRelayed = !frame.contains(.relay)
        if frame.contains(.inPaper) {
            // `جاء في البيان`, and nothing else that comes.
            guard word + 1 < limit, text.words[word].hash == ReportWords.within,
                text.has(.paper, text.words[word + 1])
            else { return nil }
            word += 1
        }
        // `لقاء أكد فيه الوزير`
        if word < limit, text.words[word].reportClass.contains(.therein) { word += 1 }
        // `مؤكدا بذلك تحركه`
        if verb.form == .participle, word < limit, text.words[word].hash == ReportWords.thereby {
            word += 1
        }
        if verb.form != .participle, !isHomograph,
            let told = subjects.skippingAddressee(from: word, limit: limit, quotes: quotes),
            let (found, end) = subjects.subject(at: told, limit: limit, isAfterVerb: false)
        {
            (subject, word) = (found, end)
        } else if word < limit, text.words[word].before.isDisjoint(with: Self.subjectBreaks),
            quotes.pair(opening: word) == nil
        {
            let isVerb = verb.form != .participle
            if let (found, end) = subjects.subject(
                at: word, limit: limit, isAfterVerb: isVerb && !isHomograph)
            {
                // A participle's subject stands before it; what follows it is its object.
                if isVerb, !isObject(found, of: frame) { (subject, word) = (found, end) }
            } else if isVerb, text.words[word].reportClass.contains(.noSpeaker) {
                // `وتشير المعطيات إلى أن`: things say nothing.
                return nil
            }
        }
        if subject == nil, verb.form != .participle, let pair = quotes.pair(opening: cue + 1),
            pair.count < 6, !text.words[cue + 1].before.contains(.colon),
            opener(from: pair.upperBound, limit: min(limit, pair.upperBound + 15)) != nil
        {
            // `وأعلنت «المقاومة الجنوبية» أن`: a name in quotation marks.
            subject = index.mention(at: pair.lowerBound).map { .mention($0) } ?? .words(pair)
            word = pair.upperBound
        }
        var afterSubject = word
        while word < limit {
            let here = text.words[word]
            let marks = here.before
            if word > cue + 1, endsClause(word) { break }
            if !marks.isDisjoint(with: [.comma, .closeBracket, .dash]) { isAdverbial = false }
            if isRelayed, let pair = quotes.pair(opening: word) {
                let isNext =
                    word == afterSubject || !marks.isDisjoint(with: [.comma, .colon])
                    || text.words[word - 1].senses.contains(.sayingParticiple)
                    || text.has(.ownSaying, text.words[word - 1])
                    || pair.count > 5
                        && !frame.isDisjoint(with: [.strong, .continues])
                if isNext, isSpeech(pair, after: cue, limit: sentenceEnd, frame) {
                    return Report(subject: subject, complement: .quote(pair), cue: cueWord)
                }
                word = max(pair.upperBound, word + 1)
                continue
            }
            let isOpener = opensClause(here)
            if frame.contains(.direct), saysAgain(here) { frame.insert(.clause) }
            if isRelayed, marks.contains(.colon), frame.contains(.direct), !isOpener {
                guard frame.contains(.strong) || frame.contains(.continues) else { break }
                return Report(subject: subject, complement: .speech(word), cue: cueWord)
            }
            if word == afterSubject, marks.isDisjoint(with: Marks.breaks),
                here.reportClass.contains(.speechOpener), frame.contains(.strong),
                frame.contains(.direct), !frame.contains(.object), isRelayed
            {
                return Report(subject: subject, complement: .speech(word), cue: cueWord)
            }
            if isOpener {
                let before = text.words[word - 1]
                if before.reportClass.contains(.contrast), word - 1 > cue { break }
                let isOthers = before.hash == ReportWords.from && !frame.contains(.min)
                if isRelayed, !isOthers, frame.contains(.clause) || prepares(before, frame),
                    word - 1 == cue || !before.reportClass.contains(.blocker)
                {
                    guard word + 1 < sentenceEnd else { break }
                    return Report(
                        subject: subject, complement: clause(at: word + 1, limit: sentenceEnd),
                        cue: cueWord)
                }
                word += 1
                continue
            }
            if word > cue + 1, isOtherReport(here) { break }
            if here.reportClass.contains(.ownWords), frame.contains(.relay) { cueWord = word }
            if frame.contains(.relay), !isRelayed, here.hash == ReportWords.before {
                isRelayed = true
                guard
                    let (found, end) = subjects.subject(
                        at: word + 1, limit: limit, isAfterVerb: true)
                else { break }
                (subject, word) = (found, end)
                continue
            }
            if let office = subject, !isTalk, word < afterSubject + 20,
                let (holder, end) = subjects.holder(at: word, of: office, limit: limit)
            {
                (subject, word, afterSubject) = (holder, end, end)
                continue
            }
            if text.has(.talk, here) { isTalk = true }
            if subject == nil, verb.form != .participle, marks.contains(.comma),
                let (found, end) = subjects.subject(at: word, limit: limit, isAfterVerb: false)
            {
                (subject, word, afterSubject) = (found, end, end)
                isAdverbial = false
                continue
            }
            // `أكد الوزير في المقابل ضرورة`: after a definite word it is of no phrase but the verb's.
            let isFirst =
                word == afterSubject || marks.contains(.comma)
                || isAdverbial && !here.isDefinite && text.words[word - 1].isDefinite
                    && here.reportClass.contains(.reportedNoun)
            if let start = noun(at: word, verb, isFirst: isFirst, after: subject) {
                if !isAdverbial {
                    if !clauseFollows(start, limit: limit, frame) {
                        return Report(subject: subject, complement: .clause(start), cue: cueWord)
                    }
                } else if candidate == nil {
                    candidate = start
                }
            }
            if here.senses.contains(.preposition) || isPrepositional(here) { isAdverbial = true }
            word += 1
        }
        return candidate.map {
            Report(subject: subject, complement: .clause($0), cue: cueWord)
        }
    }

    /// A clause from `start`; if it is in quotation marks and nothing follows them, those words.
    private func clause(at start: Int, limit: Int) -> Complement {
        guard let pair = quotes.pair(opening: start), pair.count > 2 else { return .clause(start) }
        let end = pair.upperBound
        let isWhole =
            end >= limit || !text.words[end].before.isDisjoint(with: Marks.breaks)
            || !text.words[end].anySenses.isDisjoint(with: [.accordingTo, .sayingParticiple])
        return isWhole ? .quote(pair) : .clause(start)
    }

    /// Whether quoted words are what is said, not a name on the way to it.
    private func isSpeech(
        _ pair: Range<Int>, after cue: Int, limit: Int, _ frame: SayingFrame
    ) -> Bool {
        guard frame.contains(.direct) else { return false }
        let first = text.words[pair.lowerBound]
        if first.before.contains(.colon) {
            return pair.count > 2 || pair.upperBound >= limit
                || !text.words[pair.upperBound].before.isDisjoint(with: Marks.breaks)
        }
        let before = text.words[pair.lowerBound - 1]
        if pair.lowerBound - 1 > cue, pair.count < 8 {
            if first.before.contains(.joined) || before.letterCount == 1 { return false }
            if !before.anySenses.isDisjoint(with: [.preposition, .medium, .themeNoun])
                || pair.count < 5 && text.has([.namingNoun, .workNoun], before)
            {
                return false
            }
        }
        if pair.count <= 6,
            opener(from: pair.upperBound, limit: min(limit, pair.upperBound + 15)) != nil
        {
            return false
        }
        if pair.count >= 3 { return true }
        return pair.upperBound >= limit
            || !text.words[pair.upperBound].before.isDisjoint(with: [.comma, .fullStop])
    }

    /// Where an object of the verb begins if it does at this word: after its preposition, or here.
    private func noun(
        at word: Int, _ verb: SayingVerb, isFirst: Bool, after subject: SubjectReader.Subject?
    ) -> Int? {
        let here = text.words[word]
        let frame = verb.frame
        if !frame.isDisjoint(with: .prepositions) {
            if let preposition = Self.preposition(here.hash), frame.contains(preposition) {
                return isNoun(word + 1) ? word + 1 : nil
            }
            if frame.contains(.ba), isFirst || text.words[word - 1].senses.contains(.adverb),
                let reading = text.readings(of: here).first(where: { $0.proclitics == .ba }),
                index.mention(startingAt: word)?.isPerson != true
            {
                return reading.reportClass.contains(.baAdverb) ? nil : word
            }
        }
        guard isFirst else { return nil }
        if frame.contains(.judgement), verb.form == .participle {
            return isObjectNoun(word) || here.senses.contains(.pronoun) ? word : nil
        }
        guard frame.contains(.object) else { return nil }
        if here.reportClass.contains(.reportedNoun) { return word }
        if subject != nil, here.reportClass.contains(.action), isObjectNoun(word) { return word }
        // Who is known to be the subject leaves the next noun to be the object: أكد الوزير تفهمه.
        let isAfterVerb = here.before.isDisjoint(with: Marks.breaks)
        if verb.form == .participle { return isAfterVerb && isObjectNoun(word) ? word : nil }
        if case .mention? = subject {
            // `أكدت هيذر نويرت، أن`, `أكد فلان منسق البرنامج أن`: the rest of a name, or an office.
            let isName =
                here.senses.contains(.officeNoun)
                || opener(from: word + 1, limit: min(text.words.count, word + 5)) != nil
                || plainOpener(from: word + 1, limit: min(text.words.count, word + 30))
            return isAfterVerb && !isName && isObjectNoun(word) ? word : nil
        }
        // `أكد الجانبان حرصهما`: the pronoun is the subject's.
        return subject != nil && isObjectNoun(word) && endsWithPronoun(here) ? word : nil
    }

    /// Whether a word ends with ها، هم or هما.
    private func endsWithPronoun(_ word: Word) -> Bool {
        let letters = text.letters(of: word)
        guard letters.count > 4, !word.isDefinite else { return false }
        let last = letters.suffix(3)
        return last.last == Letter.alef && last.dropLast().last == Letter.heh
            || last.last == Letter.meem && last.dropLast().last == Letter.heh
            || last.elementsEqual([Letter.heh, Letter.meem, Letter.alef])
    }

    /// Whether a noun that a verb governs can stand here.
    private func isObjectNoun(_ word: Int) -> Bool {
        let here = text.words[word]
        return here.kind == .arabic && here.letterCount > 2
            && here.senses.isDisjoint(with: Self.noObject)
            && here.reportClass.isDisjoint(with: [.clauseOpener, .manner])
            && !text.readings(of: here).contains {
                !$0.proclitics.isEmpty && !$0.senses.isEmpty || $0.proclitics.contains(.fused)
            }
    }

    /// Whether أن comes right after what would be an object: أكد ضرورة أن is one, أشار إلى أن none.
    private func clauseFollows(_ start: Int, limit: Int, _ frame: SayingFrame) -> Bool {
        opensClause(text.words[start])
    }

    /// Whether a noun that reports can stand here.
    private func isNoun(_ word: Int) -> Bool {
        guard word < text.words.count else { return false }
        let here = text.words[word]
        return here.kind == .arabic && here.before.isDisjoint(with: Marks.breaks)
            && here.senses.isDisjoint(with: [.preposition, .relative, .timeNoun, .weekday])
            && !here.reportClass.contains(.adverbHead)
    }

    /// Whether what looked like a subject is what an أكد without a subject governs: أكد أهمية.
    private func isObject(_ subject: SubjectReader.Subject, of frame: SayingFrame) -> Bool {
        guard case .words(let range) = subject, frame.contains(.object) else { return false }
        return text.words[range.lowerBound].reportClass.contains(.reportedNoun)
    }

    /// Whether a word opens a reported clause.
    func opensClause(_ word: Word) -> Bool { word.reportClass.contains(.clauseOpener) }

    /// The first word from `start` that opens a clause, before the next comma.
    private func opener(from start: Int, limit: Int) -> Int? {
        guard start < limit else { return nil }
        for word in start..<limit {
            if opensClause(text.words[word]),
                word == start
                    || text.words[word].before.isDisjoint(with: [.fullStop, .paragraph])
            {
                return word
            }
            if !text.words[word].before.isDisjoint(with: [.fullStop, .paragraph]) {
                return nil
            }
        }
        return nil
    }

    /// Whether أن comes before the next comma or the next verb of saying.
    private func plainOpener(from start: Int, limit: Int) -> Bool {
        guard start < limit else { return false }
        for word in start..<limit {
            let here = text.words[word]
            if !here.before.isDisjoint(with: Marks.breaks) || isOtherReport(here) { return false }
            if opensClause(here) {
                return text.words[word - 1].reportClass.isDisjoint(with: [.contrast, .blocker])
            }
        }
        return false
    }

    /// `وعن التعاقدات قال إن`: where what the report is about begins, before its verb.
    func topic(before cue: Int, of verb: SayingVerb, in sentence: Range<Int>) -> Int? {
        guard verb.form == .perfect, verb.frame.contains(.strong), !verb.frame.contains(.continues),
            cue + 1 < sentence.upperBound, cue > sentence.lowerBound + 1,
            opensClause(text.words[cue + 1]) || text.words[cue + 1].before.contains(.colon)
        else { return nil }
        var word = cue - 1
        while word >= max(sentence.lowerBound, cue - 16) {
            let here = text.words[word]
            if opensClause(here) || isOtherReport(here) { return nil }
            if here.reportClass.contains(.topicOpener),
                word == sentence.lowerBound || text.letters(of: here).first == Letter.waw
                    || !here.before.isDisjoint(with: Marks.breaks)
            {
                return word
            }
            word -= 1
        }
        return nil
    }

    /// قائلا، بقوله، بالقول after another verb: what follows may be a clause, whatever the verb takes.
    private func saysAgain(_ word: Word) -> Bool {
        text.readings(of: word).contains {
            $0.senses.contains(.sayingParticiple)
                && SayingVerbs.shared.verb(of: $0.hash)?.frame.contains(.filler) == true
                || $0.reportClass.contains(.ownSaying)
        }
    }

    /// Whether the preposition before أن is the verb's.
    private func prepares(_ word: Word, _ frame: SayingFrame) -> Bool {
        Self.preposition(word.hash).map(frame.contains) ?? false
    }

    /// Whether another verb of saying begins its own report here.
    private func isOtherReport(_ word: Word) -> Bool {
        guard
            let reading = text.reading(of: word, in: [.sayingVerb, .sayingParticiple]),
            reading.proclitics.isDisjoint(with: .prepositions),
            let verb = SayingVerbs.shared.verb(of: reading.hash)
        else { return false }
        if verb.form == .participle { return !verb.frame.contains(.filler) }
        return verb.frame.contains(.strong)
    }

    private func isPrepositional(_ word: Word) -> Bool {
        text.readings(of: word).contains {
            $0.proclitics.contains(.lam) && !$0.senses.isEmpty || $0.proclitics.contains(.fused)
        }
    }

    private func endsClause(_ word: Int) -> Bool {
        text.words[word].before.contains(.semicolon) || isSentenceStart(word)
    }

    /// Whether a full stop without white space after it ended a sentence here: `بكثافة.كما حضر`.
    func isSentenceStart(_ word: Int) -> Bool {
        let here = text.words[word]
        return here.before.contains(.fullStop) && here.kind == .arabic && word > 0
            && text.words[word - 1].letterCount > 1 && text.words[word - 1].kind == .arabic
    }

    private static func preposition(_ hash: UInt64) -> SayingFrame? {
        switch hash {
        case ReportWords.upon: .ala
        case ReportWords.to: .ila
        case ReportWords.before: .an
        case ReportWords.from: .min
        default: nil
        }
    }

    private static let noObject: Senses = [
        .preposition, .particle, .pronoun, .relative, .verb, .adverb, .accordingTo, .timeNoun,
        .weekday, .month, .sayingVerb, .sayingParticiple,
    ]
    private static let subjectBreaks: Marks = Marks.breaks.union(.openQuote)
}
