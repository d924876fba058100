/// A 64-bit checksum that finds a flipped bit in a stored record.
///
/// SQLite notices damage to its own structure only: a byte changed inside a blob would go out on the
/// feed. Four lanes of multiply and rotate (the rounds of xxHash64) run at several bytes a
/// nanosecond, a few microseconds for a record. The values lie on disk, so the function never changes.
enum Checksum {
    private static let odd: (UInt64, UInt64, UInt64) = (
        0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9
    )

    /// The checksum of `parts`, each with its length, for the record at `sequence`.
    static func of(_ parts: [[UInt8]], sequence: UInt64) -> Int64 {
        var hash = sequence &* odd.0
        for part in parts {
            hash = part.withUnsafeBytes { mix($0, seed: hash ^ UInt64($0.count)) }
        }
        return Int64(bitPattern: hash)
    }

    private static func mix(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        var lanes = SIMD4<UInt64>(seed &+ odd.0, seed &+ odd.1, seed, seed &- odd.0)
        var offset = 0
        while offset + 32 <= bytes.count {
            lanes[0] = round(lanes[0], word(offset))
            lanes[1] = round(lanes[1], word(offset + 8))
            lanes[2] = round(lanes[2], word(offset + 16))
            lanes[3] = round(lanes[3], word(offset + 24))
            offset += 32
        }
        var hash = rotate(lanes[0], 1) &+ rotate(lanes[1], 7)
        hash = hash &+ rotate(lanes[2], 12) &+ rotate(lanes[3], 18)
        while offset < bytes.count {
            hash = rotate(hash ^ (UInt64(bytes[offset]) &* odd.2), 11) &* odd.0
            offset += 1
        }
        hash = (hash ^ (hash >> 33)) &* odd.1
        hash = (hash ^ (hash >> 29)) &* odd.2
        return hash ^ (hash >> 32)
    }

    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        rotate(lane &+ word &* odd.1, 31) &* odd.0
    }

    private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
        value << bits | value >> (64 - bits)
    }
}
