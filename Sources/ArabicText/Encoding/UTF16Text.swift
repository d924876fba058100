/// UTF-16, with and without its byte order mark.
enum UTF16Text {
    /// How many bytes tell whether text without a mark is UTF-16.
    private static let sample = 4096

    /// The order of UTF-16 that came without a mark: nearly every other byte is the upper half of an
    /// ASCII or Arabic character, and the bytes between are not.
    static func unmarkedEncoding(of bytes: Span<UInt8>) -> TextEncoding? {
        let count = min(bytes.count, sample) & ~1
        guard count >= 8, bytes.count % 2 == 0 || bytes.count > 64 else { return nil }
        var even = Halves()
        var odd = Halves()
        for offset in stride(from: 0, to: count, by: 2) {
            even.count(bytes[unchecked: offset])
            odd.count(bytes[unchecked: offset &+ 1])
        }
        let pairs = count / 2
        if odd.areUpper(of: pairs), even.all * 2 <= pairs { return .utf16LittleEndian }
        if even.areUpper(of: pairs), odd.all * 2 <= pairs { return .utf16BigEndian }
        return nil
    }

    /// Every other byte of a text, counted as upper halves of characters.
    private struct Halves {
        /// 0x00 and 0x06: ASCII and Arabic, and control bytes in any other encoding.
        var certain = 0
        /// Those, and the halves of general punctuation and presentation forms.
        var all = 0

        @inline(__always)
        mutating func count(_ byte: UInt8) {
            // Most bytes are letters: 0xFE, 0xFF and 0x00 to 0x20 are 0 to 0x22 here.
            guard byte &+ 2 <= 0x22 else { return }
            if byte == 0x00 || byte == 0x06 {
                certain &+= 1
                all &+= 1
            } else if byte == 0x20 || byte == 0xFE {
                all &+= 1
            }
        }

        func areUpper(of pairs: Int) -> Bool { all * 10 >= pairs * 9 && certain * 10 >= pairs * 7 }
    }

    /// Reads UTF-16 from `start` on. A lone surrogate and a byte left over become U+FFFD.
    static func decode(
        _ bytes: Span<UInt8>, from start: Int, isLittleEndian: Bool
    ) -> (utf8: [UInt8], replacements: Int) {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count)
        var replacements = 0
        var offset = start
        func unit(_ offset: Int) -> UInt32 {
            let first = UInt32(bytes[offset])
            let second = UInt32(bytes[offset + 1])
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        while offset + 1 < bytes.count {
            let lead = unit(offset)
            offset += 2
            if lead & 0xFC00 == 0xD800, offset + 1 < bytes.count {
                let trail = unit(offset)
                if trail & 0xFC00 == 0xDC00 {
                    utf8.appendScalar(0x10000 + (lead & 0x3FF) << 10 + (trail & 0x3FF))
                    offset += 2
                    continue
                }
            }
            let isLone = lead & 0xF800 == 0xD800
            if isLone { replacements += 1 }
            utf8.appendScalar(isLone ? 0xFFFD : lead)
        }
        if offset < bytes.count {
            replacements += 1
            utf8.appendScalar(0xFFFD)
        }
        return (utf8, replacements)
    }
}
