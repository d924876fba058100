public import NearDuplicates

/// The pipeline's bounds.
public struct PipelineConfiguration: Sendable {
    /// Entries in one commit at most.
    public var maxBatch = 256
    /// Articles cleaned at once; 0 is one for each processor.
    public var workers = 0
    /// The duplicate index.
    public var index = IndexConfiguration()
    /// How far back addresses and headlines are known.
    public var limits = DuplicateState.Limits(
        windowMilliseconds: 30 * 86_400_000, headlineMilliseconds: 24 * 3_600_000)
    /// Whether the index remembers texts older than the window: then each is sketched for it.
    public var remembersOlder = false
    /// After the store refused: how long until inputs of unacked sockets are tried again.
    public var retryMilliseconds = 1000

    /// The defaults of `config/warraqd.toml`.
    public init() {}
}
