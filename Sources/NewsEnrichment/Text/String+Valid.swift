extension String {
    /// A string of bytes that are known to be UTF-8 from its first to its last: looking whether they
    /// are takes four times as long as the copy.
    @inline(__always)
    init(valid bytes: Span<UInt8>) {
        self.init(copying: UTF8Span(unchecked: bytes))
    }
}

extension String {
    /// Whether it has the bytes of another. Strings of Arabic letters are slow to compare where they
    /// differ, since these might mean the same; most differ in length.
    func isSame(as other: String) -> Bool {
        utf8.count == other.utf8.count && self == other
    }
}
