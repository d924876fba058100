/// Changes a few values of a JSON text and leaves every other byte as it is.
///
/// It reads what ``JSONWriter`` wrote: members are found by walking the bytes, one object at a time, and
/// nothing is decoded. Changes are collected and made at once by ``spliced()``.
struct JSONSplicer {
    /// A value's place in the text.
    typealias Value = Range<Int>

    private let bytes: [UInt8]
    private var edits: [(place: Range<Int>, replacement: [UInt8])] = []

    /// A splicer of `bytes`, JSON without white space between its tokens.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The whole text.
    var root: Value { bytes.indices }

    /// The bytes of a value.
    subscript(value: Value) -> ArraySlice<UInt8> { bytes[value] }

    // MARK: Finding

    /// The value of the member `name` of an object, `nil` if there is none.
    func member(_ name: StaticString, of object: Value) -> Value? {
        var found: Value?
        forEachMember(of: object) { key, value in
            let isIt = name.withUTF8Buffer { bytes[key].elementsEqual($0) }
            if isIt { found = value }
            return !isIt
        }
        return found
    }

    /// The elements of an array, none if it is no array.
    func elements(of array: Value) -> [Value] {
        guard bytes[array].first == UInt8(ascii: "[") else { return [] }
        var elements: [Value] = []
        var index = array.lowerBound + 1
        while index < array.upperBound - 1 {
            let end = endOfValue(at: index)
            elements.append(index..<end)
            index = end + 1
        }
        return elements
    }

    private func forEachMember(of object: Value, _ body: (Range<Int>, Value) -> Bool) {
        guard bytes[object].first == UInt8(ascii: "{") else { return }
        var index = object.lowerBound + 1
        while index < object.upperBound - 1 {
            let key = index + 1..<endOfValue(at: index) - 1
            let start = key.upperBound + 2
            let end = endOfValue(at: start)
            guard body(key, start..<end) else { return }
            index = end + 1
        }
    }

    /// Where the value that begins at `start` ends; the end of the text if it is cut off.
    private func endOfValue(at start: Int) -> Int {
        var index = start
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return index }
                depth -= 1
            case UInt8(ascii: ","):
                if depth == 0 { return index }
                index += 1
                continue
            default:
                index += 1
                continue
            }
            index += 1
            if depth == 0 { return min(index, bytes.count) }
        }
        return bytes.count
    }

    // MARK: Changing

    /// Puts `json` in the place of a value.
    mutating func replace(_ value: Value, with json: [UInt8]) {
        edits.append((value, json))
    }

    /// Sets the member `name` of an object: in its place if it is there, else behind the last of
    /// `predecessors` that is there, in front of all if none is.
    mutating func set(
        _ name: StaticString, of object: Value, to json: [UInt8], after predecessors: [StaticString]
    ) {
        if let value = member(name, of: object) { return replace(value, with: json) }
        var last: Int?
        forEachMember(of: object) { key, value in
            let isBefore = predecessors.contains { name in
                name.withUTF8Buffer { bytes[key].elementsEqual($0) }
            }
            if isBefore { last = value.upperBound }
            return true
        }
        let quoted = name.withUTF8Buffer { [0x22] + $0 + [0x22, 0x3A] } + json
        if let last {
            edits.append((last..<last, [UInt8(ascii: ",")] + quoted))
        } else {
            let start = object.lowerBound + 1
            let isEmpty = bytes[start] == UInt8(ascii: "}")
            edits.append((start..<start, isEmpty ? quoted : quoted + [UInt8(ascii: ",")]))
        }
    }

    /// Takes the member `name` out of an object, if it is there.
    mutating func remove(_ name: StaticString, of object: Value) {
        guard let value = member(name, of: object) else { return }
        let start = value.lowerBound - name.utf8CodeUnitCount - 3
        if bytes[start - 1] == UInt8(ascii: ",") {
            edits.append((start - 1..<value.upperBound, []))
        } else {
            let isLast = bytes[value.upperBound] == UInt8(ascii: "}")
            edits.append((start..<value.upperBound + (isLast ? 0 : 1), []))
        }
    }

    /// Adds `json` at the end of an array.
    mutating func append(_ json: [UInt8], to array: Value) {
        let end = array.upperBound - 1
        let isEmpty = end == array.lowerBound + 1
        edits.append((end..<end, isEmpty ? json : [UInt8(ascii: ",")] + json))
    }

    /// The text with every change made. What is put in at one place stands in the order it was asked for.
    ///
    /// - Precondition: No two changes overlap.
    func spliced() -> [UInt8] {
        let order = edits.indices.sorted { left, right in
            let (one, other) = (edits[left].place, edits[right].place)
            return (one.lowerBound, one.isEmpty ? 0 : 1, left)
                < (other.lowerBound, other.isEmpty ? 0 : 1, right)
        }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.count })
        var index = 0
        for edit in order.map({ edits[$0] }) {
            precondition(edit.place.lowerBound >= index, "changes overlap")
            output += bytes[index..<edit.place.lowerBound]
            output += edit.replacement
            index = edit.place.upperBound
        }
        return output + bytes[index...]
    }
}
