/// Writes JSON as UTF-8 bytes, keys in the order they are written.
///
/// Foundation's encoder took 260 to 508 µs for a record and orders keys differently from run to
/// run; this one appends to one buffer. Keys are static and need no escaping.
public struct JSONWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8]
    private var needsComma = false

    /// An empty writer with room for `capacity` bytes.
    public init(capacity: Int = 256) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Writes an object whose members `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an array whose elements `body` writes.
    public mutating func array(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "["))
        body(&self)
        close(UInt8(ascii: "]"))
    }

    /// Writes `value` as an array element or at the top level.
    public mutating func value(_ value: some JSONWritable) {
        separate()
        value.write(to: &self)
        needsComma = true
    }

    /// Writes the member `key` of an object.
    public mutating func member(_ key: StaticString, _ value: some JSONWritable) {
        self.key(key)
        value.write(to: &self)
        needsComma = true
    }

    /// Writes the member `key`, a string of these bytes of UTF-8.
    public mutating func member(_ key: StaticString, utf8: Span<UInt8>) {
        self.key(key)
        utf8.withUnsafeBufferPointer { appendQuoted($0) }
        needsComma = true
    }

    /// Writes a member whose key is one of a closed set of names of ours.
    public mutating func member(dynamic key: String, _ value: some JSONWritable) {
        separate()
        key.write(to: &self)
        bytes.append(UInt8(ascii: ":"))
        value.write(to: &self)
        needsComma = true
    }

    /// Writes the member `key` unless `value` is `nil`.
    public mutating func member(_ key: StaticString, ifPresent value: (some JSONWritable)?) {
        if let value { member(key, value) }
    }

    /// Writes the member `key`, an object.
    public mutating func member(_ key: StaticString, object body: (inout JSONWriter) -> Void) {
        self.key(key)
        needsComma = false
        object(body)
    }

    /// Writes the member `key`, an array.
    public mutating func member(_ key: StaticString, array body: (inout JSONWriter) -> Void) {
        self.key(key)
        needsComma = false
        array(body)
    }

    /// Writes the member `key`, an array with what `each` writes for every element.
    public mutating func member<Element>(
        _ key: StaticString, _ elements: [Element], each: (inout JSONWriter, Element) -> Void
    ) {
        member(
            key,
            array: { array in
                for element in elements { each(&array, element) }
            })
    }

    /// Writes the member `key` with JSON that is already bytes.
    public mutating func member(_ key: StaticString, json: [UInt8]) {
        self.key(key)
        bytes += json
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func key(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes += $0 }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    fileprivate mutating func appendRaw(_ text: some Sequence<UInt8>) {
        bytes += text
    }

    /// Appends `text` in quotation marks. RFC 8259: quotation mark, reverse solidus and U+0000 to
    /// U+001F are escaped, everything else stands as it is.
    fileprivate mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
                continue
            }
            bytes += text[start..<index]
            start = index + 1
            bytes.append(UInt8(ascii: "\\"))
            switch byte {
            case 0x0A: bytes.append(UInt8(ascii: "n"))
            case 0x0D: bytes.append(UInt8(ascii: "r"))
            case 0x09: bytes.append(UInt8(ascii: "t"))
            case 0x22, 0x5C: bytes.append(byte)
            default:
                let digits = Array("0123456789abcdef".utf8)
                bytes += [
                    UInt8(ascii: "u"), 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)],
                ]
            }
        }
        bytes += text[start...]
        bytes.append(UInt8(ascii: "\""))
    }
}

/// What a ``JSONWriter`` can write.
public protocol JSONWritable {
    /// Appends the value's JSON.
    func write(to writer: inout JSONWriter)
}

extension String: JSONWritable {
    /// Appends the string in quotation marks.
    public func write(to writer: inout JSONWriter) {
        var copy = self
        copy.withUTF8 { writer.appendQuoted($0) }
    }
}

extension Bool: JSONWritable {
    /// Appends `true` or `false`.
    public func write(to writer: inout JSONWriter) {
        writer.appendRaw((self ? "true" : "false").utf8)
    }
}

extension Int: JSONWritable {
    /// Appends the number in decimal.
    public func write(to writer: inout JSONWriter) {
        writer.appendRaw(String(self).utf8)
    }
}

extension UInt64: JSONWritable {
    /// Appends the number in decimal.
    public func write(to writer: inout JSONWriter) {
        writer.appendRaw(String(self).utf8)
    }
}

extension Double: JSONWritable {
    /// Appends the shortest decimal that reads back as the same number. Traps on infinities and NaN,
    /// which JSON cannot say.
    public func write(to writer: inout JSONWriter) {
        precondition(isFinite, "JSON has no number for \(self)")
        writer.appendRaw(description.utf8)
    }
}

/// JSON `null`.
public struct JSONNull: JSONWritable, Sendable {
    /// The one value.
    public init() {}

    /// Appends `null`.
    public func write(to writer: inout JSONWriter) {
        writer.appendRaw("null".utf8)
    }
}
