/// Finds the words that name bodies, in one pass over a text.
struct OrganisationScanner {
    private let reader: OrganisationReader
    private(set) var mentions: [OrganisationMention] = []
    /// The stems of all mentions.
    private(set) var stems: [UInt64] = []

    init(names: NameReader, places: [PlaceCandidate], bodies: KnownBodies) {
        reader = OrganisationReader(names: names, places: places, bodies: bodies)
    }

    private var text: NewsText { reader.names.text }

    /// Finds the mentions.
    mutating func scan() {
        mentions.reserveCapacity(16)
        stems.reserveCapacity(64)
        let starts: Senses = [.orgTrigger, .orgName]
        var index = text.word(from: 0, in: starts)
        while index < text.words.count {
            let known = text.words[index].anySenses.contains(.orgName) ? knownBody(at: index) : nil
            let end = known ?? triggered(at: index) ?? index + 1
            index = text.word(from: end, in: starts)
        }
    }

    private mutating func knownBody(at index: Int) -> Int? {
        let word = text.words[index]
        for place in word.placesOfReadings {
            let reading = text.readings[place]
            guard reading.senses.contains(.orgName),
                reading.cut == 0
                    || word.senses.isCommonAtMost && Int(word.letterCount) - Int(reading.cut) > 3,
                let (body, end) = reader.bodies.body(at: index, in: text, reading: reading),
                !body.isClub || isSport(before: index)
            else { continue }
            add(index..<end, reading, country: body.country)
            return end
        }
        return nil
    }

    /// لاعب الهلال: whether a word of sports stands before a word.
    private func isSport(before index: Int) -> Bool {
        guard index > 0, text.words[index].before.isEmpty else { return false }
        return text.readings(of: text.words[index - 1]).contains {
            TraitTable.shared[$0.hash].contains(.sport)
        }
    }

    private mutating func triggered(at index: Int) -> Int? {
        let word = text.words[index]
        guard let reading = text.reading(of: word, in: .orgTrigger),
            reading.cut == 0 || word.senses.isCommonAtMost,
            !isFounding(before: index)
        else { return nil }
        if let end = reader.end(ofNameAt: index, reading: reading) {
            add(index..<end, reading, hasTrigger: true)
            return end
        }
        // للجنة may be اللجنة or لجنة.
        guard reading.proclitics.contains(.fused),
            let other = text.readings(of: word).first(where: {
                $0.proclitics.contains(.lam) && !$0.proclitics.contains(.fused)
                    && $0.senses.contains(.orgTrigger)
            }),
            let end = reader.end(ofNameAt: index, reading: other)
        else { return nil }
        add(index..<end, other, hasTrigger: true)
        return end
    }

    /// احداث لجنة: what is to be founded is no body yet.
    private func isFounding(before index: Int) -> Bool {
        guard index > 0, text.words[index].before.isEmpty, !text.words[index].isDefinite else {
            return false
        }
        return text.readings(of: text.words[index - 1]).contains {
            TraitTable.shared[$0.hash].contains(.founding)
        }
    }

    private mutating func add(
        _ words: Range<Int>, _ reading: WordReading, hasTrigger: Bool = false,
        country: CountryCode = .none
    ) {
        let first = stems.count
        text.appendStems(of: words, cut: Int(reading.cut), to: &stems)
        mentions.append(
            OrganisationMention(
                words: words, cut: Int(reading.cut), proclitics: reading.proclitics,
                hasTrigger: hasTrigger, stems: first..<stems.count,
                key: WordHash.join(stems[first...]), country: country))
    }
}

extension NewsText {
    /// Whether a word is ل and a trigger that begins with ل: للجنة.
    private func isLamWord(_ word: Word) -> Bool {
        readings(of: word).contains {
            $0.proclitics.contains(.lam) && !$0.proclitics.contains(.fused)
                && $0.senses.contains(.orgTrigger)
        }
    }

    /// The hashes of some words without article, ل, و and the ending ة.
    func stems(_ range: Range<Int>, cut: Int) -> [UInt64] {
        var stems: [UInt64] = []
        stems.reserveCapacity(range.count)
        appendStems(of: range, cut: cut, to: &stems)
        return stems
    }

    /// Adds the same to others.
    func appendStems(of range: Range<Int>, cut: Int, to stems: inout [UInt64]) {
        for index in range { stems.append(stem(index, cut: index == range.lowerBound ? cut : nil)) }
    }

    /// The hash of a word without article, ل and the ending ة.
    ///
    /// - Parameter cut: How many letters to leave out at the start; `nil` for a word after the first,
    ///   which loses its و.
    func stem(_ index: Int, cut: Int?) -> UInt64 {
        let letters = letters.span
        let whole = places(ofLetters: index)
        var (start, end) = (whole.lowerBound + (cut ?? 0), whole.upperBound)
        if cut == nil, end - start > 4, letters[start] == Letter.waw { start += 1 }
        if end - start > 3, letters[start + 1] == Letter.lam {
            if letters[start] == Letter.lam {
                // للجنة is ل and a word that begins with ل itself.
                start += isLamWord(words[index]) ? 1 : 2
            } else if end - start > 4, letters[start] == Letter.alef {
                start += 2
            }
        }
        if end - start > 3, letters[end - 1] == Letter.tehMarbuta { end -= 1 }
        guard end - start < whole.count else { return words[index].hash }
        var hash = WordHash()
        prepend(start..<end, to: &hash)
        return hash.value
    }

    /// Takes the letters at some places, from the last to the first.
    func prepend(_ places: Range<Int>, to hash: inout WordHash) {
        let letters = letters.span
        for place in places.reversed() { hash.prepend(letters[unchecked: place]) }
    }
}
