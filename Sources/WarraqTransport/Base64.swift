/// Base64 of RFC 4648, both alphabets.
enum Base64 {
    /// The bytes that `text` stands for, `nil` if it is no base64.
    ///
    /// White space is ignored, padding may be missing.
    static func decode(_ text: [UInt8]) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 4 * 3 + 3)
        var buffer: UInt32 = 0
        var digits = 0
        var padding = 0
        for byte in text {
            let value: UInt8
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            case UInt8(ascii: "="):
                padding += 1
                continue
            case 0x20, 0x09, 0x0A, 0x0D: continue
            default: return nil
            }
            guard padding == 0 else { return nil }
            buffer = buffer << 6 | UInt32(value)
            digits += 1
            if digits % 4 == 0 {
                output.append(UInt8(truncatingIfNeeded: buffer >> 16))
                output.append(UInt8(truncatingIfNeeded: buffer >> 8))
                output.append(UInt8(truncatingIfNeeded: buffer))
            }
        }
        let rest = digits % 4
        guard rest != 1, padding == 0 || rest > 0 && rest + padding == 4 else { return nil }
        if rest >= 2 { output.append(UInt8(truncatingIfNeeded: buffer >> (rest == 2 ? 4 : 10))) }
        if rest == 3 { output.append(UInt8(truncatingIfNeeded: buffer >> 2)) }
        return output
    }
}
