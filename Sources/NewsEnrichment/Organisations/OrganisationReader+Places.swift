/// Bodies named after places.
extension OrganisationReader {
    /// The end of a place that starts at a word, after ب or nothing.
    func placeEnd(_ start: Int, after proclitic: WordReading.Proclitics) -> Int? {
        guard continues(start) else { return nil }
        let word = text.words[start]
        if word.senses.contains(.nisba), !names.isDefiniteWord(start) { return nil }
        return candidateEnd(start, after: proclitic)
            ?? (proclitic.isEmpty ? gazetteerEnd(start) : nil)
    }

    /// The end of the longest name of the gazetteer from a word: نادي حمام الأنف is no place for the
    /// finder of places.
    func gazetteerEnd(_ start: Int) -> Int? {
        let word = text.words[start]
        guard word.senses.contains(.placeStart), word.senses.isDisjoint(with: Self.ends) else {
            return nil
        }
        var phrase = PhraseHash()
        phrase.append(word.hash)
        var found: Int?
        var end = start + 1
        while let node = Gazetteer.shared.phrases.node(of: phrase.value) {
            if node.head >= 0 { found = end }
            guard node.continues, continues(end) else { break }
            phrase.append(text.words[end].hash)
            end += 1
        }
        return found
    }

    func candidateEnd(_ start: Int, after proclitic: WordReading.Proclitics) -> Int? {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].words.lowerBound < start { low = middle + 1 } else { high = middle }
        }
        guard low < places.count, places[low].words.lowerBound == start else { return nil }
        let place = places[low]
        guard proclitic.isEmpty == (place.cut == 0) else { return nil }
        if place.cut > 0 {
            let readings = text.readings(of: text.words[start])
            guard readings.contains(where: { $0.proclitics == proclitic && $0.cut == place.cut })
            else { return nil }
        }
        return place.words.upperBound
    }
}
