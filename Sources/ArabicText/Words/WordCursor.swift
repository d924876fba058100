/// A place in a text from which the next word is found.
public struct WordCursor: Sendable {
    /// Where the next search begins, in bytes.
    private(set) var byte = 0
    /// Where the next search begins, in scalars.
    private(set) var scalar = 0

    /// A cursor at the start.
    public init() {}

    /// A cursor at a place between two scalars.
    init(byte: Int, scalar: Int) {
        self.byte = byte
        self.scalar = scalar
    }

    /// The next word of `text`, which must be the same at every call, or `nil` at its end.
    public mutating func next(in text: Span<UInt8>) -> TextSegment? {
        var startByte = -1
        var startScalar = 0
        var endByte = 0
        var endScalar = 0
        while byte < text.count {
            let next = text.scalar(at: byte)
            let kind = ScalarKind.of(next.value)
            if kind == .separator, startByte >= 0 { break }
            byte += next.length
            scalar += 1
            switch kind {
            case .separator, .invisible: break
            case .letter, .number:
                if startByte < 0 {
                    startByte = byte - next.length
                    startScalar = scalar - 1
                }
                endByte = byte
                endScalar = scalar
            case .mark, .tatweel:
                endByte = byte
                endScalar = scalar
            }
        }
        guard startByte >= 0 else { return nil }
        return TextSegment(bytes: startByte..<endByte, scalars: startScalar..<endScalar)
    }
}
