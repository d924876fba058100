/// The digits of a number so far, which the next three may continue: 1,489 and 1 489 are 1489.
///
/// Outlets write thousands with a comma of either script, a point, an apostrophe, a space or nothing,
/// and the same text goes from one to the other. A point may as well stand before three decimals: both
/// texts then read the same.
struct DigitGroup {
    private var digits = WordHasher()
    /// Where the digits end, -1 if nothing may follow them.
    private var end = -1

    /// Nothing that could be continued.
    init() {}

    /// The first digits of a number.
    init(_ hasher: WordHasher, until end: Int) {
        digits = hasher
        self.end = hasher.mayLeadGroups ? end : -1
    }

    /// Whether a word that starts at `start` is the next three digits of the number.
    @inline(__always)
    func continues(with word: WordHasher, at start: Int, in text: Span<UInt8>) -> Bool {
        end >= 0 && start > end && start - end <= 3 && word.isThreeDigits
            && Self.isSeparator(text, end..<start)
    }

    /// Adds the next three digits and gives the hash of the number so far.
    mutating func add(_ word: WordHasher, until end: Int) -> UInt64 {
        digits.addDigits(of: word)
        self.end = end
        return digits.finish().hash
    }

    /// Whether the bytes are one scalar that stands between groups of digits.
    private static func isSeparator(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var bytes: UInt32 = 0
        for index in range { bytes = bytes << 8 | UInt32(text[index]) }
        return switch bytes {
        case 0x20, 0x27, 0x2C, 0x2E: true
        case 0xC2A0: true  // U+00A0, no-break space
        case 0xD88C, 0xD9AB, 0xD9AC: true  // U+060C, comma; U+066B and U+066C, digit separators
        case 0xE2_8089, 0xE2_80AF, 0xE2_8099: true  // U+2009 and U+202F, thin spaces; U+2019
        default: false
        }
    }
}
