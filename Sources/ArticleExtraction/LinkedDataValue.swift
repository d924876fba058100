/// A value of the JSON that pages carry as JSON-LD.
///
/// Pages write it by hand and by template: raw line breaks in strings, commas behind the last
/// member, two objects in a row. A strict parser refuses one page in twenty over that, and with it
/// the page's own date and headline, so this one reads what it can and stops where it cannot.
enum LinkedDataValue: Sendable {
    case string(String)
    case number
    case boolean
    case null
    case array([LinkedDataValue])
    case object([(key: String, value: LinkedDataValue)])

    /// The values that `text` holds, one for each object or array at its top.
    static func read(_ text: Span<UInt8>) -> [LinkedDataValue] {
        var index = 0
        var values: [LinkedDataValue] = []
        while index < text.count {
            let byte = text[index]
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") else {
                index += 1
                continue
            }
            guard let value = read(text, &index, depth: 0) else { break }
            values.append(value)
        }
        return values
    }

    /// The member of an object.
    subscript(_ key: String) -> LinkedDataValue? {
        guard case .object(let members) = self else { return nil }
        for member in members where member.key == key { return member.value }
        return nil
    }

    /// The text of a string, if it is one that is not blank.
    var string: String? {
        guard case .string(let string) = self else { return nil }
        return string.utf8.contains { !ASCIIText.isSpace($0) } ? string : nil
    }

    /// The elements of an array, or the value itself.
    var elements: [LinkedDataValue] {
        if case .array(let elements) = self { return elements }
        return [self]
    }

    private static let maxDepth = 48

    private static func read(
        _ text: Span<UInt8>, _ index: inout Int, depth: Int
    ) -> LinkedDataValue? {
        skipSpace(text, &index)
        guard index < text.count, depth < maxDepth else { return nil }
        switch text[index] {
        case UInt8(ascii: "{"): return readObject(text, &index, depth: depth)
        case UInt8(ascii: "["): return readArray(text, &index, depth: depth)
        case UInt8(ascii: "\""): return readString(text, &index).map { .string($0) }
        default: return readWord(text, &index)
        }
    }

    private static func readObject(
        _ text: Span<UInt8>, _ index: inout Int, depth: Int
    ) -> LinkedDataValue {
        index += 1
        var members: [(key: String, value: LinkedDataValue)] = []
        while true {
            skipSpace(text, &index)
            guard index < text.count else { break }
            if text[index] == UInt8(ascii: "}") {
                index += 1
                break
            }
            if text[index] == UInt8(ascii: ",") {
                index += 1
                continue
            }
            guard text[index] == UInt8(ascii: "\""), let key = readString(text, &index) else {
                index = text.count
                break
            }
            skipSpace(text, &index)
            guard index < text.count, text[index] == UInt8(ascii: ":") else {
                index = text.count
                break
            }
            index += 1
            guard let value = read(text, &index, depth: depth + 1) else {
                index = text.count
                break
            }
            members.append((key, value))
        }
        return .object(members)
    }

    private static func readArray(
        _ text: Span<UInt8>, _ index: inout Int, depth: Int
    ) -> LinkedDataValue {
        index += 1
        var elements: [LinkedDataValue] = []
        while true {
            skipSpace(text, &index)
            guard index < text.count else { break }
            if text[index] == UInt8(ascii: "]") {
                index += 1
                break
            }
            if text[index] == UInt8(ascii: ",") {
                index += 1
                continue
            }
            guard let value = read(text, &index, depth: depth + 1) else {
                index = text.count
                break
            }
            elements.append(value)
        }
        return .array(elements)
    }

    private static func readWord(_ text: Span<UInt8>, _ index: inout Int) -> LinkedDataValue? {
        let start = index
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
                UInt8(ascii: "."):
                index += 1
                continue
            default: break
            }
            break
        }
        guard index > start else { return nil }
        switch text[start] {
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"): return .null
        default: return .number
        }
    }

    private static func readString(_ text: Span<UInt8>, _ index: inout Int) -> String? {
        index += 1
        var bytes: [UInt8] = []
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: bytes, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\"), index < text.count else {
                bytes.append(byte)
                continue
            }
            let escape = text[index]
            index += 1
            switch escape {
            case UInt8(ascii: "n"), UInt8(ascii: "r"): bytes.append(0x0A)
            case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "b"): bytes.append(0x20)
            case UInt8(ascii: "u"): appendEscape(text, &index, to: &bytes)
            default: bytes.append(escape)
            }
        }
        return nil
    }

    private static func appendEscape(
        _ text: Span<UInt8>, _ index: inout Int, to bytes: inout [UInt8]
    ) {
        guard var code = hex(text, index) else { return }
        index += 4
        // A surrogate pair is one scalar; a lone surrogate is none.
        if code & 0xFC00 == 0xD800, index + 1 < text.count, text[index] == UInt8(ascii: "\\"),
            text[index + 1] == UInt8(ascii: "u"), let low = hex(text, index + 2),
            low & 0xFC00 == 0xDC00
        {
            code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
            index += 6
        }
        guard let scalar = Unicode.Scalar(code), code != 0 else { return }
        bytes.append(contentsOf: String(Character(scalar)).utf8)
    }

    private static func hex(_ text: Span<UInt8>, _ start: Int) -> UInt32? {
        guard start + 4 <= text.count else { return nil }
        var code: UInt32 = 0
        for index in start..<start + 4 {
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code << 4 | UInt32(text[index] - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): code = code << 4 | UInt32(text[index] - 87)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): code = code << 4 | UInt32(text[index] - 55)
            default: return nil
            }
        }
        return code
    }

    private static func skipSpace(_ text: Span<UInt8>, _ index: inout Int) {
        while index < text.count, ASCIIText.isSpace(text[index]) { index += 1 }
    }
}
