/// The number of a document in an index. Numbers rise with insertion; the first is 1.
public struct DocumentNumber: RawRepresentable, Comparable, Hashable, Sendable {
    /// The number itself. 0 stands before every document: rolling back to it empties the index.
    public let rawValue: UInt32

    /// Makes a number of its raw value.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Before every document.
    public static let none = DocumentNumber(rawValue: 0)

    /// Earlier documents have smaller numbers.
    public static func < (left: DocumentNumber, right: DocumentNumber) -> Bool {
        left.rawValue < right.rawValue
    }
}
