/// The number of a document in an index. Numbers rise in the order of insertion and are never used
/// again.
public struct DocumentNumber: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number, from 1.
    public let rawValue: UInt32

    /// The document numbered `rawValue`.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Orders by age, oldest first.
    public static func < (left: DocumentNumber, right: DocumentNumber) -> Bool {
        left.rawValue < right.rawValue
    }
}
