/// A 64-bit check of bytes, in four lanes that do not wait for each other.
enum BlockCheck {
    /// The check of the bytes from `start` on, and of how many they are.
    static func of(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
        var lanes: (UInt64, UInt64, UInt64, UInt64) = (
            0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB,
            0xC2B2_AE3D_27D4_EB4F
        )
        var place = start
        if let base = bytes.baseAddress {
            while place + 32 <= bytes.count {
                lanes.0 = step(lanes.0, word(base, place))
                lanes.1 = step(lanes.1, word(base, place + 8))
                lanes.2 = step(lanes.2, word(base, place + 16))
                lanes.3 = step(lanes.3, word(base, place + 24))
                place += 32
            }
            while place + 8 <= bytes.count {
                lanes.0 = step(lanes.0, word(base, place))
                place += 8
            }
        }
        var tail: UInt64 = 0
        while place < bytes.count {
            tail = tail &<< 8 | UInt64(bytes[place])
            place += 1
        }
        lanes.1 = step(lanes.1, tail)
        var state = UInt64(bytes.count - start)
        for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { state = step(state, lane) }
        return Mixing.spread(state)
    }

    @inline(__always)
    private static func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
        Mixing.fold(state ^ word, 0xA076_1D64_78BD_642F) &+ 0xE703_7ED1_A0B4_28DB
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawPointer, _ place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
}
