/// What the settings say about the journal.
public struct JournalConfiguration: Hashable, Sendable {
    /// Days a record is kept, at least 1.
    public var days = 365
    /// Bytes that the journal's pages may take before the oldest records go, whatever their age.
    public var bytes: Int64 = 100 << 30
    /// Days a sender's id is kept; longer while a record of its answer is.
    public var idDays = 30
    /// Bytes of dead letters kept; beyond, the oldest go and are counted. The newest always stays.
    public var deadLetterBytes: Int64 = 1 << 30
    /// Version of fingerprints and token blocks. Rows of another one are neither loaded nor returned.
    public var indexFormat = 1
    /// After an unclean end, a journal up to this size is checked whole, at about 1 GB/s.
    public var checkedBytes: Int64 = 1 << 30
    /// Size of the write-ahead log from which on a commit first waits, briefly, for slow readers.
    public var logBytes: Int64 = 256 << 20

    /// The defaults.
    public init() {}
}
