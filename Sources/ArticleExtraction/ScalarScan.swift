/// Steps through valid UTF-8 scalar by scalar.
struct ScalarScan {
    /// Byte the next scalar begins at.
    private(set) var byte: Int
    /// Number of the next scalar, counted from where the caller said.
    private(set) var scalar: Int

    /// Starts at a boundary between scalars.
    init(byte: Int = 0, scalar: Int = 0) {
        self.byte = byte
        self.scalar = scalar
    }

    /// The scalar here; the scan moves behind it. `byte` must lie inside of `text`.
    @inline(__always)
    mutating func next(in text: Span<UInt8>) -> UInt32 {
        scalar += 1
        let first = UInt32(text[byte])
        if first < 0x80 {
            byte += 1
            return first
        }
        if first < 0xE0 {
            let value = (first & 0x1F) << 6 | tail(text, 1)
            byte += 2
            return value
        }
        if first < 0xF0 {
            let value = (first & 0x0F) << 12 | tail(text, 1) << 6 | tail(text, 2)
            byte += 3
            return value
        }
        let value =
            (first & 0x07) << 18 | tail(text, 1) << 12 | tail(text, 2) << 6 | tail(text, 3)
        byte += 4
        return value
    }

    @inline(__always)
    private func tail(_ text: Span<UInt8>, _ distance: Int) -> UInt32 {
        UInt32(text[byte + distance]) & 0x3F
    }
}

/// What the segmenter must know of a scalar.
enum ScalarKind {
    /// Ends a line.
    case lineBreak
    /// White space inside a line, NO-BREAK SPACE and tab among it.
    case white
    /// Shows nothing and takes no room: joiners, direction marks, BOM.
    case invisible
    /// Letter, mark or digit.
    case word
    /// Punctuation and signs.
    case other

    /// The kind of `scalar`.
    @inline(__always)
    init(_ scalar: UInt32) {
        switch scalar {
        case 0x0620...0x065F, 0x066E...0x06D3, 0x06D5...0x06FC: self = .word
        case 0x20, 0x09, 0xA0: self = .white
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .lineBreak
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .word
        case 0...0x7F: self = .other
        default: self = Self.rare(scalar)
        }
    }

    private static func rare(_ scalar: UInt32) -> ScalarKind {
        switch scalar {
        case 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .white
        case 0x80...0x9F: .invisible
        case 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
            .invisible
        case 0xAA, 0xB5, 0xBA: .word
        case 0xA1...0xBF, 0xD7, 0xF7: .other
        case 0x0600...0x060F, 0x061B...0x061F, 0x066A...0x066D, 0x06D4, 0x06FD...0x06FE: .other
        case 0x2010...0x2BFF, 0x3001...0x303F: .other
        case 0xFD3E...0xFD4F, 0xFE10...0xFE6F, 0xFFFC...0xFFFD: .other
        case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: .other
        case 0x1F000...0x1FAFF: .other
        default: .word
        }
    }
}
