/// Where the articles of a JSON payload lie.
///
/// A payload is one object, an array of them, objects line by line, or an object that holds an
/// array of them as JSON Feed does. One pass, no recursion.
enum JSONItemRanges {
    /// Values that are taken at most. One more is read, to tell.
    static let limit = FeedDocument.itemLimit

    /// The ranges of the objects in `bytes`; empty if it begins as no JSON does.
    static func all(in bytes: [UInt8]) -> (ranges: [Range<Int>], areItems: Bool) {
        let values = values(in: bytes, from: 0, to: bytes.count)
        guard let first = values.first else { return ([], false) }
        guard values.count == 1 else { return (objects(values, bytes), true) }
        if bytes[first.lowerBound] == UInt8(ascii: "[") {
            return (objects(inside(first, bytes), bytes), true)
        }
        guard bytes[first.lowerBound] == UInt8(ascii: "{") else { return ([], false) }
        if let list = itemList(in: bytes, first) {
            return (objects(inside(list, bytes), bytes), true)
        }
        return ([first], false)
    }

    /// The values inside of an array or object.
    private static func inside(_ range: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
        values(in: bytes, from: range.lowerBound + 1, to: range.upperBound - 1)
    }

    private static func objects(_ values: [Range<Int>], _ bytes: [UInt8]) -> [Range<Int>] {
        values.filter { bytes[$0.lowerBound] == UInt8(ascii: "{") }
    }

    /// The array that is the member `items`, `articles`, `entries` or `results`.
    private static func itemList(in bytes: [UInt8], _ object: Range<Int>) -> Range<Int>? {
        let inner = inside(object, bytes)
        for (name, value) in zip(inner, inner.dropFirst())
        where bytes[value.lowerBound] == UInt8(ascii: "[") {
            let key = String(decoding: bytes[name], as: UTF8.self)
            guard ["\"items\"", "\"articles\"", "\"entries\"", "\"results\""].contains(key) else {
                continue
            }
            return value
        }
        return nil
    }

    /// The values from `start` to `end`, commas and colons between them passed over.
    private static func values(in bytes: [UInt8], from start: Int, to end: Int) -> [Range<Int>] {
        var values: [Range<Int>] = []
        var index = start
        while index < end, values.count <= limit {
            let byte = bytes[index]
            if ASCIIText.isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") {
                index += 1
                continue
            }
            let next = valueEnd(in: bytes, from: index, to: end)
            values.append(index..<next)
            index = next
        }
        return values
    }

    private static func valueEnd(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
        var index = start
        var depth = 0
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                while index < end, bytes[index] != UInt8(ascii: "\"") {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                if depth == 0 { return min(index + 1, end) }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth <= 0 { return index + 1 }
            case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x0A, 0x0D, 0x09:
                if depth == 0 { return max(index, start + 1) }
            default: break
            }
            index += 1
        }
        return end
    }
}
