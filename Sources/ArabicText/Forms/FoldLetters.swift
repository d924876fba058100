/// The letter and mark folds of TEXT.md, each named once.
enum FoldLetters {
    /// Alef with hamza, madda or wasla becomes alef.
    static let key: [UInt32: UInt32] = [
        0x622: 0x627,  // آ alef with madda
        0x623: 0x627,  // أ alef with hamza above
        0x625: 0x627,  // إ alef with hamza below
        0x671: 0x627,  // ٱ alef wasla
        0x672: 0x627,  // ٲ alef with wavy hamza above
        0x673: 0x627,  // ٳ alef with wavy hamza below
    ]

    /// What Persian and Urdu keyboards write for Arabic letters.
    static let keyboards: [UInt32: UInt32] = [
        0x6A9: kaf,  // ک keheh
        0x6CC: yeh,  // ی farsi yeh
        0x6BE: heh,  // ھ heh doachashmee
        0x6C1: heh,  // ہ heh goal
    ]

    /// What only the loose key folds.
    static let loose: [UInt32: UInt32] = [
        0x629: heh,  // ة teh marbuta
        0x624: 0x648,  // ؤ waw with hamza
        0x626: yeh,  // ئ yeh with hamza
        0x6AF: kaf,  // گ gaf
        0x6AD: kaf,  // ڭ ng
        0x763: kaf,  // ݣ keheh with three dots above
        0x6A4: 0x641,  // ڤ veh
        0x67E: 0x628,  // پ peh
        0x686: 0x62C,  // چ tcheh
    ]

    static let hamza: UInt32 = 0x621
    static let kaf: UInt32 = 0x643
    static let heh: UInt32 = 0x647
    static let alefMaksura: UInt32 = 0x649
    static let yeh: UInt32 = 0x64A

    /// Harakat and the marks of the Quran.
    @inline(__always)
    static func isArabicMark(_ value: UInt32) -> Bool {
        switch value {
        case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED,
            0x898...0x89F, 0x8CA...0x8E1, 0x8E3...0x8FF:
            true
        default: false
        }
    }

    /// The value of a decimal digit of any script.
    static func digit(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x30...0x39: return value - 0x30
        case 0x660...0x669: return value - 0x660  // Arabic-Indic
        case 0x6F0...0x6F9: return value - 0x6F0  // extended Arabic-Indic
        case ..<0x7C0: return nil
        default:
            let properties = ScalarProperties.of(value)
            guard properties.numericType == .decimal, let number = properties.numericValue else {
                return nil
            }
            return UInt32(number)
        }
    }
}
