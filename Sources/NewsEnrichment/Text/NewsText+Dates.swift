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
        var runs: [SilentRun] = []
        runs.reserveCapacity(words.count / 4)
        var first = 0
        for index in 0...words.count {
            let isSilent = index < words.count && isSilent(words[index])
            if isSilent, index > first, isBehindBlank(index) { continue }
            if index > first { runs.append(run(first..<index)) }
            first = isSilent && !words[index].before.contains(.joined) ? index : index + 1
        }
        return runs
    }

    /// Whether a word is Arabic letters alone, which take two bytes, and nothing of time.
    private func isSilent(_ word: Word) -> Bool {
        word.kind == .arabic && !word.anySenses.contains(.dateWord)
            && word.endByte - word.startByte == UInt32(word.letterCount) * 2
    }

    private func isBehindBlank(_ index: Int) -> Bool {
        words[index].before.isEmpty && words[index].startByte == words[index - 1].endByte + 1
    }

    private func run(_ range: Range<Int>) -> SilentRun {
        let (first, last) = (words[range.lowerBound], words[range.upperBound - 1])
        return SilentRun(
            bytes: Int(first.startByte)..<Int(last.endByte),
            scalarCount: Int(last.end - first.start))
    }
}
