/// Finds the names of an article where they stand alone: وأوضح أرميل.
struct NameRepeats {
    let text: NewsText
    let mentions: [PersonMention]

    /// The mentions with those of family names, and of names whose only word was announced.
    func added(organisations: [OrganisationMention]) -> [PersonMention] {
        let (names, bits) = familyNames
        guard bits != 0 else { return mentions }
        let readings = text.readings
        var repeated: [PersonMention] = []
        // Both lists and the words are in order.
        var (people, bodies) = (mentions[...], organisations[...])
        for place in readings.indices
        where bits &>> readings[place].hash & 1 != 0 && names[readings[place].hash] != nil {
            let (index, reading) = (text.word(ofReading: place), readings[place])
            guard repeated.last?.words.lowerBound != index, canRepeat(index, reading),
                !people.hasWord(index, \.words), !bodies.hasWord(index, \.words)
            else { continue }
            repeated.append(
                PersonMention(
                    words: index..<index + 1, cut: Int(reading.cut), tokens: [reading.hash],
                    rule: "person.repeated", evidence: nil, honorific: nil, office: nil,
                    following: nil,
                    isGiven: false))
        }
        guard !repeated.isEmpty else { return mentions }
        return (mentions + repeated).sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// The last words of the names that can stand for the whole, and a bit of each: it tells of most
    /// words that they are none of them.
    private var familyNames: (hashes: HashTable, bits: UInt64) {
        var (hashes, bits) = (HashTable(), UInt64(0))
        for mention in mentions {
            guard let last = mention.tokens.last, mention.tokens.count > 1 else { continue }
            let word = text.words[mention.words.upperBound - 1]
            // A given name or a common word at the end of a name is no name of its own.
            guard word.senses.isDisjoint(with: [.commonWord, .placeStart, .nisba, .ordinal]),
                !word.senses.contains(.givenName)
                    || word.senses.isDisjoint(with: .ambiguousName),
                word.letterCount > 3, word.senses.isDisjoint(with: .functionWords),
                last == word.hash
            else { continue }
            hashes[last] = 0
            bits |= 1 &<< last
        }
        return (hashes, bits)
    }

    private func canRepeat(_ index: Int, _ reading: WordReading) -> Bool {
        !reading.proclitics.contains(.fused)
            && (index == 0 || !text.words[index - 1].senses.contains(.nameParticle)
                || !text.words[index].before.isEmpty)
    }
}

extension NewsText {
    /// The word that has a reading.
    fileprivate func word(ofReading place: Int) -> Int {
        var (low, high) = (0, words.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(words[middle].firstReading) <= place { low = middle } else { high = middle }
        }
        return low
    }
}

extension ArraySlice {
    /// Whether one of some ranges of words, in order, has a word; leaves those out that end before it.
    fileprivate mutating func hasWord(_ word: Int, _ words: (Element) -> Range<Int>) -> Bool {
        while let first, words(first).upperBound <= word { removeFirst() }
        return first.map { words($0).contains(word) } ?? false
    }
}
