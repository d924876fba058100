internal import Synchronization

/// What the daemon says of its feed in PONG, ACK and heartbeats. Read and written from any thread.
public final class FeedState: Sendable {
    /// The daemon's version.
    public let version: String
    /// The journal's epoch.
    public let epoch: String
    private let published: Atomic<UInt64>
    private let ready = Atomic<Bool>(false)

    /// A feed of which everything up to `lastPublished` went out before this process began.
    public init(version: String, epoch: String, lastPublished: UInt64) {
        self.version = version
        self.epoch = epoch
        published = Atomic(lastPublished)
    }

    /// The sequence number of the last record handed to ZeroMQ; every number spoken of is this one.
    public var lastPublished: UInt64 { published.load(ordering: .acquiring) }

    /// Whether the index is loaded and every socket is bound.
    public var isReady: Bool { ready.load(ordering: .acquiring) }

    /// Says that the daemon is ready, or no longer.
    public func setReady(_ isReady: Bool) {
        ready.store(isReady, ordering: .releasing)
    }

    /// Notes that `sequence` went out. A number that goes out again after a crash changes nothing.
    func notePublished(_ sequence: UInt64) {
        published.max(sequence, ordering: .acquiringAndReleasing)
    }
}
