/// Reads the words of a text once and counts what they say of its language.
struct LanguageScanner {
    /// How many words are read; a longer text is judged by its beginning. A month that tells the
    /// variety often comes late.
    private static let maxWords = 1000

    /// What the words said.
    private(set) var votes = LanguageVotes()
    private var fold = WordFold(.key)

    init(_ text: Span<UInt8>) {
        let entries = FoldTable.key.entries
        let table = entries.span
        var offset = 0
        while offset < text.count, votes.words < Self.maxWords {
            let start = offset
            var hasher = WordHasher()
            var entry: UInt32 = 0
            var length = 0
            while offset < text.count {
                var value: UInt32 = 0x800
                let first = UInt32(text[unchecked: offset])
                if first < 0x80 {
                    value = first
                    length = 1
                } else if first &- 0xC2 < 0x1E, offset + 1 < text.count {
                    value = (first & 0x1F) << 6 | UInt32(text[unchecked: offset + 1]) & 0x3F
                    length = 2
                }
                entry = value < 0x800 ? UInt32(table[unchecked: Int(value)]) : 0
                let action = entry >> 11
                if action == FoldTable.Action.letter {
                    if hasher.last == FoldLetters.alefMaksura { votes.letters.addInnerMaksura() }
                    votes.letters.add(value)
                    hasher.addLetter(entry & 0x7FF)
                } else if action == FoldTable.Action.digit {
                    hasher.addDigit(entry & 0x7FF)
                } else if action != FoldTable.Action.drop {
                    // The signs for and and in of Sindhi are symbols.
                    if value == 0x6FD || value == 0x6FE { votes.letters.add(value) }
                    break
                }
                offset += length
            }
            if offset < text.count, entry >> 11 == FoldTable.Action.slow {
                addSlowly(from: start, to: &offset, in: text)
            } else {
                if !hasher.isEmpty { votes.add(hasher.finish().hash, start..<offset, of: text) }
                offset += length
            }
        }
    }

    /// Reads on from `start` by scalars: a word that the table cannot fold, or a long separator.
    private mutating func addSlowly(from start: Int, to offset: inout Int, in text: Span<UInt8>) {
        var cursor = WordCursor(byte: start, scalar: 0)
        if let word = cursor.next(in: text) {
            let folded = fold.fold(text, word.bytes)
            // Letters up to `offset` are counted already.
            var position = max(offset, word.bytes.lowerBound)
            while position < word.bytes.upperBound {
                let next = text.scalar(at: position)
                position += next.length
                if let letters = PresentationForms.letters(of: next.value) {
                    for letter in letters { votes.letters.add(letter) }
                } else {
                    votes.letters.add(next.value)
                }
            }
            votes.add(WordHasher.hash(of: folded), word.bytes, of: text)
        }
        offset = max(cursor.byte, offset)
    }
}
