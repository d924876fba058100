/// What a start found damaged, and what became of it.
public struct DamageReport: Hashable, Sendable {
    /// The damaged file, under the name it was set aside as; `nil` if the journal itself is whole and
    /// only ends early.
    public internal(set) var setAside: String?
    /// What SQLite said first.
    public let problem: String
    /// Sequence numbers that cannot be read any more.
    public let lostSequences: [ClosedRange<UInt64>]
    /// Rows that were copied to the new journal.
    public let salvagedRows: Int
    /// Ranges of rows, by table, that could not be read.
    public let lostRows: [String]
    /// Whether the new journal goes on with the old one's epoch. Otherwise subscribers start again.
    public let keptEpoch: Bool

    /// How many records are lost.
    public var lostRecords: UInt64 {
        lostSequences.reduce(0) { $0 + UInt64($1.count) }
    }
}
