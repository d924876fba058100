/// One scalar and the number of bytes it takes.
struct DecodedScalar {
    let value: UInt32
    let length: Int
}

extension Span<UInt8> {
    /// The scalar that starts at `offset`, which must be inside the span.
    ///
    /// A byte that starts no well-formed scalar reads as U+FFFD REPLACEMENT CHARACTER of one byte, so
    /// that damaged input can neither trap nor stall a caller that advances by `length`.
    @inline(__always)
    func scalar(at offset: Int) -> DecodedScalar {
        let first = UInt32(self[offset])
        if first < 0x80 { return DecodedScalar(value: first, length: 1) }
        if first < 0xE0 {
            guard first >= 0xC2, offset + 1 < count else { return .damaged }
            let second = UInt32(self[offset + 1]) ^ 0x80
            guard second < 0x40 else { return .damaged }
            return DecodedScalar(value: (first & 0x1F) << 6 | second, length: 2)
        }
        return longScalar(at: offset, first: first)
    }

    private func longScalar(at offset: Int, first: UInt32) -> DecodedScalar {
        guard offset + 2 < count else { return .damaged }
        let second = UInt32(self[offset + 1]) ^ 0x80
        let third = UInt32(self[offset + 2]) ^ 0x80
        guard second < 0x40, third < 0x40 else { return .damaged }
        if first < 0xF0 {
            let value = (first & 0x0F) << 12 | second << 6 | third
            guard value >= 0x800, !(0xD800...0xDFFF).contains(value) else { return .damaged }
            return DecodedScalar(value: value, length: 3)
        }
        guard offset + 3 < count else { return .damaged }
        let fourth = UInt32(self[offset + 3]) ^ 0x80
        let value = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
        guard first < 0xF5, fourth < 0x40, (0x10000...0x10FFFF).contains(value) else {
            return .damaged
        }
        return DecodedScalar(value: value, length: 4)
    }
}

extension DecodedScalar {
    static let damaged = DecodedScalar(value: 0xFFFD, length: 1)
}

extension [UInt8] {
    /// Appends the UTF-8 of a scalar value.
    @inline(__always)
    mutating func appendScalar(_ value: UInt32) {
        if value < 0x80 {
            append(UInt8(truncatingIfNeeded: value))
        } else if value < 0x800 {
            append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        } else {
            appendLongScalar(value)
        }
    }

    private mutating func appendLongScalar(_ value: UInt32) {
        if value < 0x10000 {
            append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
        } else {
            append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
        }
        append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
        append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }

    /// Appends the bytes of `span` in `range`.
    @inline(__always)
    mutating func append(_ span: Span<UInt8>, in range: Range<Int>) {
        guard !range.isEmpty else { return }
        span.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
    }
}

/// Properties of a scalar that the standard library knows, by value.
enum ScalarProperties {
    @inline(__always)
    static func of(_ value: UInt32) -> Unicode.Scalar.Properties {
        (Unicode.Scalar(value) ?? "\u{FFFD}").properties
    }

    static func combiningClass(_ value: UInt32) -> UInt8 {
        value < 0x300 ? 0 : of(value).canonicalCombiningClass.rawValue
    }
}
