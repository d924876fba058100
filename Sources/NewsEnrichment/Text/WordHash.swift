internal import ArabicText

/// Hashes a word's folded letters from the last to the first, so that the hashes of all its endings
/// come on the way: a word without its proclitics costs nothing more.
struct WordHash {
    private(set) var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Takes the letter before those so far.
    @inline(__always)
    mutating func prepend(_ letter: UInt16) {
        state = ((state << 5 | state >> 59) ^ UInt64(letter)) &* 0xD6E8_FEB8_6659_FD93
    }

    /// The hash of the letters so far; never 0.
    @inline(__always)
    var value: UInt64 {
        var hash = state ^ state >> 32
        hash = hash &* 0xFF51_AFD7_ED55_8CCD
        return (hash ^ hash >> 29) | 1
    }

    /// The hash of a word of a list, whatever its spelling.
    ///
    /// - Parameter word: One word; of several the first counts.
    static func of(_ word: String) -> UInt64 { all(of: word).first ?? 0 }

    /// The hashes of the words of a phrase.
    static func all(of phrase: String) -> [UInt64] {
        let keys = KeyWords(of: phrase)
        return keys.words.map { word in
            var hash = WordHash()
            for letter in keys.letters[Int(word.firstLetter)..<Int(word.endLetter)].reversed() {
                hash.prepend(letter)
            }
            return hash.value
        }
    }

    /// The hash of a phrase from those of its words.
    static func join(_ words: some Sequence<UInt64>) -> UInt64 {
        words.reduce(into: PhraseHash()) { $0.append($1) }.value
    }
}
