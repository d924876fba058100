internal import ArabicDates

extension NewsText {
    /// What a parser of dates finds: the words that say nothing of time it need not read.
    func times(by parser: DateParser, anchor: CivilDate?) -> [TimeExpression] {
        let (words, text) = (words.span, utf8.span)
        var reader = parser.reader(expecting: text.count)
        var (first, end, byte) = (0, 0, 0)
        while first < words.count {
            end = first &+ 1
            guard words[unchecked: first].traits.contains(.silent),
                !words[unchecked: first].before.contains(.joined)
            else {
                first = end
                continue
            }
            while end < words.count, words[unchecked: end].traits.contains(.silent),
                Self.isBehindBlank(words, end)
            {
                end &+= 1
            }
            let start = Int(words[unchecked: first].startByte)
            reader.read(text, byte..<start)
            reader.pass(
                text, from: start,
                scalarCount: Int(words[unchecked: end &- 1].end &- words[unchecked: first].start))
            byte = Int(words[unchecked: end &- 1].endByte)
            first = end
        }
        reader.read(text, byte..<text.count)
        return reader.expressions(anchor: anchor)
    }

    /// Whether a single blank stands before a word.
    @inline(__always)
    private static func isBehindBlank(_ words: Span<Word>, _ index: Int) -> Bool {
        words[unchecked: index].before.isEmpty
            && words[unchecked: index].startByte == words[unchecked: index &- 1].endByte &+ 1
    }
}
