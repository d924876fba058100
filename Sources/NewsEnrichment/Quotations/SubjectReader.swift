/// Finds the subject of a verb of saying among the words after it.
struct SubjectReader: Sendable {
    /// Who is said to speak.
    enum Subject: Sendable {
        /// Somebody the record has.
        case mention(SpeakerIndex.Mention)
        /// A noun phrase that names nobody known: مصدر أمني.
        case words(Range<Int>)
    }

    let text: NewsText
    let index: SpeakerIndex

    /// The subject that begins at a word, and the word after it.
    ///
    /// - Parameter isAfterVerb: Whether any noun may be it, as right after a verb.
    func subject(at start: Int, limit: Int, isAfterVerb: Bool) -> (Subject, end: Int)? {
        guard start < limit else { return nil }
        if let (mention, end) = mention(at: start, limit: limit), !mention.isGoverned {
            return (.mention(mention), end)
        }
        guard isSubjectStart(start, isAfterVerb: isAfterVerb) else { return nil }
        return phrase(at: start, limit: limit)
    }

    /// The mention at a word, after titles; the name of who holds an office rather than the office.
    func mention(at start: Int, limit: Int) -> (SpeakerIndex.Mention, end: Int)? {
        var word = start
        while word < limit, word < start + 4, index.mention(at: word) == nil, isTitle(word) {
            word += 1
        }
        guard word < limit, let mention = index.mention(startingAt: word) else { return nil }
        var (found, end) = (mention, mention.words.upperBound)
        if mention.kind == .role || mention.kind == .office {
            var next = end
            while next < limit, next < end + 4, isTitle(next), index.mention(at: next) == nil {
                next += 1
            }
            if next < limit, let name = index.mention(startingAt: next), name.kind == .name,
                !name.isGoverned, mention.kind == .office || name.ref == mention.ref,
                text.words[next].before.isDisjoint(with: [.fullStop, .paragraph, .semicolon])
            {
                found = SpeakerIndex.Mention(
                    words: name.words, kind: .name, ref: name.ref, isGoverned: mention.isGoverned)
                end = name.words.upperBound
            }
        }
        return (found, end)
    }

    /// The word after whom a verb's words are told to, and after the day: `كشفت لـ«الشرق» مصادر`,
    /// `قال أمس الأحد وزير النقل`; `nil` if neither comes.
    func skippingAddressee(from start: Int, limit: Int, quotes: QuotePairs) -> Int? {
        var word = start
        while word < min(limit, start + 6) {
            let here = text.words[word]
            guard here.before.isDisjoint(with: Marks.breaks) else { break }
            if here.letterCount == 1, startsWithLam(word), word + 1 < limit {
                guard
                    let end = quotes.pair(opening: word + 1)?.upperBound
                        ?? index.mention(startingAt: word + 1)?.words.upperBound
                else { return nil }
                word = end
            } else if text.readings(of: here).contains(where: {
                $0.proclitics.contains(.lam)
                    && ($0.reportClass.contains(.told) || $0.senses.contains(.medium))
            }) {
                word =
                    quotes.pair(opening: word + 1)?.upperBound
                    ?? index.mention(at: word)?.words.upperBound ?? word + 1
            } else if !here.senses.isDisjoint(with: [.timeNoun, .weekday, .month, .adverb])
                || word > start && here.kind == .number
            {
                word += 1
            } else {
                break
            }
        }
        return word > start && word < limit ? word : nil
    }

    private func isTitle(_ word: Int) -> Bool {
        !text.words[word].senses.isDisjoint(with: [.honorific, .title])
    }

    /// Whether a noun phrase that is a subject can begin here.
    private func isSubjectStart(_ word: Int, isAfterVerb: Bool) -> Bool {
        let here = text.words[word]
        guard here.kind == .arabic, here.letterCount > 1 else { return false }
        if here.reportClass.contains(.quantifier) { return true }
        let known = here.senses
        guard known.isDisjoint(with: Self.noSubject),
            here.reportClass.isDisjoint(with: Self.noSubjectClasses)
        else { return false }
        if known.isDisjoint(with: Self.personNouns),
            here.reportClass.isDisjoint(with: [.courtesy, .paper, .source])
        {
            guard isAfterVerb, index.mention(at: word)?.isGoverned != true else { return false }
            for reading in text.readings(of: here)
            where !reading.proclitics.isDisjoint(with: .prepositions) {
                if !reading.senses.isUnlisted || reading.proclitics.contains(.fused)
                    || here.isDefinite
                {
                    return false
                }
            }
        }
        return true
    }

