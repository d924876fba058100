internal import ArabicDates

extension NewsText {
    /// What a parser of dates finds.
    func times(by parser: DateParser, anchor: CivilDate?) -> [TimeExpression] {
        parser.expressions(in: utf8.span, anchor: anchor, without: silentRuns)
    }

    /// The words that say nothing of time.
    private var silentRuns: [SilentRun] {
        let (words, letters) = (words.span, letters.span)
        var runs: [SilentRun] = []
        runs.reserveCapacity(words.count / 3)
        var first = 0
        while first < words.count {
            guard words[unchecked: first].traits.contains(.silent),
                !words[unchecked: first].before.contains(.joined)
            else {
                first &+= 1
                continue
            }
            var end = first &+ 1
            while end < words.count, Self.isBehindBlank(words, end),
                words[unchecked: end].traits.contains(.silent)
            {
                end &+= 1
            }
            let start = words[unchecked: first].startByte
            runs.append(
                SilentRun(
                    bytes: Int(start)..<Int(words[unchecked: end &- 1].endByte),
                    scalarCount: Int(
                        words[unchecked: end &- 1].end &- words[unchecked: first].start),
                    firstWord: Self.firstWord(
                        letters, at: Int(words[unchecked: first].firstLetter),
                        count: Int(words[unchecked: first].letterCount))))
            first = end
        }
        return runs
    }

    /// Whether a single blank stands before a word.
    @inline(__always)
    private static func isBehindBlank(_ words: Span<Word>, _ index: Int) -> Bool {
        words[unchecked: index].before.isEmpty
            && words[unchecked: index].startByte == words[unchecked: index &- 1].endByte &+ 1
    }

    /// What a number before a word of these letters asks of it; the article alone is definite, too.
    @inline(__always)
    private static func firstWord(
        _ letters: Span<UInt16>, at first: Int, count: Int
    ) -> SilentRun.FirstWord {
        var at = first
        let last = first + count - 1
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
