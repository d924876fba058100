/// What a scalar is to a word.
enum ScalarKind: UInt8 {
    /// Space, punctuation, symbol, control: ends a word.
    case separator
    /// A letter: begins or continues a word.
    case letter
    /// A number of any script or style: begins or continues a word.
    case number
    /// A combining mark: continues a word, never begins one.
    case mark
    /// Tatweel: continues a word, never begins one, and no form but display keeps it.
    case tatweel
    /// Invisible (joiners, direction controls, soft hyphen): part of whatever it stands in.
    case invisible

    /// Kinds of the scalars below U+0800.
    private static let table: [ScalarKind] = (UInt32(0)..<0x800).map(computed)

    @inline(__always)
    static func of(_ value: UInt32) -> ScalarKind {
        value < 0x800 ? table[Int(value)] : long(value)
    }

    private static func long(_ value: UInt32) -> ScalarKind {
        if (0x2000...0x206F).contains(value) {
            return isInvisible(value) ? .invisible : .separator
        }
        if (0x3400...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value) { return .letter }
        return computed(value)
    }

    private static func computed(_ value: UInt32) -> ScalarKind {
        if isInvisible(value) { return .invisible }
        switch value {
        case 0x640: return .tatweel
        // Small waw and yeh of the Quran are letters to Unicode, but they sit on other letters.
        case 0x6E5, 0x6E6: return .mark
        // Presentation forms that draw a lone mark, or a mark on a tatweel.
        case 0xFC5E...0xFC63, 0xFE70, 0xFE72, 0xFE74, 0xFE76, 0xFE78, 0xFE7A, 0xFE7C, 0xFE7E:
            return .mark
        case 0xFCF2...0xFCF4, 0xFE71, 0xFE77, 0xFE79, 0xFE7B, 0xFE7D, 0xFE7F: return .tatweel
        default: break
        }
        switch ScalarProperties.of(value).generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            return .letter
        case .decimalNumber, .letterNumber, .otherNumber: return .number
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        default: return .separator
        }
    }

    /// Zero width characters, direction controls, the soft hyphen and the byte order mark.
    @inline(__always)
    static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }
}
