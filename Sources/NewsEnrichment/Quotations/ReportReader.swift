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

    let quotes: QuotePairs
    let subjects: SubjectReader
    var text: NewsText { subjects.text }
    var index: SpeakerIndex { subjects.index }

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
        } else if word < limit, text.words[word].before.isDisjoint(with: Self.subjectBreaks) {
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
            if word != afterSubject, isPlain(word) {
                word += 1
                continue
            }
            let here = text.words[word]
            let marks = here.before
            let classes = here.reportClass
            let isSaying = !here.anySenses.isDisjoint(with: [.sayingVerb, .sayingParticiple])
            let hasProclitic = here.readingCount > 1
            if word > cue + 1, !marks.isDisjoint(with: [.semicolon, .fullStop]), endsClause(word) {
                break
            }
            if !marks.isDisjoint(with: [.comma, .closeBracket, .dash]) { isAdverbial = false }
            if isRelayed, marks.contains(.openQuote), let pair = quotes.pair(opening: word) {
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
            let isOpener = classes.contains(.clauseOpener)
            let anyClasses = hasProclitic ? text.reportClasses(of: here) : classes
            if frame.contains(.direct),
                anyClasses.contains(.ownSaying) || isSaying && saysAgain(here)
            {
                frame.insert(.clause)
            }
            if isRelayed, marks.contains(.colon), frame.contains(.direct), !isOpener {
                guard frame.contains(.strong) || frame.contains(.continues) else { break }
                return Report(subject: subject, complement: .speech(word), cue: cueWord)
            }
            if word == afterSubject, marks.isDisjoint(with: Marks.breaks),
                classes.contains(.speechOpener), frame.contains(.strong),
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
            if word > cue + 1, isSaying, isOtherReport(here) { break }
            if classes.contains(.ownWords), frame.contains(.relay) { cueWord = word }
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
            if anyClasses.contains(.talk) { isTalk = true }
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
                    && classes.contains(.reportedNoun)
            let isPreposition = here.senses.contains(.preposition)
            if isFirst || isPreposition || hasProclitic,
                let start = noun(at: word, verb, isFirst: isFirst, after: subject)
            {
                if !isAdverbial {
                    if !clauseFollows(start, limit: limit, frame) {
                        return Report(subject: subject, complement: .clause(start), cue: cueWord)
                    }
                } else if candidate == nil {
                    candidate = start
                }
            }
            if isPreposition || hasProclitic && isPrepositional(here) { isAdverbial = true }
            word += 1
        }
        return candidate.map {
            Report(subject: subject, complement: .clause($0), cue: cueWord)
        }
    }

    /// Whether a word has nothing that a report is told by: no mark before it, no proclitic, no class
    /// of reports, and no name. One in three is plain.
    private func isPlain(_ word: Int) -> Bool {
        let words = text.words.span
        return words[word].before.isEmpty && words[word].readingCount == 1
            && words[word].senses.isDisjoint(with: Self.tellingSenses)
            && index.mention(at: word) == nil
    }

    private static let tellingSenses: Senses = [
        .reportWord, .sayingVerb, .sayingParticiple, .preposition,
    ]

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

    private static let subjectBreaks: Marks = Marks.breaks.union(.openQuote)
}
