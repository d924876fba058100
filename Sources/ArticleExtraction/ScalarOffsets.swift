import ArabicText

/// Turns byte offsets into a text into scalar offsets.
struct ScalarOffsets: Sendable {
    private static let step = 128

    private let text: [UInt8]
    private let counts: [Int32]

    /// Prepares for `text`, valid UTF-8, in time linear in it.
    init(_ text: [UInt8]) {
        self.text = text
        var counts: [Int32] = []
        counts.reserveCapacity(text.count / Self.step + 1)
        var count = 0
        var start = 0
        let span = text.span
        while start < span.count {
            counts.append(Int32(count))
            let end = min(start + Self.step, span.count)
            count += ScalarCount.of(span.extracting(start..<end))
            start = end
        }
        counts.append(Int32(count))
        self.counts = counts
    }

    /// The number of scalars before `byte`, which is a boundary between scalars.
    subscript(byte: Int) -> Int {
        let byte = min(byte, text.count)
        let start = byte / Self.step * Self.step
        return Int(counts[byte / Self.step])
            + ScalarCount.of(text.span.extracting(start..<byte))
    }

    /// The scalars of a range of bytes.
    subscript(bytes: Range<Int>) -> Range<Int> {
        let start = self[bytes.lowerBound]
        return start..<max(start, self[bytes.upperBound])
    }
}
