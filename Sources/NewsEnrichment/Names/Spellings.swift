extension [String] {
    /// Adds a spelling unless it is there.
    mutating func addSpelling(_ bytes: Span<UInt8>) {
        for known in self where known.isSame(as: bytes) { return }
        append(String(valid: bytes))
    }
}

extension TextSpan {
    /// How many أ, إ and آ its words have.
    var hamzas: Int {
        var count = 0
        var lead: UInt8 = 0
        withUTF8 { bytes in
            for index in bytes.indices {
                let byte = bytes[unchecked: index]
                // U+0622, U+0623 and U+0625.
                if lead == 0xD8, byte == 0xA2 || byte == 0xA3 || byte == 0xA5 { count &+= 1 }
                lead = byte
            }
        }
        return count
    }
}

extension Sequence<TextSpan> {
    /// Their texts, each once, in order.
    var spellings: [String] {
        reduce(into: []) { spellings, span in span.withUTF8 { spellings.addSpelling($0) } }
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