    /// The noun phrase that begins at a word; the person that stands beside it in apposition.
    private func phrase(at start: Int, limit: Int) -> (Subject, end: Int)? {
        var end = start + 1
        while end < min(limit, start + 16) {
            let word = text.words[end]
            guard word.before.isDisjoint(with: Self.phraseEnds) else { break }
            if word.hash == ReportWords.from {
                guard end <= start + 2, end + 1 < limit else { break }
            } else if !word.senses.isDisjoint(with: Self.noSubject.subtracting(.direction))
                || !word.reportClass.isDisjoint(with: Self.noSubjectClasses),
                !word.reportClass.contains(.general)
            {
                // `بيان صادر عن وزارة الداخلية`
                if word.hash == ReportWords.before, end + 1 < limit,
                    text.has(.paper, text.words[start]),
                    let body = index.mention(startingAt: end + 1), body.kind == .organisation
                {
                    return (.mention(body), body.words.upperBound)
                }
                break
            }
            if let mention = index.mention(startingAt: end) {
                if end <= start + 3, text.has(.paper, text.words[start]),
                    mention.kind == .organisation
                {
                    return (.mention(mention), mention.words.upperBound)
                }
                if mention.kind == .name, !mention.isGoverned {
                    if isApposition(mention, to: start) {
                        return (.mention(mention), mention.words.upperBound)
                    }
                } else if mention.isGoverned, startsWithLam(end),
                    !text.words[start].senses.contains(.officeNoun)
                {
                    // لوكالة الأنباء: who is told. مدير لوزارة is an office, and names know it.
                    break
                }
                end = mention.words.upperBound
                continue
            }
            // `مقال بصحيفة الشرق وذكر المقال`: another verb.
            if let reading = text.reading(of: word, in: .sayingVerb),
                reading.proclitics == .waw || reading.proclitics == .fa,
                let verb = SayingVerbs.shared.verb(of: reading.hash), !verb.isHomograph,
                verb.frame.contains(.clause)
            {
                break
            }
            if isTold(word, by: start) || text.has(.ownSaying, word) { break }
            // `أكدت الوزارة مواصلة مهامها`: the verb's object.
            if word.reportClass.contains(.reportedNoun), text.words[end - 1].isDefinite { break }
            if text.words[end - 1].isDefinite, isPlainNoun(word),
                text.words[start].senses.isDisjoint(with: Self.titles)
            {
                break
            }
            if end > start + 1, ReportWords.neverSpeaker.contains(word.hash) { break }
            end += 1
        }
        if end < limit, text.words[end].before.contains(.comma),
            let (mention, last) = mention(at: end, limit: limit), mention.kind == .name,
            !mention.isGoverned, !isKin(start)
        {
            return (.mention(mention), last)
        }
        return (.words(start..<end), end)
    }

    /// Whether a word is a noun of news without the article, and no name: behind one that has it begins
    /// what is said. `أظهر المعهد ارتفاع نسبة التضخم`
    private func isPlainNoun(_ word: Word) -> Bool {
        !word.isDefinite && word.senses.contains(.commonWord) && word.hash != ReportWords.from
            && word.senses.isDisjoint(with: Self.personNouns.union(Self.names))
            && text.readings(of: word).dropFirst().allSatisfy(\.senses.isEmpty)
    }

    /// The name of who holds an office that was named before: `رئيس الجمعية ورئيس اللجنة الدكتور فلان`.
    ///
    /// It stands after its title, or after a definite noun that is none.
    func holder(at word: Int, of subject: Subject, limit: Int) -> (Subject, end: Int)? {
        let head: Int
        switch subject {
        case .words(let range): head = range.lowerBound
        case .mention(let mention):
            guard mention.kind == .role || mention.kind == .office else { return nil }
            head = mention.words.lowerBound
        }
        guard text.words[head].senses.contains(.officeNoun), !isKin(head),
            let mention = index.mention(startingAt: word), mention.kind == .name,
            !mention.isGoverned
        else { return nil }
        let before = text.words[word - 1]
        let isTitled =
            !before.senses.isDisjoint(with: [.title, .honorific])
            && !before.senses.contains(.officeNoun)
        guard
            isTitled || text.words[word].before.contains(.comma)
                || before.isDefinite && before.senses.isDisjoint(with: [.title, .officeNoun])
        else { return nil }
        return (.mention(mention), mention.words.upperBound)
    }

    /// Whether a name inside a phrase is of whom the phrase speaks: `عضو المجلس عبدالعزيز`, not
    /// `محامي عبدالعزيز` or `نجل الرئيس عبدالعزيز`.
    private func isApposition(_ name: SpeakerIndex.Mention, to start: Int) -> Bool {
        let last = name.words.lowerBound - 1
        guard !isKin(start) else { return false }
        if last == start { return text.words[last].isDefinite || isTitle(last) }
        // `المتحدث باسم فلان`
        if !text.words[last].isDefinite, text.words[last].reportClass.contains(.namingNoun) {
            return false
        }
        return text.words[last].senses.isDisjoint(with: [.title, .officeNoun, .kinship])
    }

    private func isKin(_ word: Int) -> Bool { text.words[word].senses.contains(.kinship) }

    /// للصحفيين، لمراسل: to whom something is told.
    private func isTold(_ word: Word, by head: Int) -> Bool {
        // `الأمين العام للحزب` holds an office; `قال الرجل للضباط`.
        let isOffice = text.words[head].senses.contains(.officeNoun)
        return text.readings(of: word).contains { reading in
            guard reading.proclitics.contains(.lam) else { return false }
            if reading.reportClass.contains(.told) || reading.senses.contains(.medium) {
                return true
            }
            guard !isOffice else { return false }
            return reading.proclitics.contains(.fused)
                || !reading.senses.isDisjoint(with: Self.personNouns.union(.orgTrigger))
        }
    }

    private func startsWithLam(_ word: Int) -> Bool {
        text.letters(of: text.words[word]).first == Letter.lam
    }

    private static let titles: Senses = [.title, .honorific, .officeNoun, .kinship]
    private static let names: Senses = [
        .givenName, .familyName, .nameParticle, .ambiguousName, .orgName, .orgTrigger, .placeStart,
    ]
    private static let noSubject: Senses = [
        .preposition, .particle, .pronoun, .relative, .verb, .adverb, .accordingTo, .timeNoun,
        .weekday, .month, .sayingParticiple, .ordinal, .numberWord, .direction,
    ]
    private static let noSubjectClasses: ReportClass = [
        .clauseOpener, .noSpeaker, .manner, .therein, .ownWords,
    ]
    private static let personNouns: Senses = [
        .officeNoun, .title, .groupNoun, .orgTrigger, .medium, .officePlural, .kinship,
    ]
    private static let phraseEnds = Marks.breaks.union([.openQuote])
}
