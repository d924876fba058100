extension NewsText {
    private static let endings = WordSet("الدين الله")

    /// The hashes of the names among some words: without particles, عبد joined with what follows.
    func nameTokens(_ range: Range<Int>, cut: Int) -> [UInt64] {
        var tokens: [UInt64] = []
        tokens.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let word = words[index]
            let isFirst = index == range.lowerBound
            let cut = isFirst ? cut : 0
            let own = places(ofLetters: index).dropFirst(cut)
            var hash = WordHash()
            let isServant = isServant(index)
            if isServant, index + 1 < range.upperBound {
                index += 1
                prepend(places(ofLetters: index), to: &hash)
            } else if word.senses.contains(.nameParticle), range.count > 1, !isFirst || cut == 0,
                word.senses.isDisjoint(with: .givenName)
            {
                index += 1
                continue
            }
            if index + 1 < range.upperBound, Self.endings.contains(words[index + 1].hash),
                !isServant
            {
                // صلاح الدين is one name.
                index += 1
                prepend(places(ofLetters: index), to: &hash)
            }
            prepend(own, to: &hash)
            tokens.append(hash.value)
            index += 1
        }
        return tokens
    }
}
