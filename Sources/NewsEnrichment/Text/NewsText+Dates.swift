internal import ArabicDates

extension NewsText {
    /// What a parser of dates finds.
    func times(by parser: DateParser, anchor: CivilDate?) -> [TimeExpression] {
        parser.expressions(in: utf8.span, anchor: anchor, without: silentRuns)
    }

    /// The words that say nothing of time.
    private var silentRuns: [SilentRun] {
        // Of letters that newspapers seldom use (ڤ, ڭ, ە) only the parser knows what they stand for.
        let letters = letters.span
        var highest: UInt16 = 0
        for index in letters.indices { highest = max(highest, letters[unchecked: index]) }
        guard highest <= 0x64A else { return [] }
        let words = words.span
        var runs: [SilentRun] = []
        runs.reserveCapacity(words.count / 3)
        var index = 0
        while index < words.count {
            let first = words[unchecked: index]
            index += 1
            guard Self.isSilent(first), !first.before.contains(.joined) else { continue }
            var last = first
            while index < words.count {
                let next = words[unchecked: index]
                guard next.before.isEmpty, next.startByte == last.endByte + 1,
                    Self.isSilent(next)
                else { break }
                last = next
                index += 1
            }
            runs.append(
                SilentRun(
                    bytes: Int(first.startByte)..<Int(last.endByte),
                    scalarCount: Int(last.end - first.start),
                    firstWord: Self.firstWord(letters, of: first)))
        }
        return runs
    }

    /// Whether a word is Arabic letters alone, which take two bytes, and nothing of time.
    @inline(__always)
    private static func isSilent(_ word: Word) -> Bool {
        word.kind == .arabic && !word.anySenses.contains(.dateWord)
            && word.endByte - word.startByte == UInt32(word.letterCount) * 2
    }

    /// What a number before a word of these letters asks of it; the article alone is definite, too.
    private static func firstWord(
        _ letters: Span<UInt16>, of word: Word
    ) -> SilentRun.FirstWord {
        var at = Int(word.firstLetter)
        let last = at + Int(word.letterCount) - 1
        if letters[at] == Letter.waw || letters[at] == Letter.feh { at += 1 }
        if at < last, letters[at] == Letter.beh || letters[at] == Letter.kaf { at += 1 }
        if at < last, letters[at + 1] == Letter.lam,
            letters[at] == Letter.alef || letters[at] == Letter.lam
        {
            return .definite
        }
        return switch letters[last] {
        case Letter.alef, Letter.heh, Letter.tehMarbuta: .counted
        default: .other
        }
    }
}
