// Parts of refs and names are gathered in bytes: a string that grows is copied at every step.

extension [UInt8] {
    /// Adds a string, without its first bytes if so told.
    mutating func append(_ text: String, from first: Int = 0) {
        _ = text.utf8.withContiguousStorageIfAvailable { bytes in
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[first...]))
        }
    }

    /// Adds letters of key form.
    mutating func append(letters: ArraySlice<UInt16>) {
        for letter in letters {
            if letter < 0x80 {
                append(UInt8(truncatingIfNeeded: letter))
                continue
            }
            if letter < 0x800 {
                append(UInt8(truncatingIfNeeded: 0xC0 | letter >> 6))
            } else {
                append(UInt8(truncatingIfNeeded: 0xE0 | letter >> 12))
                append(UInt8(truncatingIfNeeded: 0x80 | letter >> 6 & 0x3F))
            }
            append(UInt8(truncatingIfNeeded: 0x80 | letter & 0x3F))
        }
    }
}
