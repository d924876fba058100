/// Letters counted by what languages they belong to.
struct LanguageLetters {
    private(set) var latin = 0
    private(set) var arabic = 0
    private(set) var tifinagh = 0
    private(set) var other = 0
    /// پ چ ژ گ
    private(set) var persian = 0
    /// ی ک
    private(set) var keyboard = 0
    /// ٹ ڈ ڑ ں ے ہ and their like
    private(set) var urdu = 0
    /// ێ ڕ ڵ
    private(set) var kurdish = 0
    /// ە ۆ, which Kurdish and Uyghur share
    private(set) var kurdishOrUyghur = 0
    /// ۇ ۈ ۋ
    private(set) var uyghur = 0
    /// ې, which Uyghur and Pashto share
    private(set) var uyghurOrPashto = 0
    /// ټ ډ ړ ږ ښ ګ ڼ ۍ
    private(set) var pashto = 0
    /// Letters and signs that only Sindhi has.
    private(set) var sindhi = 0
    /// ة أ إ ى ي ك, as Arabic writes them
    private(set) var standard = 0

    /// Letters of any script.
    var all: Int { latin + arabic + tifinagh + other }

    mutating func add(_ value: UInt32) {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: latin += 1
        case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: addArabic(value)
        case 0x2D30...0x2D67, 0x2D6F: tifinagh += 1
        default: if ScalarKind.of(value) == .letter { other += 1 }
        }
    }

    private mutating func addArabic(_ value: UInt32) {
        if value == 0x6FD || value == 0x6FE { sindhi += 1 }
        guard ScalarKind.of(value) == .letter else { return }
        arabic += 1
        switch value {
        case 0x629, 0x623, 0x625, 0x649, 0x64A, 0x643: standard += 1
        case 0x67E, 0x686, 0x698, 0x6AF: persian += 1
        case 0x6A9, 0x6CC: keyboard += 1
        case 0x679, 0x688, 0x691, 0x6BA, 0x6BE, 0x6C1, 0x6C2, 0x6C3, 0x6D2, 0x6D3: urdu += 1
        case 0x6CE, 0x695, 0x6B5: kurdish += 1
        case 0x6D5, 0x6C6: kurdishOrUyghur += 1
        case 0x6C7, 0x6C8, 0x6CB: uyghur += 1
        case 0x6D0: uyghurOrPashto += 1
        case 0x67C, 0x689, 0x693, 0x696, 0x69A, 0x6AB, 0x6BC, 0x6CD: pashto += 1
        case 0x67B, 0x67D, 0x67F, 0x680, 0x683, 0x684, 0x687, 0x68A, 0x68C, 0x68D, 0x68F, 0x699,
            0x6A6, 0x6AA, 0x6B1, 0x6B3, 0x6BB:
            sindhi += 1
        default: break
        }
    }
}
