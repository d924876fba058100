/// Tells windows-1256, ISO-8859-6 and windows-1252 apart by what the bytes would spell.
struct SingleByteGuess {
    /// How Arabic the bytes read in each encoding: log-odds a byte, summed.
    private(set) var windows1256 = 0
    private(set) var iso8859 = 0
    /// Bytes above 0x7F that are Latin letters of windows-1252 between ASCII letters.
    private(set) var latin = 0
    /// Bytes of 0xC0 and above.
    private(set) var high = 0
    /// Control bytes of the lower half, and NUL.
    private(set) var controls = 0

    /// How many bytes above 0x7F are read.
    private static let limit = 8192

    init(_ bytes: Span<UInt8>) {
        var previous: UInt8 = 0x20
        var read = 0
        for offset in 0..<bytes.count {
            let byte = bytes[offset]
            if byte < 0x80 {
                if byte < 0x20 && !(0x09...0x0D).contains(byte) || byte == 0x7F { controls += 1 }
                previous = byte
                continue
            }
            if read < Self.limit {
                read += 1
                add(
                    byte, after: previous,
                    before: offset + 1 < bytes.count ? bytes[offset + 1] : 0x20)
            }
            previous = byte
        }
    }

    private mutating func add(_ byte: UInt8, after previous: UInt8, before next: UInt8) {
        let index = Int(byte) - 0x80
        windows1256 += Self.weight(SingleByteTables.windows1256[index], previous, next)
        iso8859 += Self.weight(SingleByteTables.iso8859Arabic[index], previous, next)
        // The article is the best witness: alef and lam, which are C7 E1 in one and C7 E4 in the other.
        if previous == 0xC7 {
            if byte == 0xE1 { windows1256 += 12 }
            if byte == 0xE4 { iso8859 += 12 }
        }
        if byte >= 0xC0 {
            high += 1
            if Self.isASCIILetter(previous) || Self.isASCIILetter(next) { latin += 1 }
        }
    }

    private static func isASCIILetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    /// How likely a scalar is in Arabic text, from frequent letters to what Arabic text never has.
    private static func weight(_ scalar: UInt16, _ previous: UInt8, _ next: UInt8) -> Int {
        switch scalar {
        case 0x627, 0x644, 0x64A, 0x645, 0x648, 0x646, 0x631, 0x62A, 0x628, 0x629: 4
        case 0x639, 0x62F, 0x641, 0x647, 0x633, 0x623, 0x642, 0x62D, 0x643, 0x62C, 0x634: 2
        case 0x621...0x63A, 0x641...0x64A: 0
        case 0x60C, 0x61B, 0x61F, 0xA0, 0xAB, 0xBB, 0x201C, 0x201D, 0x2018, 0x2019, 0x2013, 0x2026:
            0
        case 0x64B...0x652, 0x640: -1
        case 0x67E, 0x686, 0x698, 0x6AF, 0x6A9, 0x2014, 0x2022, 0xB7: -2
        case 0xFFFD, 0x80...0x9F: -16
        default: -6
        }
    }

    /// The likeliest encoding, and whether anything spoke for it.
    var best: (encoding: TextEncoding, isSure: Bool) {
        if high > 0, latin * 2 > high { return (.windows1252, true) }
        if iso8859 > windows1256, iso8859 > 0 { return (.iso8859_6, true) }
        return (.windows1256, windows1256 > 0)
    }

    /// Whether the bytes may well be what was declared.
    func agrees(with encoding: TextEncoding) -> Bool {
        switch encoding {
        case .windows1256: iso8859 <= windows1256 || iso8859 <= 0
        case .iso8859_6: windows1256 <= iso8859 || windows1256 <= 0
        case .windows1252: latin * 2 >= high
        default: false
        }
    }
}
