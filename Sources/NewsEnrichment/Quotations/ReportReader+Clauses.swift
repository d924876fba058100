extension ReportReader {
    /// Whether a word opens a reported clause.
    func opensClause(_ word: Word) -> Bool { word.reportClass.contains(.clauseOpener) }

    /// The first word from `start` that opens a clause, before the next comma.
    func opener(from start: Int, limit: Int) -> Int? {
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
    func plainOpener(from start: Int, limit: Int) -> Bool {
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

    /// قائلا after another verb: as after بقوله what follows may be a clause, whatever the verb takes.
    func saysAgain(_ word: Word) -> Bool {
        guard word.anySenses.contains(.sayingParticiple) else { return false }
        return text.readings(of: word).contains {
            $0.senses.contains(.sayingParticiple)
                && SayingVerbs.shared.verb(of: $0.hash)?.frame.contains(.filler) == true
        }
    }

    /// Whether the preposition before أن is the verb's.
    func prepares(_ word: Word, _ frame: SayingFrame) -> Bool {
        Self.preposition(word.hash).map(frame.contains) ?? false
    }

    /// Whether another verb of saying begins its own report here.
    func isOtherReport(_ word: Word) -> Bool {
        guard
            let reading = text.reading(of: word, in: [.sayingVerb, .sayingParticiple]),
            reading.proclitics.isDisjoint(with: .prepositions),
            let verb = SayingVerbs.shared.verb(of: reading.hash)
        else { return false }
        if verb.form == .participle { return !verb.frame.contains(.filler) }
        return verb.frame.contains(.strong)
    }

    func isPrepositional(_ word: Word) -> Bool {
        text.readings(of: word).contains {
            $0.proclitics.contains(.lam) && !$0.senses.isUnlisted || $0.proclitics.contains(.fused)
        }
    }

    func endsClause(_ word: Int) -> Bool {
        text.words[word].before.contains(.semicolon) || isSentenceStart(word)
    }

    /// Whether a full stop without white space after it ended a sentence here: `بكثافة.كما حضر`.
    func isSentenceStart(_ word: Int) -> Bool {
        let words = text.words.span
        return words[word].before.contains(.fullStop) && words[word].kind == .arabic && word > 0
            && words[word - 1].letterCount > 1 && words[word - 1].kind == .arabic
    }
}
