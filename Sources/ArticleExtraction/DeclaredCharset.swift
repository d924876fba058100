/// Finds what a payload or its sender says about its charset, before anything is decoded.
enum DeclaredCharset {
    /// The charset named by `contentType`, else by the XML declaration or a `<meta>` of `body`.
    static func of(_ body: [UInt8], contentType: String?) -> String? {
        if let contentType, let label = value(after: "charset=", in: Array(contentType.utf8)) {
            return label
        }
        // Browsers look for a declaration in the first 1,024 bytes (HTML standard, 13.2.3.2).
        let head = Array(body.prefix(1_024))
        guard head.contains(UInt8(ascii: "<")) else { return nil }
        if ASCIIText.contains(head.span, "<?xml"), let label = value(after: "encoding=", in: head) {
            return label
        }
        return value(after: "charset=", in: head)
    }

    private static func value(after name: StaticString, in bytes: [UInt8]) -> String? {
        let count = name.utf8CodeUnitCount
        guard bytes.count > count else { return nil }
        for start in 0..<bytes.count - count
        where ASCIIText.hasPrefix(bytes.span.extracting(start..<bytes.count), name) {
            var index = start + count
            while index < bytes.count, isFrame(bytes[index]) { index += 1 }
            let end = bytes[index...].firstIndex { !isLabel($0) } ?? bytes.count
            guard end > index else { return nil }
            return String(decoding: bytes[index..<end], as: UTF8.self)
        }
        return nil
    }

    private static func isFrame(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || ASCIIText.isSpace(byte)
    }

    private static func isLabel(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"): true
        default: false
        }
    }
}
