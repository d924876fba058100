/// Tells Arabic from the other languages of its script by letters that Arabic does not have.
enum ArabicOrthography {
    /// Folds the letters of Persian and Urdu keyboards in a key, if its text is Arabic.
    ///
    /// The decision is made on the key itself, so that a second folding decides alike.
    static func foldKeyboardLetters(in key: inout [UInt8], from start: Int) {
        var hasKeyboardLetter = false
        var hasPersianLetter = false
        var hasFarsiYehOrKeheh = false
        var offset = start
        while offset + 1 < key.count {
            let first = key[offset]
            guard first & 0xE0 == 0xC0 else {
                offset += 1
                continue
            }
            let value = UInt32(first & 0x1F) << 6 | UInt32(key[offset + 1] & 0x3F)
            offset += 2
            switch value {
            case 0x6A9, 0x6CC:
                hasKeyboardLetter = true
                hasFarsiYehOrKeheh = true
            case 0x6BE, 0x6C1: hasKeyboardLetter = true
            case 0x67E, 0x686, 0x698, 0x6AF: hasPersianLetter = true
            case 0x679, 0x688, 0x691, 0x6BA, 0x6C2, 0x6C3, 0x6D2, 0x6D3,  // Urdu
                0x6CE, 0x6D5, 0x6C6, 0x695, 0x6B5,  // Central Kurdish
                0x6C7, 0x6C8, 0x6CB, 0x6D0,  // Uyghur
                0x67C, 0x689, 0x693, 0x696, 0x69A, 0x6BC, 0x6CD, 0x6AB,  // Pashto
                0x6C0:  // Persian
                return
            default: break
            }
        }
        guard hasKeyboardLetter, !(hasPersianLetter && hasFarsiYehOrKeheh) else { return }
        offset = start
        while offset + 1 < key.count {
            let first = key[offset]
            if first & 0xE0 == 0xC0 {
                let value = UInt32(first & 0x1F) << 6 | UInt32(key[offset + 1] & 0x3F)
                if let folded = FoldLetters.keyboards[value] {
                    key[offset] = UInt8(0xC0 | folded >> 6)
                    key[offset + 1] = UInt8(0x80 | folded & 0x3F)
                }
                offset += 2
            } else {
                offset += 1
            }
        }
    }
}
