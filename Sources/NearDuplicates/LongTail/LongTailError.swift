internal import Glibc

/// Why a ``LongTail`` could not be opened or written.
public enum LongTailError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with a segment's file.
    public enum Damage: String, Hashable, Sendable {
        /// It does not begin as a segment does.
        case notASegment = "is no segment"
        /// It is shorter or longer than its header says.
        case wrongSize = "is not as long as its header says"
        /// Its header does not agree with the header's check.
        case header = "has a damaged header"
        /// Its contents do not agree with their check.
        case contents = "has damaged contents"
    }

    /// A call of the system's failed: the call, its path, and `errno`.
    case system(call: String, path: String, code: Int32)
    /// A file is no whole segment. ``LongTail/removeSegment(at:)`` gives up what it held.
    case damaged(path: String, Damage)
    /// A file was written by another version of this library.
    case otherVersion(path: String, found: Int, expected: Int)
    /// Two files claim some of the same documents.
    case overlapping(path: String, other: String)

    static func last(_ call: String, _ path: String) -> LongTailError {
        .system(call: call, path: path, code: errno)
    }

    /// One line for a person.
    public var description: String {
        switch self {
        case .system(let call, let path, let code):
            "\(call) \(path): \(String(cString: strerror(code))) [\(code)]"
        case .damaged(let path, let damage):
            "\(path) \(damage.rawValue)"
        case .otherVersion(let path, let found, let expected):
            "\(path) is of version \(found), this program reads version \(expected)"
        case .overlapping(let path, let other):
            "\(path) and \(other) hold the same documents"
        }
    }
}
