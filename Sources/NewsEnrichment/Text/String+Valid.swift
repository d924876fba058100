extension String {
    /// A string of bytes that are known to be UTF-8 from its first to its last: looking whether they
    /// are takes four times as long as the copy.
    @inline(__always)
    init(valid bytes: Span<UInt8>) {
        self.init(copying: UTF8Span(unchecked: bytes))
    }
}
