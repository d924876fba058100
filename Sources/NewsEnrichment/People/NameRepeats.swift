/// Finds the names of an article where they stand alone: وأوضح أرميل.
struct NameRepeats {
    let text: NewsText
    let mentions: [PersonMention]

    /// The mentions with those of family names, and of names whose only word was announced.
    func added(organisations: [OrganisationMention]) -> [PersonMention] {
        var hashes: [UInt64] = []
        for mention in mentions {
            guard let last = mention.tokens.last, mention.tokens.count > 1 else { continue }
            let word = text.words[mention.words.upperBound - 1]
            // A given name or a common word at the end of a name is no name of its own.
            guard word.senses.isDisjoint(with: [.commonWord, .placeStart, .nisba, .ordinal]),
                !word.senses.contains(.givenName)
                    || word.senses.isDisjoint(with: .ambiguousName),
                word.letterCount > 3, word.senses.isDisjoint(with: .functionWords),
                mention.tokens.last == word.hash
            else { continue }
            if !hashes.contains(last) { hashes.append(last) }
        }
        guard !hashes.isEmpty else { return mentions }
        var result: [PersonMention] = []
        result.reserveCapacity(mentions.count * 2)
        var next = 0
        var body = 0
        var index = 0
        while index < text.words.count {
            if next < mentions.count, mentions[next].words.lowerBound <= index {
                result.append(mentions[next])
                index = max(index, mentions[next].words.upperBound)
                next += 1
                continue
            }
            while body < organisations.count, organisations[body].words.upperBound <= index {
                body += 1
            }
            if body < organisations.count, organisations[body].words.contains(index) {
                index += 1
                continue
            }
            if let mention = repeated(index, hashes) { result.append(mention) }
            index += 1
        }
        result += mentions[next...]
        return result
    }

    private func repeated(_ index: Int, _ hashes: [UInt64]) -> PersonMention? {
        for reading in text.readings(of: text.words[index]) where hashes.contains(reading.hash) {
            guard !reading.proclitics.contains(.fused),
                index == 0 || !text.words[index - 1].senses.contains(.nameParticle)
                    || !text.words[index].before.isEmpty
            else { continue }
            return PersonMention(
                words: index..<index + 1, cut: Int(reading.cut), tokens: [reading.hash],
                rule: "person.repeated", evidence: nil, honorific: nil, office: nil, isGiven: false)
        }
        return nil
    }
}
