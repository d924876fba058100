extension QuotationPass {
    /// `كشف فلان عن وصول الدفعة`: nothing is quoted, but who speaks from there on.
    mutating func noteAnnouncer(_ verb: SayingVerb, at word: Int, limit: Int) {
        guard verb.form == .perfect, !verb.isHomograph,
            verb.frame.isDisjoint(with: [.relay, .inPaper]), verb.frame.contains(.direct),
            verb.frame.contains(.clause),
            let (subject, _) = reader.subjects.subject(
                at: word + 1, limit: limit, isAfterVerb: false),
            let (speaker, _) = speakers.known(subject)
        else { return }
        speakers.note(speaker, named: subject, verb.agreement)
        speakers.sentenceSpeaker = speaker
    }

    /// `فلان: «…»` at the beginning of a sentence.
    mutating func readHeading(of sentence: Range<Int>) {
        guard sentence.lowerBound >= readUntil,
            let mention = index.mention(startingAt: sentence.lowerBound), mention.kind == .name,
            mention.words.upperBound < sentence.upperBound,
            text.words[mention.words.upperBound].before.contains(.colon),
            let pair = quotes.pair(opening: mention.words.upperBound), pair.count > 2,
            let (speaker, form) = speakers.known(.mention(mention))
        else { return }
        speakers.note(speaker, named: .mention(mention), nil)
        append(
            pair, .direct, speaker, form, cue: mention.words.upperBound - 1,
            rule: "quotation.colon")
        readUntil = max(readUntil, pair.upperBound)
    }

    /// `وفق ما أكده فلان`: no quotation of its own, but who speaks from there on.
    mutating func readAttribution(_ word: Int, limit: Int) {
        var next = word + 1
        guard next + 2 < limit else { return }
        if text.words[next].hash == ReportWords.what {
            next += 2
            if text.words[next].senses.contains(.preposition), next + 1 < limit { next += 1 }
        } else if !isSource(next) {
            return
        }
        guard
            let (subject, _) = reader.subjects.subject(at: next, limit: limit, isAfterVerb: true),
            let (speaker, _) = speakers.known(subject)
        else { return }
        speakers.note(speaker, named: subject, nil)
    }

    /// Whether a word after حسب begins who says something, not a law or a plan.
    func isSource(_ word: Int) -> Bool {
        let here = text.words[word]
        return index.mention(startingAt: word) != nil || here.reportClass.contains(.source)
            || !here.senses.isDisjoint(with: [.officeNoun, .groupNoun, .medium, .orgTrigger])
    }

    /// `"…"، قال فلان`: the words stand before the verb.
    mutating func readAfterQuote(
        _ word: Int, _ verb: SayingVerb, in sentence: Range<Int>
    ) -> Bool {
        guard verb.frame.contains(.direct), verb.frame.contains(.strong) else { return false }
        var end = word
        if word > 0, text.words[word - 1].hash == ReportWords.likewise { end -= 1 }
        guard let pair = quotes.pair(closing: end), pair.count > 2, pair.lowerBound >= readUntil,
            open == nil,
            let (subject, _) = reader.subjects.subject(
                at: word + 1, limit: sentence.upperBound, isAfterVerb: true),
            let (speaker, form) = speakers.known(subject)
        else { return false }
        speakers.note(speaker, named: subject, verb.agreement)
        speakers.sentenceSpeaker = speaker
        append(pair, .direct, speaker, form, cue: word, rule: "quotation.beforeVerb")
        return true
    }
}
