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

    /// The string of a spelling, added unless it is there: the mentions of one spelling share it.
    mutating func addSpelling(_ bytes: Span<UInt8>) -> String {
        for known in self where known.isSpelled(as: bytes) { return known }
        let spelling = String(valid: bytes)
        append(spelling)
        return spelling
    }
}

extension NewsText {
    /// The same as ``span(_:cut:)``, with a string among those that are there or added to them.
    func span(_ range: Range<Int>, cut: Int = 0, among spellings: inout [String]) -> TextSpan {
        let (start, bytes) = start(range, cut: cut)
        return TextSpan(
            start: start, end: Int(words[range.upperBound - 1].end),
            paragraph: Int(words[range.lowerBound].paragraph),
            text: spellings.addSpelling(utf8.span.extracting(bytes)))
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
