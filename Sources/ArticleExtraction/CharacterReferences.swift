import ArabicText

/// Resolves the character references of XML, and those of HTML that feeds use without declaring.
enum CharacterReferences {
    /// `text` with its references resolved.
    static func resolved(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return text }
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        append(text[...], to: &output)
        return output
    }

    /// Appends `text` with its references resolved; what is none stays as it is.
    static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index] == UInt8(ascii: "&"), let end = end(of: index, in: text),
                let scalar = scalar(text[(index + 1)..<end])
            else {
                output.append(text[index])
                index += 1
                continue
            }
            output.append(contentsOf: String(scalar).utf8)
            index = end + 1
        }
    }

    /// The semicolon of the reference that begins at `index`: at most ten bytes away.
    private static func end(of index: Int, in text: ArraySlice<UInt8>) -> Int? {
        let limit = min(index + 12, text.endIndex)
        return text[(index + 1)..<limit].firstIndex(of: UInt8(ascii: ";"))
    }

    private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard let first = name.first else { return nil }
        guard first == UInt8(ascii: "#") else {
            return named[String(decoding: name, as: UTF8.self)]
        }
        let digits = name.dropFirst()
        let isHex = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let number = UInt32(
            String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self),
            radix: isHex ? 16 : 10)
        guard let number, number >= 0x20 || number == 0x0A || number == 0x09 else { return nil }
        return Unicode.Scalar(number)
    }

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
        "laquo": "\u{AB}", "raquo": "\u{BB}", "ndash": "\u{2013}", "mdash": "\u{2014}",
        "hellip": "\u{2026}", "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ldquo": "\u{201C}",
        "rdquo": "\u{201D}", "rlm": "\u{200F}", "lrm": "\u{200E}", "zwnj": "\u{200C}",
        "copy": "\u{A9}", "bull": "\u{2022}", "eacute": "\u{E9}", "agrave": "\u{E0}",
    ]
}
