/// Cuts a word down to what its forms share, for comparing texts: `وبالمقاتلين` and `مقاتل` are one.
///
/// Only the commonest endings go, and proclitics only where the word without them is the commoner one.
/// Two words may get one stem; that is why a stem is evidence and never a name.
enum WordStem {
    /// Which of a word's letters are its stem.
    ///
    /// - Parameters:
    ///   - letters: Letters in key form.
    ///   - word: Those of one Arabic word.
    ///   - halfBits: How rare the word is that some of the letters are, up to the last.
    @inline(__always)
    static func of(
        _ letters: [UInt16], _ word: Range<Int>, halfBits: (Range<Int>) -> Int
    ) -> Range<Int> {
        var stem = word
        // Most words begin with another letter.
        if !word.isEmpty, isProclitic(letters[word.lowerBound]) {
            cutConjunction(of: letters, &stem, halfBits)
            cutPreposition(of: letters, &stem, halfBits)
        }
        if hasArticle(letters, stem) { stem = stem.lowerBound + 2..<stem.upperBound }
        cutEnding(of: letters, &stem)
        return stem
    }

    private static func isProclitic(_ letter: UInt16) -> Bool {
        switch letter {
        case Letter.waw, Letter.feh, Letter.beh, Letter.kaf, Letter.lam: true
        default: false
        }
    }

    private static func hasArticle(_ letters: [UInt16], _ word: Range<Int>) -> Bool {
        word.count >= 5 && letters[word.lowerBound] == Letter.alef
            && letters[word.lowerBound + 1] == Letter.lam
    }

    private static func cutConjunction(
        of letters: [UInt16], _ stem: inout Range<Int>, _ halfBits: (Range<Int>) -> Int
    ) {
        guard stem.count >= 4 else { return }
        let first = letters[stem.lowerBound]
        guard first == Letter.waw || first == Letter.feh else { return }
        let rest = stem.lowerBound + 1..<stem.upperBound
        if !hasArticle(letters, rest) {
            let whole = halfBits(stem)
            let isStrange = whole == WordFrequencies.unknown && first == Letter.waw
            guard isStrange || halfBits(rest) < whole else { return }
        }
        stem = rest
    }

    private static func cutPreposition(
        of letters: [UInt16], _ stem: inout Range<Int>, _ halfBits: (Range<Int>) -> Int
    ) {
        guard stem.count >= 4 else { return }
        let first = letters[stem.lowerBound]
        guard first == Letter.beh || first == Letter.kaf || first == Letter.lam else { return }
        if first == Letter.lam, letters[stem.lowerBound + 1] == Letter.lam, stem.count >= 5 {
            stem = stem.lowerBound + 2..<stem.upperBound
            return
        }
        let rest = stem.lowerBound + 1..<stem.upperBound
        let (here, there) = (halfBits(stem), halfBits(rest))
        guard there < here || hasArticle(letters, rest) && there == here else { return }
        stem = rest
    }

    /// The longest endings first: هما ات ان ين ون ها هم ية تين, then ه ة ي ا.
    @inline(__always)
    private static func cutEnding(of letters: [UInt16], _ stem: inout Range<Int>) {
        let count = stem.count
        guard count >= 5 else { return }
        let last = letters[stem.upperBound - 1]
        let second = letters[stem.upperBound - 2]
        var cut = 0
        switch last {
        case Letter.alef:
            if second == Letter.heh {
                cut = 2
            } else if second == Letter.meem, letters[stem.upperBound - 3] == Letter.heh {
                cut = 3
            } else {
                cut = 1
            }
        case Letter.teh: if second == Letter.alef { cut = 2 }
        case Letter.noon:
            if second == Letter.alef || second == Letter.yeh || second == Letter.waw { cut = 2 }
        case Letter.meem: if second == Letter.heh { cut = 2 }
        case Letter.tehMarbuta: cut = second == Letter.yeh ? 2 : 1
        case Letter.heh, Letter.yeh: cut = 1
        default: break
        }
        // What would leave fewer than three letters is no ending.
        guard cut > 0, count - cut >= (cut == 1 ? 4 : 3) else { return }
        stem = stem.lowerBound..<stem.upperBound - cut
    }
}

extension WordHash {
    /// The hash of a word's folded letters.
    @inline(__always)
    static func of(_ letters: [UInt16], _ word: Range<Int>) -> UInt64 {
        var hash = WordHash()
        var index = word.upperBound
        while index > word.lowerBound {
            index -= 1
            hash.prepend(letters[index])
        }
        return hash.value
    }
}
