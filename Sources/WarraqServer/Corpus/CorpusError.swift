internal import Glibc

/// Why a corpus could not be gone through.
public enum CorpusError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A call of the system's failed: the call, what it was about, and `errno`.
    case system(call: String, subject: String, code: Int32)
    /// A line is longer than this many bytes.
    case longLine(number: Int, limit: Int)

    static func last(_ call: String, _ subject: String) -> CorpusError {
        .system(call: call, subject: subject, code: errno)
    }

    /// One line for a person.
    public var description: String {
        switch self {
        case .system(let call, let subject, let code):
            "\(call) \(subject): \(String(cString: strerror(code))) [\(code)]"
        case .longLine(let number, let limit):
            "line \(number) is longer than \(limit) bytes"
        }
    }
}
