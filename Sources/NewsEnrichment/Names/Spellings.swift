extension String {
    /// Whether another string has the same letters and marks.
    func isSpelled(as other: String) -> Bool {
        // Spellings mostly differ in length, and `==` looks at canonical equivalence first.
        utf8.count == other.utf8.count && self == other
    }
}

extension [String] {
    /// Adds a spelling unless it is there; returns whether it was added.
    @discardableResult
    mutating func addSpelling(_ text: String) -> Bool {
        guard !contains(where: { $0.isSpelled(as: text) }) else { return false }
        append(text)
        return true
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

extension [UInt64] {
    /// Whether all its elements stand in another in the same order.
    func isSubsequence(of other: [UInt64]) -> Bool {
        var index = 0
        for element in other where index < count && element == self[index] { index += 1 }
        return index == count
    }
}
