/// Reads attributes of an XML tag.
enum XMLAttributes {
    /// The value of `name`, references resolved; `nil` without it.
    static func value(_ name: String, in attributes: [UInt8]) -> String? {
        let wanted = Array(name.utf8)
        var index = 0
        while index < attributes.count {
            while index < attributes.count, ASCIIText.isSpace(attributes[index]) { index += 1 }
            let start = index
            while index < attributes.count, attributes[index] != UInt8(ascii: "="),
                !ASCIIText.isSpace(attributes[index])
            {
                index += 1
            }
            let found = attributes[start..<index].map { ASCIIText.lowered($0) }
            while index < attributes.count, ASCIIText.isSpace(attributes[index]) { index += 1 }
            guard index < attributes.count, attributes[index] == UInt8(ascii: "=") else {
                if index == start { index += 1 }
                continue
            }
            index += 1
            while index < attributes.count, ASCIIText.isSpace(attributes[index]) { index += 1 }
            guard index < attributes.count else { return nil }
            let quote = attributes[index]
            let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
            if isQuoted { index += 1 }
            let valueStart = index
            while index < attributes.count,
                isQuoted ? attributes[index] != quote : !ASCIIText.isSpace(attributes[index])
            {
                index += 1
            }
            if found == wanted {
                var value: [UInt8] = []
                CharacterReferences.append(attributes[valueStart..<index], to: &value)
                return String(decoding: value, as: UTF8.self)
            }
            index += 1
        }
        return nil
    }
}
