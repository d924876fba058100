import CSimdJSON

/// Bytes of JSON, checked and ready to be read: the owner of what `JSONValue`s look at.
///
/// simdjson checks the whole text at once, at about a gigabyte a second, and values are read from its
/// tree when asked for. Memory is at most about fourteen times the text while the document lives; text
/// of words takes far less. Not sendable: read it where it was made, and pass on what was read.
public final class JSONDocument {
    private let owner: DocumentOwner

    /// Reads `bytes`, one JSON value with white space around it.
    ///
    /// An escape of half a surrogate pair, which some serializers write where a text was cut in the middle
    /// of a character, reads as `\u{FFFD}`, replacement character.
    ///
    /// - Parameter maxDepth: How deep arrays and objects may be nested.
    public init(_ bytes: [UInt8], maxDepth: Int = 64) throws(JSONError) {
        var status = csj_invalid
        var document = csj_parse(bytes, bytes.count, maxDepth, &status)
        if document == nil, status == csj_bad_string, let repaired = SurrogateRepair.repaired(bytes)
        {
            document = csj_parse(repaired, repaired.count, maxDepth, &status)
        }
        guard let document else {
            switch status {
            case csj_too_deep: throw .tooDeep
            case csj_too_large: throw .tooLarge
            case csj_no_memory: throw .noMemory
            default: throw .invalid
            }
        }
        owner = DocumentOwner(document)
    }

    /// The value.
    public var root: JSONValue {
        JSONValue(csj_root(owner.raw), in: self)
    }
}

/// The owner of one C document.
private struct DocumentOwner: ~Copyable {
    let raw: OpaquePointer

    init(_ raw: OpaquePointer) {
        self.raw = raw
    }

    deinit { csj_free(raw) }
}

/// Finds escapes that stand for half a character.
enum SurrogateRepair {
    /// `bytes` with every lone surrogate's escape replaced by `\uFFFD`; `nil` if there is none.
    static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
        var output = bytes
        var changed = false
        var index = 0
        while index + 1 < output.count {
            guard output[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            guard let unit = escapedUnit(output, at: index) else {
                index += 2
                continue
            }
            if (0xD800..<0xDC00).contains(unit), let next = escapedUnit(output, at: index + 6),
                (0xDC00..<0xE000).contains(next)
            {
                index += 12
                continue
            }
            if (0xD800..<0xE000).contains(unit) {
                output.replaceSubrange(index + 2..<index + 6, with: Array("FFFD".utf8))
                changed = true
            }
            index += 6
        }
        return changed ? output : nil
    }

    private static func escapedUnit(_ bytes: [UInt8], at index: Int) -> UInt32? {
        guard index + 5 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[index + 2..<index + 6] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt32(byte & 15)
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                unit = unit << 4 | UInt32((byte & 15) + 9)
            default: return nil
            }
        }
        return unit
    }
}
