/// Finds paragraphs: lines with something on them, without the white space around it.
public enum ParagraphScanner {
    /// The paragraphs of valid UTF-8, in order. Line feeds, carriage returns, and Unicode's next line,
    /// line and paragraph separators end one.
    public static func paragraphs(in text: Span<UInt8>) -> [TextSegment] {
        var paragraphs: [TextSegment] = []
        var segment = SegmentBuilder()
        var byte = 0
        var scalar = 0
        while byte < text.count {
            let next = text.scalar(at: byte)
            switch next.value {
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029:
                if let paragraph = segment.finish() { paragraphs.append(paragraph) }
            default: segment.add(next, byte, scalar)
            }
            byte += next.length
            scalar += 1
        }
        if let paragraph = segment.finish() { paragraphs.append(paragraph) }
        return paragraphs
    }

    /// The paragraphs of valid UTF-8, in order.
    public static func paragraphs(in text: [UInt8]) -> [TextSegment] { paragraphs(in: text.span) }
}

/// Grows a segment scalar by scalar and keeps white space off its ends.
struct SegmentBuilder {
    private var startByte = -1
    private var startScalar = 0
    private var endByte = 0
    private var endScalar = 0

    /// Takes the next scalar of the text, found at these offsets.
    @inline(__always)
    mutating func add(_ scalar: DecodedScalar, _ byte: Int, _ index: Int) {
        guard !Self.isSpace(scalar.value) else { return }
        if startByte < 0 {
            startByte = byte
            startScalar = index
        }
        endByte = byte + scalar.length
        endScalar = index + 1
    }

    /// Takes letters of the text, found at these offsets.
    @inline(__always)
    mutating func addLetters(_ bytes: Range<Int>, _ scalars: Range<Int>) {
        if startByte < 0 {
            startByte = bytes.lowerBound
            startScalar = scalars.lowerBound
        }
        endByte = bytes.upperBound
        endScalar = scalars.upperBound
    }

    /// The segment so far, if it has anything, and starts anew.
    mutating func finish() -> TextSegment? {
        guard startByte >= 0 else { return nil }
        defer { startByte = -1 }
        return TextSegment(bytes: startByte..<endByte, scalars: startScalar..<endScalar)
    }

    @inline(__always)
    static func isSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
            0x3000, 0xFEFF:
            true
        default: false
        }
    }
}
