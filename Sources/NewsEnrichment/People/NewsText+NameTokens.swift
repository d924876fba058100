extension NewsText {
    private static let endings = WordSet("الدين الله")
    private static let abd = WordHash.of("عبد")

    /// The hashes of the names among some words: without particles, عبد joined with what follows.
    func nameTokens(_ range: Range<Int>, cut: Int) -> [UInt64] {
        var tokens: [UInt64] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let word = words[index]
            let isFirst = index == range.lowerBound
            let cut = isFirst ? cut : 0
            var hash = WordHash()
            if word.hash == Self.abd, index + 1 < range.upperBound {
                for letter in letters(of: words[index + 1]).reversed() { hash.prepend(letter) }
                index += 1
            } else if word.senses.contains(.nameParticle), range.count > 1, !isFirst || cut == 0,
                word.senses.isDisjoint(with: .givenName)
            {
                index += 1
                continue
            }
            if index + 1 < range.upperBound, Self.endings.contains(words[index + 1].hash),
                word.hash != Self.abd
            {
                // صلاح الدين is one name.
                for letter in letters(of: words[index + 1]).reversed() { hash.prepend(letter) }
                index += 1
            }
            for letter in letters(of: word).dropFirst(cut).reversed() { hash.prepend(letter) }
            tokens.append(hash.value)
            index += 1
        }
        return tokens
    }
}
