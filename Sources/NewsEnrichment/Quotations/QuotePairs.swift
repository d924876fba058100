/// The words that stand in quotation marks, pair by pair.
///
/// Nested pairs belong to the outer one. What is not closed in its paragraph goes on in the next if that
/// opens again, as news writes long speeches; otherwise it ends with its paragraph.
struct QuotePairs: Sendable {
    /// Word ranges, in order, apart from each other.
    private(set) var pairs: [Range<Int>] = []

    /// The pairs of a text. One pass over its words.
    init(of text: NewsText) {
        var start = 0
        var depth = 0
        /// Where a mark inside the open pair opens another, or so it seems.
        var inner: Int?
        for index in text.words.indices {
            let marks = text.words[index].before
            guard !marks.isDisjoint(with: [.openQuote, .closeQuote, .paragraph]) else { continue }
            if depth > 0, marks.contains(.closeQuote) {
                depth -= 1
                if depth == 0 { add(start..<index) }
            }
            if depth > 0, marks.contains(.paragraph) {
                if marks.contains(.openQuote) { continue }
                // `قال "نعم "وأضاف`: what seemed to open had closed.
                add(start..<(depth > 1 ? inner ?? index : index))
                depth = 0
            }
            if marks.contains(.openQuote) {
                if depth == 0 { (start, inner) = (index, nil) } else { inner = inner ?? index }
                depth += 1
            }
        }
        if depth > 0 {
            let end = text.words.count
            add(start..<(depth > 1 && !text.tail.contains(.closeQuote) ? inner ?? end : end))
        }
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
