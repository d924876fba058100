extension String {
    /// A string of bytes that are known to be UTF-8 from its first to its last: looking whether they
    /// are takes four times as long as the copy.
    @inline(__always)
    init(valid bytes: Span<UInt8>) {
        self.init(copying: UTF8Span(unchecked: bytes))
    }
}

extension String {
    /// Whether it has the bytes of another: `==` would look at canonical equivalence, too, and is slow
    /// to compare Arabic letters where they differ.
    func isSame(as other: String) -> Bool { isSame(as: other.utf8.span) }

    /// Whether it has these bytes. Most differ in length.
    func isSame(as bytes: Span<UInt8>) -> Bool {
        guard utf8.count == bytes.count else { return false }
        let own = utf8.span
        for index in own.indices where own[unchecked: index] != bytes[unchecked: index] {
            return false
        }
        return true
    }
}
