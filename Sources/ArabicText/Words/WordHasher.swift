/// Hashes the folded scalars of one word, as they come.
///
/// Each scalar is mixed in by one rotation and one multiplication, and the result is avalanched, so
/// that all 64 bits may serve as table index or tag.
struct WordHasher {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var stateBeforeLast: UInt64 = 0
    /// The scalar added last.
    private(set) var last: UInt32 = 0
    private var digitState: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var stateBeforeDigits: UInt64 = 0
    private var letters: Int32 = 0
    private var lettersBeforeDigits: Int32 = 0
    private var digits: Int32 = 0
    /// The last four digits, a byte each.
    private var lastDigits: UInt32 = 0

    @inline(__always)
    private static func mixed(_ state: UInt64, _ scalar: UInt32) -> UInt64 {
        ((state << 5 | state >> 59) ^ UInt64(scalar)) &* 0xD6E8_FEB8_6659_FD93
    }

    @inline(__always)
    private static func finished(_ state: UInt64) -> UInt64 {
        var hash = state ^ state >> 32
        hash = hash &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ hash >> 29
    }

    /// Whether nothing was added.
    var isEmpty: Bool { letters == 0 && digits == 0 }

    @inline(__always)
    mutating func addLetter(_ scalar: UInt32) {
        stateBeforeLast = state
        state = Self.mixed(state, scalar)
        last = scalar
        letters &+= 1
    }

    /// Adds the letters of two bytes from U+0600 on that begin at `start`, up to anything else, and
    /// returns where that stands.
    ///
    /// - Parameter table: ``FoldTable/entries``.
    // Kept apart, so that the loop has the registers to itself: words are mostly this.
    @inline(never)
    mutating func addArabicLetters(
        of text: Span<UInt8>, from start: Int, _ table: Span<UInt16>
    ) -> Int {
        var (state, before, last) = (state, stateBeforeLast, last)
        var offset = start
        let end = text.count &- 1
        while offset < end, text[unchecked: offset] & 0xFC == 0xD8 {
            let pair =
                Int(text[unchecked: offset] & 0x1F) << 6 | Int(text[unchecked: offset &+ 1] & 0x3F)
            let entry = UInt32(table[unchecked: pair])
            guard entry >> 11 == FoldTable.Action.letter else { break }
            last = entry & 0x7FF
            before = state
            state = Self.mixed(state, last)
            offset &+= 2
        }
        self.state = state
        self.stateBeforeLast = before
        self.last = last
        letters &+= Int32(truncatingIfNeeded: (offset &- start) / 2)
        return offset
    }

    @inline(__always)
    mutating func addDigit(_ scalar: UInt32) {
        if digits == 0 {
            stateBeforeDigits = state
            lettersBeforeDigits = letters
        }
        state = Self.mixed(state, scalar)
        digitState = Self.mixed(digitState, scalar)
        lastDigits = lastDigits << 8 | scalar & 0xFF
        last = scalar
        digits &+= 1
    }

    /// The hash of a word, its final alef maksura read as yeh.
    @inline(__always)
    func finish() -> (hash: UInt64, isNumber: Bool) {
        if digits != 0, isNumber { return (Self.finished(digitState), true) }
        if last == FoldLetters.alefMaksura {
            return (Self.finished(Self.mixed(stateBeforeLast, FoldLetters.yeh)), false)
        }
        return (Self.finished(state), false)
    }

    /// Whether it is a number of at most three digits with nothing after them.
    @inline(__always)
    var mayLeadGroups: Bool {
        digits > 0 && digits <= 3 && letters == lettersBeforeDigits && isNumber
    }

    /// Whether it is three digits and nothing else.
    @inline(__always)
    var isThreeDigits: Bool { digits == 3 && letters == 0 }

    /// Goes on with the three digits of another word.
    mutating func addDigits(of word: WordHasher) {
        addDigit(word.lastDigits >> 16 & 0xFF)
        addDigit(word.lastDigits >> 8 & 0xFF)
        addDigit(word.lastDigits & 0xFF)
    }

    private var isNumber: Bool {
        if lettersBeforeDigits > 0, !Self.particles.contains(stateBeforeDigits) { return false }
        switch letters &- lettersBeforeDigits {
        case 0: return true
        case 1: return (3...4).contains(digits) && (last == FoldLetters.heh || last == 0x645)
        default: return false
        }
    }

    /// The states after the particles that are written onto a number.
    private static let particles: [UInt64] = [
        "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "وب", "ول", "لل", "فال", "وبال", "ولل",
    ].map { word in
        var hasher = WordHasher()
        for scalar in word.unicodeScalars { hasher.addLetter(scalar.value) }
        return hasher.state
    }

    /// The hash of a word given in folded form.
    static func hash(of word: String) -> UInt64 { hash(of: word.unicodeScalars.map(\.value)) }

    /// The hash of folded scalars.
    static func hash(of scalars: [UInt32]) -> UInt64 {
        var hasher = WordHasher()
        for scalar in scalars { hasher.add(scalar) }
        return hasher.finish().hash
    }

    /// Adds a folded scalar, which is a digit only if it is an ASCII one.
    mutating func add(_ scalar: UInt32) {
        if (0x30...0x39).contains(scalar) {
            addDigit(scalar)
        } else {
            addLetter(scalar)
        }
    }
}
