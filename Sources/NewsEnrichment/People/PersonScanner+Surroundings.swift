/// What stands before and after a name.
extension PersonScanner {
    /// Whether the words are the name of a place: سيدي بوزيد.
    func isPlace(_ index: Int, until end: Int) -> Bool {
        places.contains {
            $0.words.contains(index) && $0.words.count > 1 && $0.words.upperBound >= end
        }
    }

    /// ملعب الطيب المهيري: what is called after a person.
    func isNamesake(before index: Int) -> Bool {
        guard index > 0, names.continues(text.words[index]) else { return false }
        return text.readings(of: text.words[index - 1]).contains {
            TraitTable.shared[$0.hash].contains(.namesake)
        }
    }

    /// Whether a mark, a title or a verb of saying stands before a word.
    func startsPhrase(_ index: Int) -> Bool {
        guard index > 0, names.continues(text.words[index]) else { return true }
        let before = text.words[index - 1]
        return !before.anySenses.isDisjoint(
            with: [.sayingVerb, .sayingParticiple, .title, .officeNoun, .nisba, .ordinal])
    }

    /// محمد السادس.
    func ordinalEnd(_ index: Int) -> Int? {
        guard index < text.words.count, names.continues(text.words[index]),
            text.words[index].senses.contains(.ordinal), names.isDefiniteWord(index)
        else { return nil }
        // الخامس عشر.
        if index + 1 < text.words.count, names.continues(text.words[index + 1]),
            text.words[index + 1].hash == Self.ten
        {
            return index + 2
        }
        return index + 1
    }

    /// فلان، وزير الداخلية; فلان وزير الداخلية: without a mark only an office that one holds at a time.
    func followingOffice(_ index: Int) -> OfficePhrase? {
        guard index < text.words.count else { return nil }
        let word = text.words[index]
        let isJoined = names.continues(word)
        guard isJoined || word.before == .comma || word.before == .openBracket,
            word.senses.contains(.officeNoun),
            let reading = text.readings(of: word).first, !isOtherwise(index, reading)
        else { return nil }
        var phrase = offices.phrase(at: index, reading: reading)
        if !isJoined { phrase.widen() }
        return phrase.isSpecific && phrase.name == nil && (phrase.isSole || !isJoined)
            ? phrase : nil
    }

    /// Whether a phrase ends before a word: nothing more of a name can stand there.
    func endsPhrase(_ index: Int) -> Bool {
        guard index < text.words.count else { return true }
        let word = text.words[index]
        return !names.continues(word) || !word.senses.isDisjoint(with: .functionWords)
            || word.isDefinite
    }

    /// Whether a word that can be an office or title is another here: وإلى, «عامل الوراثة», «ملك
    /// للدولة».
    func isOtherwise(_ index: Int, _ reading: WordReading) -> Bool {
        let word = text.words[index]
        switch reading.hash {
        case Self.governor:
            // وإلى has its hamza below.
            return text.utf8[Int(word.startByte)..<Int(word.endByte)].contains(0xA5)
        case Self.agent:
            guard index + 1 < text.words.count else { return true }
            return text.words[index + 1].anySenses.isDisjoint(
                with: [.placeTrigger, .placeStart, .honorific])
        case Self.king:
            guard index + 1 < text.words.count, names.continues(text.words[index + 1]) else {
                return false
            }
            return text.letters(of: text.words[index + 1]).starts(with: [Letter.lam, Letter.lam])
        default: return false
        }
    }

    private static let governor = WordHash.of("والي")
    private static let agent = WordHash.of("عامل")
    private static let king = WordHash.of("ملك")
    static let ten = WordHash.of("عشر")
}
