import CSimdJSON
import Glibc

/// A value in a `JSONDocument`, which it keeps alive.
///
/// ```swift
/// let root = try JSONDocument(bytes).root
/// let url = root["url"]?.string
/// for author in root["author"]?.elements ?? .none { … }
/// ```
public struct JSONValue {
    /// The kinds of value that JSON has.
    public enum Kind: Hashable, Sendable {
        /// `null`.
        case null
        /// `true` or `false`.
        case boolean
        /// A number, whole or not.
        case number
        /// A text.
        case string
        /// Values in order.
        case array
        /// Values under names.
        case object
    }

    private let element: csj_element
    private let document: JSONDocument  // owns what the element points to

    init(_ element: csj_element, in document: JSONDocument) {
        self.element = element
        self.document = document
    }

    /// What it is.
    public var kind: Kind {
        switch csj_kind_of(element) {
        case csj_boolean: .boolean
        case csj_integer, csj_unsigned, csj_real: .number
        case csj_string: .string
        case csj_array: .array
        case csj_object: .object
        default: .null
        }
    }

    /// The text, `nil` if it is no string.
    public var string: String? {
        withUTF8 { String(decoding: $0, as: UTF8.self) }
    }

    /// The text's UTF-8, escapes resolved, `nil` if it is no string.
    public var utf8: [UInt8]? {
        withUTF8 { [UInt8]($0) }
    }

    /// Its truth, `nil` if it is no boolean.
    public var boolean: Bool? {
        var value = false
        return csj_get_boolean(element, &value) ? value : nil
    }

    /// The number, `nil` if it is none, has a fraction or an exponent, or does not fit.
    public var integer: Int? {
        var value: Int64 = 0
        return csj_get_integer(element, &value) ? Int(value) : nil
    }

    /// The number, `nil` if it is none, has a fraction or an exponent, or is negative.
    public var unsigned: UInt64? {
        var value: UInt64 = 0
        return csj_get_unsigned(element, &value) ? value : nil
    }

    /// The number, `nil` if it is none.
    public var real: Double? {
        var value = 0.0
        return csj_get_real(element, &value) ? value : nil
    }

    /// The member `name` of an object, the last if there are several; `nil` if there is none. Takes time
    /// linear in the number of members.
    public subscript(name: String) -> JSONValue? {
        guard kind == .object else { return nil }
        var found: JSONValue?
        for member in members where member.name == name { found = member.value }
        return found
    }

    /// The members of an object in their order, names repeated as they are; none if it is no object.
    public var members: JSONMembers {
        JSONMembers(children: JSONChildren(element, in: document, ofObject: true))
    }

    /// The elements of an array in their order; none if it is no array.
    public var elements: JSONElements {
        JSONElements(children: JSONChildren(element, in: document, ofObject: false))
    }

    /// The value as JSON without white space.
    ///
    /// - Throws: `noMemory`.
    public func serialized() throws(JSONError) -> [UInt8] {
        var count = 0
        guard let text = csj_serialize(element, &count) else { throw .noMemory }
        defer { free(text) }
        return [UInt8](UnsafeRawBufferPointer(start: text, count: count))
    }

    private func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        withExtendedLifetime(document) {
            var bytes: UnsafePointer<UInt8>?
            var count = 0
            guard csj_get_string(element, &bytes, &count) else { return nil }
            return body(UnsafeBufferPointer(start: bytes, count: count))
        }
    }
}

/// The members of an object: names and values.
public struct JSONMembers: Sequence, IteratorProtocol {
    fileprivate var children: JSONChildren

    /// The next member, `nil` after the last.
    public mutating func next() -> (name: String, value: JSONValue)? {
        children.next { name, value in (String(decoding: name, as: UTF8.self), value) }
    }
}

/// The elements of an array.
public struct JSONElements: Sequence, IteratorProtocol {
    fileprivate var children: JSONChildren

    /// The next element, `nil` after the last.
    public mutating func next() -> JSONValue? {
        children.next { _, value in value }
    }
}

private struct JSONChildren {
    private var cursor = csj_cursor()
    private let isEmpty: Bool
    private let document: JSONDocument

    init(_ element: csj_element, in document: JSONDocument, ofObject: Bool) {
        let isRightKind = csj_kind_of(element) == (ofObject ? csj_object : csj_array)
        isEmpty = !isRightKind || !csj_begin(element, &cursor)
        self.document = document
    }

    mutating func next<Result>(
        _ body: (UnsafeBufferPointer<UInt8>, JSONValue) -> Result
    ) -> Result? {
        guard !isEmpty else { return nil }
        var name: UnsafePointer<UInt8>?
        var count = 0
        var element = csj_element()
        guard csj_next(&cursor, &name, &count, &element) else { return nil }
        return body(
            UnsafeBufferPointer(start: name, count: count), JSONValue(element, in: document))
    }
}
