/// Counts Unicode scalar values, the unit of every offset of this library.
public enum ScalarCount {
    /// The number of scalars in valid UTF-8.
    public static func of(_ text: Span<UInt8>) -> Int {
        text.withUnsafeBufferPointer { bytes in
            var continuations = 0
            for byte in bytes { continuations &+= byte & 0xC0 == 0x80 ? 1 : 0 }
            return bytes.count - continuations
        }
    }

    /// The number of scalars in valid UTF-8.
    public static func of(_ text: [UInt8]) -> Int { of(text.span) }
}
