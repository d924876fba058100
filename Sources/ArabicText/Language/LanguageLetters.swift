/// Letters counted by what languages they belong to.
struct LanguageLetters {
    /// What a letter tells.
    enum Group: Int {
        /// Latin letters.
        case latin
        /// è ê ç and others that French has and Spanish has not.
        case french
        /// ñ í ó and others that Spanish has and French has not.
        case spanish
        /// Letters of Arabic script that tell nothing more.
        case arabic
        /// ة أ إ ى ي ك, as Arabic writes them.
        case standard
        /// پ چ ژ گ
        case persian
        /// ی ک
        case keyboard
        /// ٹ ڈ ڑ ں ے ہ and their like.
        case urdu
        /// ێ ڕ ڵ
        case kurdish
        /// ە ۆ, which Kurdish and Uyghur share.
        case kurdishOrUyghur
        /// ۇ ۈ ۋ
        case uyghur
        /// Alef maksura inside a word, as Uyghur writes its i.
        case innerMaksura
        /// ې, which Uyghur and Pashto share.
        case uyghurOrPashto
        /// ټ ډ ړ ږ ښ ګ ڼ ۍ څ ځ
        case pashto
        /// Letters and signs that only Sindhi has.
        case sindhi
        /// Tifinagh.
        case tifinagh
        /// Letters of other scripts.
        case other
        /// No letter.
        case none
    }

    private static let groupTable: [UInt8] = (UInt32(0)..<0x800).map {
        UInt8(computed($0).rawValue)
    }
    /// Kept here so that no letter pays for the access to a global.
    private let groups = Self.groupTable
    private var counts = InlineArray<32, Int>(repeating: 0)

    /// How many letters of a group there were.
    func count(_ group: Group) -> Int { counts[group.rawValue] }

    /// Letters of Arabic script.
    var arabicScript: Int {
        all - latinScript - count(.tifinagh) - count(.other)
    }

    /// Letters of Latin script.
    var latinScript: Int { count(.latin) + count(.french) + count(.spanish) }

    /// Letters of any script.
    var all: Int {
        var sum = 0
        for group in 0..<Group.none.rawValue { sum += counts[group] }
        return sum
    }

    /// Counts a scalar.
    @inline(__always)
    mutating func add(_ value: UInt32) {
        let group = value < 0x800 ? Int(groups[Int(value)]) : Self.computed(value).rawValue
        counts[group & 31] += 1
    }

    /// Counts the alef maksura before a letter of its word.
    mutating func addInnerMaksura() {
        counts[Group.standard.rawValue] -= 1
        counts[Group.innerMaksura.rawValue] += 1
    }

    private static func computed(_ value: UInt32) -> Group {
        switch value {
        case 0xE0, 0xE2, 0xE7, 0xE8, 0xEA, 0xEB, 0xEE, 0xF4, 0xF9, 0xFB, 0x153, 0xC0, 0xC7, 0xC8:
            return .french
        case 0xE1, 0xED, 0xF1, 0xF3, 0xFA, 0xC1, 0xCD, 0xD1, 0xD3, 0xDA: return .spanish
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: return .latin
        case 0x2D30...0x2D67, 0x2D6F: return .tifinagh
        case 0x6FD, 0x6FE: return .sindhi
        default: break
        }
        guard ScalarKind.of(value) == .letter else { return .none }
        switch value {
        case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: return arabic(value)
        default: return .other
        }
    }

    private static func arabic(_ value: UInt32) -> Group {
        switch value {
        case 0x629, 0x623, 0x625, 0x649, 0x64A, 0x643: .standard
        case 0x67E, 0x686, 0x698, 0x6AF: .persian
        case 0x6A9, 0x6CC: .keyboard
        case 0x679, 0x688, 0x691, 0x6BA, 0x6BE, 0x6C1, 0x6C2, 0x6C3, 0x6D2, 0x6D3: .urdu
        case 0x6CE, 0x695, 0x6B5: .kurdish
        case 0x6D5, 0x6C6: .kurdishOrUyghur
        case 0x6C7, 0x6C8, 0x6CB: .uyghur
        case 0x6D0: .uyghurOrPashto
        case 0x67C, 0x681, 0x685, 0x689, 0x693, 0x696, 0x69A, 0x6AB, 0x6BC, 0x6CD: .pashto
        case 0x67B, 0x67D, 0x67F, 0x680, 0x683, 0x684, 0x687, 0x68A, 0x68C, 0x68D, 0x68F, 0x699,
            0x6A6, 0x6AA, 0x6B1, 0x6B3, 0x6BB:
            .sindhi
        default: .arabic
        }
    }
}
