/// Well-formedness of UTF-8, counted.
struct UTF8Validation {
    /// Maximal ill-formed sequences.
    private(set) var illFormed = 0
    /// Well-formed sequences of two bytes and more.
    private(set) var multibyte = 0
    /// ASCII and C1 controls other than white space, noncharacters and U+FFFD.
    private(set) var unreadable = 0
    /// Sequences of all kinds.
    private(set) var scalars = 0
    /// Scalars that are neither white space nor a byte order mark.
    private(set) var visible = 0

    /// Reads all of `bytes` and passes each well-formed or ill-formed sequence once.
    init(_ bytes: Span<UInt8>) {
        var offset = 0
        var letters = 0
        var printable = 0
        var spaces = 0
        while offset < bytes.count {
            // Nearly all of an Arabic text is Arabic letters of two bytes, spaces and ASCII.
            while offset + 1 < bytes.count, bytes[unchecked: offset] & 0xFC == 0xD8,
                bytes[unchecked: offset + 1] & 0xC0 == 0x80
            {
                letters &+= 1
                offset &+= 2
            }
            // And of a page of HTML, printable ASCII.
            while offset < bytes.count, bytes[unchecked: offset] &- 0x21 < 0x5E {
                printable &+= 1
                offset &+= 1
            }
            guard offset < bytes.count else { break }
            let byte = bytes[unchecked: offset]
            if byte < 0x80 {
                offset += 1
                if byte == 0x20 {
                    spaces &+= 1
                } else {
                    countControl(byte)
                }
                continue
            }
            scalars += 1
            let next = bytes.scalar(at: offset)
            offset += next.length
            guard next.length > 1 else {
                illFormed += 1
                unreadable += 1
                offset = Self.skipTail(of: byte, in: bytes, at: offset)
                continue
            }
            multibyte += 1
            switch next.value {
            case 0x80...0x9F where next.value != 0x85, 0xFFFD, 0xFDD0...0xFDEF: unreadable += 1
            case 0xA0, 0x85, 0x2000...0x200F, 0x2028...0x202F, 0x205F, 0x3000, 0xFEFF: break
            default:
                visible += 1
                if next.value & 0xFFFE == 0xFFFE { unreadable += 1 }
            }
        }
        multibyte += letters
        visible += letters + printable
        scalars += letters + printable + spaces
    }

    private mutating func countControl(_ byte: UInt8) {
        scalars += 1
        if !(0x09...0x0D).contains(byte) { unreadable += 1 }
    }

    /// Steps over the continuation bytes of a truncated sequence, so that it counts once.
    private static func skipTail(of lead: UInt8, in bytes: Span<UInt8>, at start: Int) -> Int {
        let tail = lead >= 0xF0 ? 2 : lead >= 0xE0 ? 1 : 0
        var offset = start
        while offset < bytes.count, offset < start + tail, bytes[offset] & 0xC0 == 0x80 {
            offset += 1
        }
        return offset
    }

    /// The UTF-8 of `bytes`, with U+FFFD for every ill-formed sequence.
    static func replacingIllFormed(_ bytes: Span<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 16)
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            let next = bytes.scalar(at: offset)
            output.appendScalar(next.value)
            offset += next.length
            if byte >= 0x80, next.length == 1 { offset = skipTail(of: byte, in: bytes, at: offset) }
        }
        return output
    }
}
