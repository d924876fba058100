extension String {
    /// Whether another string has the same letters and marks.
    func isSpelled(as other: String) -> Bool { isSpelled(as: other.utf8.span) }

    /// Whether it has these bytes: `==` would look at canonical equivalence, too.
    func isSpelled(as bytes: Span<UInt8>) -> Bool {
        guard utf8.count == bytes.count else { return false }
        let own = utf8.span
        for index in own.indices where own[unchecked: index] != bytes[unchecked: index] {
            return false
        }
        return true
    }
}

extension [String] {
    /// Adds a spelling unless it is there.
    mutating func addSpelling(_ text: String) {
        if !contains(where: { $0.isSpelled(as: text) }) { append(text) }
    }
}

extension Sequence<TextSpan> {
    /// Their texts, each once, in order.
    var spellings: [String] { reduce(into: []) { $0.addSpelling($1.text) } }
}

extension NewsText {
    /// How many spans of a name are looked at for its spelling.
    private static let lookBack = 8

    /// The same as ``span(_:cut:)``, with the string of one of the last spans of the same name that is
    /// spelled alike, and whether there is none.
    func span(
        _ range: Range<Int>, cut: Int = 0, after others: some BidirectionalCollection<TextSpan>
    ) -> (span: TextSpan, isNew: Bool) {
        let (start, bytes) = start(range, cut: cut)
        let spelling = utf8.span.extracting(bytes)
        var known: String?
        for other in others.suffix(Self.lookBack) where other.text.isSpelled(as: spelling) {
            known = other.text
            break
        }
        let span = TextSpan(
            start: start, end: Int(words[range.upperBound - 1].end),
            paragraph: Int(words[range.lowerBound].paragraph),
            text: known ?? String(valid: spelling))
        return (span, known == nil)
    }
}

extension Collection {
    /// The only element that fulfils a condition; `nil` for none and for several.
    func only(where isFound: (Element) -> Bool) -> Element? {
        var found: Element?
        for element in self where isFound(element) {
            guard found == nil else { return nil }
            found = element
        }
        return found
    }
}

extension Array {
    /// Its indices, those of the greatest length first, of the same length in order.
    func longestFirst(by length: (Element) -> Int) -> [Int] {
        let lengths = map(length)
        var order: [Int] = []
        order.reserveCapacity(count)
        var left = lengths.max() ?? 0
        while order.count < count {
            for index in indices where lengths[index] == left { order.append(index) }
            left -= 1
        }
        return order
    }
}

extension Collection<UInt64> {
    /// Whether all its elements stand in another in the same order.
    func isSubsequence(of other: some Sequence<UInt64>) -> Bool {
        var index = startIndex
        for element in other where index < endIndex && element == self[index] {
            formIndex(after: &index)
        }
        return index == endIndex
    }
}
