/// The letters of words as five-bit codes, folded: spelling variants share a code.
///
/// A word of up to twelve letters packs into 60 bits, the first letter lowest, so equal words have
/// equal keys without hashing, and taking off a prefix is a shift.
enum LetterCode {
    /// What a byte or scalar is to the lexer, when it is not a letter.
    static let skipped: UInt8 = 32
    static let foreign: UInt8 = 33
    static let blank: UInt8 = 34
    static let lineBreak: UInt8 = 35
    static let mark: UInt8 = 36
    static let stop: UInt8 = 37
    /// Digits are `digit` to `digit + 9`.
    static let digit: UInt8 = 40

    static let alef: UInt64 = 1
    static let beh: UInt64 = 2
    static let teh: UInt64 = 3
    static let feh: UInt64 = 20
    static let kaf: UInt64 = 22
    static let lam: UInt64 = 23
    static let heh: UInt64 = 26
    static let waw: UInt64 = 27

    /// Set in the key of a Latin word.
    static let latin: UInt64 = 1 << 63

    /// U+0600 to U+06FF.
    static let arabic: [UInt8] = {
        var table = [UInt8](repeating: foreign, count: 256)
        // In the order of their codes; the first of each group names it.
        let groups: [[UInt8]] = [
            [0x27, 0x22, 0x23, 0x25, 0x71, 0x72, 0x73],  // alef
            [0x28], [0x2A], [0x2B], [0x2C], [0x2D], [0x2E], [0x2F], [0x30], [0x31], [0x32],
            [0x33], [0x34], [0x35], [0x36], [0x37], [0x38], [0x39], [0x3A],
            [0x41, 0xA4],  // feh, veh
            [0x42],
            [0x43, 0xA9, 0xAF, 0xAD],  // kaf, keheh, gaf, ng
            [0x44], [0x45], [0x46],
            [0x47, 0x29, 0xBE, 0xC1, 0xC0, 0xD5],  // heh, teh marbuta
            [0x48],
            [0x4A, 0x49, 0xCC],  // yeh, alef maksura, farsi yeh
            [0x21], [0x24], [0x26],
        ]
        for (index, group) in groups.enumerated() {
            for low in group { table[Int(low)] = UInt8(index + 1) }
        }
        for low in Array(0x10...0x1A) + [0x1C] + Array(0x4B...0x5F) + [0x70, 0x40]
            + Array(0xD6...0xDC) + Array(0xDF...0xE4) + [0xE7, 0xE8] + Array(0xEA...0xED)
        {
            table[low] = skipped
        }
        for value in 0...9 {
            table[0x60 + value] = digit + UInt8(value)
            table[0xF0 + value] = digit + UInt8(value)
        }
        for low in [0x0C, 0x1B, 0x6B, 0x6C, 0x6A] { table[low] = mark }
        for low in [0x1F, 0xD4, 0x6D] { table[low] = stop }
        return table
    }()

    /// The ASCII byte that stands for a mark of the Arabic block: ، ؛ ٫ ٬ ٪.
    static func markByte(arabicLow: UInt8) -> UInt8 {
        switch arabicLow {
        case 0x0C: UInt8(ascii: ",")
        case 0x1B: UInt8(ascii: ";")
        case 0x6B: UInt8(ascii: ".")
        case 0x6C: UInt8(ascii: "'")
        default: UInt8(ascii: "%")
        }
    }

    /// U+0000 to U+007F; letters have their place in the alphabet, 1 to 26.
    static let ascii: [UInt8] = {
        var table = [UInt8](repeating: stop, count: 128)
        for byte in 0x21..<0x7F { table[byte] = mark }
        for letter in 1...26 {
            table[0x40 + letter] = UInt8(letter)
            table[0x60 + letter] = UInt8(letter)
        }
        for value in 0...9 { table[0x30 + value] = digit + UInt8(value) }
        table[0x20] = blank
        table[0x09] = blank
        table[0x0A] = lineBreak
        table[0x0D] = lineBreak
        for byte in "!?<>{}[]&=*^~`@#$".utf8 { table[Int(byte)] = stop }
        return table
    }()

    /// U+00C0 to U+00FF, as far as French months need them: accents fall away.
    static let latin1: [UInt8] = {
        var table = [UInt8](repeating: foreign, count: 64)
        for (lows, letter) in [
            ([0, 2, 4], "a"), ([8, 9, 10, 11], "e"), ([14, 15], "i"), ([20], "o"),
            ([25, 27, 28], "u"), ([7], "c"),
        ] {
            for low in lows {
                for byte in letter.utf8 {
                    table[low] = byte - 0x60
                    table[low + 32] = byte - 0x60
                }
            }
        }
        return table
    }()

    /// The letter of an Arabic presentation form (U+FE70 to U+FEFC) in the base block, or `nil`.
    ///
    /// Lam-alef ligatures are given as lam; the alef is added by the lexer.
    static func base(presentationForm scalar: UInt32) -> UInt8? {
        guard (0xFE80...0xFEFC).contains(scalar) else { return nil }
        return presentationForms[Int(scalar - 0xFE80)]
    }

    private static let presentationForms: [UInt8] = {
        // Unicode orders the block by letter: how many forms each has, then its base letter.
        let runs: [(count: Int, low: UInt8)] = [
            (1, 0x21), (2, 0x22), (2, 0x23), (2, 0x24), (2, 0x25), (4, 0x26), (2, 0x27), (4, 0x28),
            (2, 0x29), (4, 0x2A), (4, 0x2B), (4, 0x2C), (4, 0x2D), (4, 0x2E), (2, 0x2F), (2, 0x30),
            (2, 0x31), (2, 0x32), (4, 0x33), (4, 0x34), (4, 0x35), (4, 0x36), (4, 0x37), (4, 0x38),
            (4, 0x39), (4, 0x3A), (4, 0x41), (4, 0x42), (4, 0x43), (4, 0x44), (4, 0x45), (4, 0x46),
            (4, 0x47), (2, 0x48), (2, 0x49), (4, 0x4A), (8, 0x44),
        ]
        return runs.flatMap { [UInt8](repeating: $0.low, count: $0.count) }
    }()
}
