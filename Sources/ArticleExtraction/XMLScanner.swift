/// Reads the tags and texts of XML one after the other.
///
/// Bounded and forgiving, for feeds as sites write them: no tree, no entities of a DTD, no
/// nesting to overflow, broken markup read as well as it goes. Only ASCII bytes mean anything, so
/// it reads every charset that keeps them. Time is linear in the input.
struct XMLScanner {
    /// A piece of the input.
    enum Piece {
        /// An opening tag. `isEmpty` if it closes itself.
        case open(name: Range<Int>, attributes: Range<Int>, isEmpty: Bool)
        /// A closing tag.
        case close(name: Range<Int>)
        /// Text, its character references as they are.
        case text(Range<Int>)
        /// Text that has none.
        case literal(Range<Int>)
    }

    private let bytes: [UInt8]
    /// Where the next piece begins.
    private(set) var index: Int

    /// Starts reading `bytes` at `index`.
    init(_ bytes: [UInt8], from index: Int = 0) {
        self.bytes = bytes
        self.index = index
    }

    /// The next piece; `nil` at the end.
    mutating func next() -> Piece? {
        while index < bytes.count {
            let start = index
            guard bytes[index] == UInt8(ascii: "<") else {
                index = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                return .text(start..<index)
            }
            if has("<!--", at: index) {
                skip(to: "-->")
            } else if has("<![cdata[", at: index) {
                let text = index + 9
                skip(to: "]]>")
                let end = index <= bytes.count && index - 3 >= text && has("]]>", at: index - 3)
                return .literal(text..<(end ? index - 3 : index))
            } else if has("<?", at: index) || has("<!", at: index) {
                skip(to: ">")
            } else {
                return tag()
            }
        }
        return nil
    }

    private mutating func tag() -> Piece {
        let isClose = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
        let nameStart = index + (isClose ? 2 : 1)
        var nameEnd = nameStart
        while nameEnd < bytes.count, isName(bytes[nameEnd]) { nameEnd += 1 }
        guard nameEnd > nameStart else {
            // A sign that should have been escaped is text.
            index += 1
            return .text(index - 1..<index)
        }
        var end = nameEnd
        var quote: UInt8 = 0
        while end < bytes.count {
            let byte = bytes[end]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
            end += 1
        }
        index = min(end + 1, bytes.count)
        if isClose { return .close(name: nameStart..<nameEnd) }
        let isEmpty = end > nameEnd && end <= bytes.count && bytes[end - 1] == UInt8(ascii: "/")
        return .open(
            name: nameStart..<nameEnd, attributes: nameEnd..<max(nameEnd, isEmpty ? end - 1 : end),
            isEmpty: isEmpty)
    }

    private mutating func skip(to end: StaticString) {
        let count = end.utf8CodeUnitCount
        var position = index + 2
        while position + count <= bytes.count {
            if has(end, at: position) {
                index = position + count
                return
            }
            position += 1
        }
        index = bytes.count
    }

    private func has(_ text: StaticString, at position: Int) -> Bool {
        ASCIIText.hasPrefix(bytes.span.extracting(position..<bytes.count), text)
    }

    private func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
        case UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }
}
