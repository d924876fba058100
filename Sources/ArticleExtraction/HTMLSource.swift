/// Makes the bytes of a page safe to parse, without moving any.
enum HTMLSource {
    /// Number of attributes after which a tag is blanked: libxml2 compares each with all others.
    static let maxAttributes = 400

    /// `source` with bytes that would stop libxml2 or cost it quadratic time made spaces. Every
    /// byte keeps its place.
    static func bounded(_ source: [UInt8]) -> [UInt8] {
        var source = source
        source.withUnsafeMutableBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte == 0 {
                    // libxml2 takes NUL for the end of the page in places.
                    bytes[index] = 0x20
                } else if byte == UInt8(ascii: "<"), index + 1 < bytes.count,
                    ASCIIText.lowered(bytes[index + 1]) >= UInt8(ascii: "a"),
                    ASCIIText.lowered(bytes[index + 1]) <= UInt8(ascii: "z")
                {
                    index = boundTag(&bytes, at: index)
                    continue
                }
                index += 1
            }
        }
        return source
    }

    /// Goes through the tag at `start`.
    ///
    /// - Returns: The byte behind it.
    private static func boundTag(
        _ bytes: inout UnsafeMutableBufferPointer<UInt8>, at start: Int
    ) -> Int {
        var index = start + 1
        var quote: UInt8 = 0
        var words = 0
        var wasSpace = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0 { bytes[index] = 0x20 }
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            } else if byte == UInt8(ascii: "<") {
                // The tag was never closed, or it was no tag.
                return index
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if words > 0, bytes[index - 1] == UInt8(ascii: "=") { quote = byte }
                wasSpace = false
                // `a="b"c="d"` is two attributes too.
                words += 1
            } else if ASCIIText.isSpace(byte) || byte == UInt8(ascii: "/") {
                wasSpace = true
            } else if wasSpace {
                words += 1
                wasSpace = false
            }
            if words > 2 * maxAttributes {
                if quote == 0 { bytes[index] = 0x20 }
            }
            index += 1
        }
        return index
    }
}
