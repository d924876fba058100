/// Questions about bytes that are ASCII where it matters.
enum ASCIIText {
    /// Whether `text` is `other`, whatever the case of ASCII letters. `other` is lower case.
    static func equal(_ text: Span<UInt8>, _ other: StaticString) -> Bool {
        text.count == other.utf8CodeUnitCount && hasPrefix(text, other)
    }

    /// Whether `text` starts with `prefix`, whatever the case of ASCII letters. `prefix` is lower
    /// case.
    static func hasPrefix(_ text: Span<UInt8>, _ prefix: StaticString) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard text.count >= count else { return false }
        let bytes = prefix.utf8Start
        for index in 0..<count where lowered(text[index]) != bytes[index] { return false }
        return true
    }

    /// Whether `part` stands anywhere in `text`, whatever the case of ASCII letters. `part` is
    /// lower case.
    static func contains(_ text: Span<UInt8>, _ part: StaticString) -> Bool {
        let count = part.utf8CodeUnitCount
        guard count > 0, text.count >= count else { return count == 0 }
        for start in 0...text.count - count
        where hasPrefix(text.extracting(start..<text.count), part) { return true }
        return false
    }

    /// `byte`, or its lower case if it is a capital letter.
    static func lowered(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }

    /// Whether `byte` is white space of HTML.
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
    }
}
