/// A stretch of a text: a word, a sentence or a paragraph.
public struct TextSegment: Hashable, Sendable {
    /// Byte offsets in the UTF-8, half open.
    public let bytes: Range<Int>
    /// Unicode scalar offsets, half open.
    public let scalars: Range<Int>

    /// Makes a segment.
    public init(bytes: Range<Int>, scalars: Range<Int>) {
        self.bytes = bytes
        self.scalars = scalars
    }
}
