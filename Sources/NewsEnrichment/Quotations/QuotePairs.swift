/// The words that stand in quotation marks, pair by pair.
///
/// Nested pairs belong to the outer one. What is not closed in its paragraph goes on in the next if that
/// opens again, as news writes long speeches; otherwise it ends with its paragraph.
struct QuotePairs: Sendable {
    /// Word ranges, in order, apart from each other.
    private(set) var pairs: [Range<Int>] = []

    /// Openings without a closing of which the first is given up. News quotes within a quotation, once.
    private static let deepest = 4

    /// The pairs of a text. One pass over its words, but for what is not closed: linear, since no pair
    /// is deeper than ``deepest``.
    ///
    /// - Parameter cues: The words behind quotation marks and at the start of paragraphs, among others.
    init(of text: NewsText, cues: [Int]) {
        var start = 0
        var depth = 0
        /// Where a mark inside the open pair opens another, or so it seems.
        var inner: Int?
        let words = text.words.span
        pairs.reserveCapacity(8)
        var (index, cue) = (0, 0)
        while index <= words.count {
            while cue < cues.count,
                cues[cue] < index || words[cues[cue]].before.isDisjoint(with: Self.marks)
            {
                cue += 1
            }
            index = cue < cues.count ? cues[cue] : words.count
            let isEnd = index == words.count
            let marks = isEnd ? text.tail.union(.paragraph) : words[index].before
            if depth > 0, marks.contains(.closeQuote) {
                depth -= 1
                if depth == 0 { add(start..<index) }
            }
            if depth > 0, marks.contains(.paragraph), isEnd || !marks.contains(.openQuote) {
                let end = Self.end(of: start..<index, depth: depth, inner: inner, in: text)
                add(start..<end)
                depth = 0
                // What follows is read anew.
                if end < index {
                    index = end
                    while cue > 0, cues[cue - 1] > end { cue -= 1 }
                }
            } else if depth == Self.deepest, marks.contains(.openQuote), let second = inner {
                add(start..<second)
                depth = 0
                index = second
                while cue > 0, cues[cue - 1] > second { cue -= 1 }
            } else if marks.contains(.openQuote), !marks.contains(.paragraph) || depth == 0 {
                if depth == 0 { (start, inner) = (index, nil) } else { inner = inner ?? index }
                depth += 1
            }
            index += 1
        }
    }

    private static let marks: Marks = [.openQuote, .closeQuote, .paragraph]

    /// Where words end that their paragraph does not close.
    private static func end(
        of words: Range<Int>, depth: Int, inner: Int?, in text: NewsText
    ) -> Int {
        guard let inner else { return words.upperBound }
        // `قال "نعم "وأضاف`: what seemed to open had closed.
        guard depth == 1 else { return inner }
        // Another pair follows: the end was forgotten, most likely at that of a sentence.
        return (words.lowerBound + 1..<inner).first { text.words[$0].before.contains(.fullStop) }
            ?? words.upperBound
    }

    private mutating func add(_ pair: Range<Int>) {
        if !pair.isEmpty { pairs.append(pair) }
    }

    /// The pair that opens before this word.
    func pair(opening word: Int) -> Range<Int>? {
        let index = firstIndex(endingAfter: word)
        return index < pairs.count && pairs[index].lowerBound == word ? pairs[index] : nil
    }

    /// The pair that closes before this word.
    func pair(closing word: Int) -> Range<Int>? {
        let index = firstIndex(endingAfter: word - 1)
        return index < pairs.count && pairs[index].upperBound == word ? pairs[index] : nil
    }

    /// The pair that a word is in.
    func pair(around word: Int) -> Range<Int>? {
        let index = firstIndex(endingAfter: word)
        return index < pairs.count && pairs[index].contains(word) ? pairs[index] : nil
    }

    /// The pairs that lie within some words.
    func pairs(in words: Range<Int>) -> ArraySlice<Range<Int>> {
        let first = pairs.partition { $0.lowerBound >= words.lowerBound }
        let end = pairs.partition { $0.upperBound > words.upperBound }
        return first < end ? pairs[first..<end] : []
    }

    private func firstIndex(endingAfter word: Int) -> Int {
        pairs.partition { $0.upperBound > word }
    }
}

extension NewsText {
    /// The text of some words with the quotation marks that stand at its ends, if their pairs lie within.
    func span(_ words: Range<Int>, quotes: QuotePairs) -> TextSpan {
        let (one, other) = (self.words[words.lowerBound], self.words[words.upperBound - 1])
        var (first, start) = (Int(one.startByte), Int(one.start))
        var (last, end) = (Int(other.endByte), Int(other.end))
        if let pair = quotes.pair(opening: words.lowerBound), pair.upperBound <= words.upperBound,
            let mark = quoteMark(before: first)
        {
            (first, start) = (mark.byte, start - mark.scalars)
        }
        if let pair = quotes.pair(closing: words.upperBound), pair.lowerBound >= words.lowerBound,
            let mark = quoteMark(after: last)
        {
            (last, end) = (mark.byte, end + mark.scalars)
        }
        return TextSpan(
            start: start, end: end, paragraph: Int(one.paragraph), words: words,
            bytes: first..<last, of: utf8)
    }

    /// Where the quotation mark before a byte begins, and how many scalars lie between.
    private func quoteMark(before byte: Int) -> (byte: Int, scalars: Int)? {
        var (at, scalars) = (byte, 0)
        while at > 0, scalars < 3 {
            at -= 1
            while at > 0, utf8[at] & 0xC0 == 0x80 { at -= 1 }
            scalars += 1
            if isQuoteMark(at) { return (at, scalars) }
            guard utf8[at] == 0x20 else { return nil }
        }
        return nil
    }

    /// Where the quotation mark after a byte ends, and how many scalars lie between.
    func quoteMark(after byte: Int) -> (byte: Int, scalars: Int)? {
        var (at, scalars) = (byte, 0)
        while at < utf8.count, scalars < 3 {
            let length = utf8[at] < 0x80 ? 1 : utf8[at] < 0xE0 ? 2 : 3
            scalars += 1
            if isQuoteMark(at) { return (at + length, scalars) }
            guard utf8[at] == 0x20 else { return nil }
            at += 1
        }
        return nil
    }

    private func isQuoteMark(_ at: Int) -> Bool {
        switch utf8[at] {
        case 0x22, 0x27: true
        case 0xC2: at + 1 < utf8.count && (utf8[at + 1] == 0xAB || utf8[at + 1] == 0xBB)
        // U+2018 to U+201F, U+2039 and U+203A.
        case 0xE2:
            at + 2 < utf8.count && utf8[at + 1] == 0x80
                && (0x98...0x9F ~= utf8[at + 2] || 0xB9...0xBA ~= utf8[at + 2])
        default: false
        }
    }
}

extension Array {
    /// The first index whose element meets a condition that all after it meet, too.
    fileprivate func partition(_ isAfter: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
