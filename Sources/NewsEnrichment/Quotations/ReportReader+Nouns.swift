extension ReportReader {
    /// Where an object of the verb begins if it does at this word: after its preposition, or here.
    func noun(
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
    func endsWithPronoun(_ word: Word) -> Bool {
        let letters = text.letters(of: word)
        guard letters.count > 4, !word.isDefinite else { return false }
        let last = letters.suffix(3)
        return last.last == Letter.alef && last.dropLast().last == Letter.heh
            || last.last == Letter.meem && last.dropLast().last == Letter.heh
            || last.elementsEqual([Letter.heh, Letter.meem, Letter.alef])
    }

    /// Whether a noun that a verb governs can stand here.
    func isObjectNoun(_ word: Int) -> Bool {
        let here = text.words[word]
        return here.kind == .arabic && here.letterCount > 2
            && here.senses.isDisjoint(with: Self.noObject)
            && here.reportClass.isDisjoint(with: [.clauseOpener, .manner])
            && !text.readings(of: here).contains {
                !$0.proclitics.isEmpty && !$0.senses.isUnlisted || $0.proclitics.contains(.fused)
            }
    }

    /// Whether أن comes right after what would be an object: أكد ضرورة أن is one, أشار إلى أن none.
    func clauseFollows(_ start: Int, limit: Int, _ frame: SayingFrame) -> Bool {
        opensClause(text.words[start])
    }

    /// Whether a noun that reports can stand here.
    func isNoun(_ word: Int) -> Bool {
        guard word < text.words.count else { return false }
        let here = text.words[word]
        return here.kind == .arabic && here.before.isDisjoint(with: Marks.breaks)
            && here.senses.isDisjoint(with: [.preposition, .relative, .timeNoun, .weekday])
            && !here.reportClass.contains(.adverbHead)
    }

    /// Whether what looked like a subject is what an أكد without a subject governs: أكد أهمية.
    func isObject(_ subject: SubjectReader.Subject, of frame: SayingFrame) -> Bool {
        guard case .words(let range) = subject, frame.contains(.object) else { return false }
        return text.words[range.lowerBound].reportClass.contains(.reportedNoun)
    }

    static func preposition(_ hash: UInt64) -> SayingFrame? {
        switch hash {
        case ReportWords.upon: .ala
        case ReportWords.to: .ila
        case ReportWords.before: .an
        case ReportWords.from: .min
        default: nil
        }
    }

    static let noObject: Senses = [
        .preposition, .particle, .pronoun, .relative, .verb, .adverb, .accordingTo, .timeNoun,
        .weekday, .month, .sayingVerb, .sayingParticiple,
    ]
}
