/// Finds subjects that stand before their verb: `الوزير الذي أكد`, `كان الوزير قد قال`.
struct SubjectBeforeVerb: Sendable {
    let subjects: SubjectReader
    private var text: NewsText { subjects.text }
    private var index: SpeakerIndex { subjects.index }

    /// The subject that stands before its verb: `الوزير الذي أكد`, `كان الوزير قد قال`.
    ///
    /// - Returns: `nil` if nothing there can be one; no mention if it is somebody unknown.
    func before(
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

    /// A noun phrase that stands before its verb: `إلا أن مصادر ذكرت`.
    func phrase(before cue: Int, in sentence: Range<Int>) -> Range<Int>? {
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

    /// `أصدر بيانا قال فيه`.
    func isTherein(_ cue: Int, limit: Int) -> Bool {
        let end = min(cue + 3, limit)
        guard cue + 1 < end else { return false }
        return (cue + 1..<end).contains { text.words[$0].reportClass.contains(.therein) }
    }

    /// The subject of a sentence whose verb is none of saying: `ودعا فلان إلى …، مؤكدا`.
    func subject(
        of sentence: Range<Int>, before cue: Int, _ agreement: SayingVerb.Agreement
    ) -> Speaker? {
        let first = sentence.lowerBound
        let opening = text.letters(of: text.words[first])
        let isFeminine = opening.last == Letter.teh
        if isFeminine, agreement == .masculine { return nil }
        for word in first..<min(cue, first + 6) {
            guard let (mention, _) = subjects.mention(at: word, limit: cue) else { continue }
            if isFree(mention, in: sentence), !isOwner(mention) {
                if mention.isPerson, !isFeminine, agreement == .feminine { return nil }
                return index.speaker(of: mention)
            }
        }
        return nil
    }

    /// As ``subject(of:before:_:)``, where the subject is only described: `دعا رئيس البرلمان`.
    func phrase(
        of sentence: Range<Int>, before cue: Int, _ agreement: SayingVerb.Agreement
    ) -> Range<Int>? {
        for word in sentence.dropFirst().prefix(6) where word < cue {
            let verb = text.words[word - 1]
            guard !verb.isDefinite, verb.senses.isDisjoint(with: [.preposition, .relative]),
                verb.kind == .arabic, verb.letterCount > 2,
                let (subject, _) = subjects.subject(at: word, limit: cue, isAfterVerb: false),
                case .words(let range) = subject
            else { continue }
            let isFeminine = text.letters(of: verb).last == Letter.teh
            return isFeminine == (agreement == .feminine) || agreement == .plural ? range : nil
        }
        return nil
    }

    /// The person who acts in a sentence, with the gender of its verb.
    func actor(in sentence: Range<Int>) -> Speaker? {
        let first = text.words[sentence.lowerBound]
        let isFeminine = text.letters(of: first).last == Letter.teh
        var found = subject(
            of: sentence, before: sentence.upperBound, isFeminine ? .feminine : .masculine)
        guard found?.isPerson == true else { return nil }
        found?.agreement = isFeminine ? .feminine : .masculine
        return found
    }

    /// Whether a sentence opens with a verb that goes on with who spoke before: `وندد بعدم تعيين`.
    func startsWithoutSubject(_ sentence: Range<Int>, before cue: Int) -> Bool {
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

    /// Whether a body only tells whose office the one before it is: `أمين عام الجامعة العربية`.
    private func isOwner(_ mention: SpeakerIndex.Mention) -> Bool {
        guard mention.kind == .organisation else { return false }
        let first = mention.words.lowerBound
        return (max(0, first - 2)..<first).contains {
            text.words[$0].senses.contains(.officeNoun)
        }
    }

    /// Whether no preposition governs a mention.
    private func isFree(_ mention: SpeakerIndex.Mention, in sentence: Range<Int>) -> Bool {
        guard !mention.isGoverned else { return false }
        let first = mention.words.lowerBound
        guard first > sentence.lowerBound else { return true }
        return !text.words[first - 1].senses.contains(.preposition)
    }

    private static let noSubjectBefore: Senses = [
        .preposition, .particle, .pronoun, .relative, .verb, .timeNoun, .weekday, .sayingVerb,
        .sayingParticiple,
    ]
}
