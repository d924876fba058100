/// What follows the nouns of a name: adjectives, and what else the body is for.
extension OrganisationReader {
    /// After the noun with the article: adjectives, and what else the body is for.
    func qualifiedEnd(_ start: Int) -> Int {
        var index = adjectivesEnd(start)
        while index < text.words.count, text.words[index].before.isEmpty {
            let word = text.words[index]
            if isPairedAdjective(index) {
                index = adjectivesEnd(index + 1)
                continue
            }
            guard
                let reading = text.readings(of: word).first(where: {
                    !$0.proclitics.isDisjoint(with: .conjunctions)
                        && $0.proclitics.isDisjoint(with: .prepositions)
                        && traits[$0.hash].contains(.field)
                })
            else { break }
            if text.letters(of: word).dropFirst(Int(reading.cut)).haveArticle {
                index = adjectivesEnd(index + 1)
            } else if continues(index + 1), names.isDefiniteWord(index + 1), isNoun(index + 1) {
                index = adjectivesEnd(index + 2)
            } else {
                break
            }
        }
        return index
    }

    /// الشؤون البلدية والقروية.
    func isPairedAdjective(_ index: Int) -> Bool {
        guard index > 1, Self.affairs.contains(text.words[index - 2].hash) else { return false }
        let letters = text.letters(of: text.words[index])
        return letters.count > 6 && letters.first == Letter.waw && letters.dropFirst().haveArticle
            && letters.last == Letter.tehMarbuta
            && letters[letters.endIndex - 2] == Letter.yeh
    }

    static let affairs = WordSet("الشؤون الشئون الشوون")

    /// للأنباء، للإغاثة.
    func isFieldPurpose(_ index: Int) -> Bool {
        guard continues(index) else { return false }
        return text.readings(of: text.words[index]).contains {
            $0.proclitics.contains(.lam) && $0.proclitics.isDisjoint(with: .conjunctions)
                && traits[$0.hash].contains(.field)
        }
    }

    func adjectivesEnd(_ start: Int) -> Int {
        var index = start
        while continues(index), names.isDefiniteWord(index) {
            let senses = text.words[index].senses
            if isGeneral(index) {
                index += 1
                continue
            }
            guard !isEnd(text.words[index]), senses.isDisjoint(with: .ordinal),
                !traits[text.words[index].hash].contains(.stop),
                !senses.isDisjoint(with: Self.adjectives) || isRelational(index)
            else { break }
            index += 1
        }
        return index
    }

    /// Whether a word ends a name: السياسي is a title, but an adjective besides.
    func isEnd(_ word: Word) -> Bool {
        let ends = word.senses.contains(.orgAdjective) ? Self.ends.subtracting(.title) : Self.ends
        return !word.senses.isDisjoint(with: ends)
    }

    /// العام, but not in العام الماضي.
    func isGeneral(_ index: Int) -> Bool {
        let word = text.words[index]
        guard word.senses.contains([.timeNoun, .orgAdjective]) else { return false }
        guard continues(index + 1) else { return true }
        let next = text.words[index + 1]
        return next.kind != .number && next.senses.isDisjoint(with: [.timeNoun, .ordinal])
    }

    /// An adjective by its ending, that is no name: الأدبية، التقني.
    func isRelational(_ index: Int) -> Bool {
        let word = text.words[index]
        guard word.senses.isDisjoint(with: [.givenName, .familyName, .officeNoun, .orgTrigger])
        else { return false }
        let letters = text.letters(of: word)
        guard letters.count > 4, let last = letters.last else { return false }
        if last == Letter.tehMarbuta {
            return letters[letters.endIndex - 2] == Letter.yeh
        }
        return last == Letter.yeh && word.senses.contains(.commonWord)
    }
}
