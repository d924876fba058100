/// One record as it leaves on the feed. The bytes of a sequence number never change.
public struct FeedMessage: Hashable, Sendable {
    /// The record's place in the feed, from 1.
    public let sequence: UInt64
    /// Frame 1.
    public let topic: Topic
    /// Frame 2, JSON.
    public let header: [UInt8]
    /// Frame 3, JSON.
    public let record: [UInt8]

    /// A message of these frames.
    public init(sequence: UInt64, topic: Topic, header: [UInt8], record: [UInt8]) {
        self.sequence = sequence
        self.topic = topic
        self.header = header
        self.record = record
    }

    /// The bytes of all frames together.
    public var byteCount: Int { topic.description.utf8.count + header.count + record.count }
}

/// Takes committed records to the subscribers.
public protocol FeedSink: Sendable {
    /// Queues `messages`, in sequence order, and returns at once. `sent` is called once, from any
    /// thread, when the last of them was handed to ZeroMQ; until then they count against admission.
    func publish(_ messages: [FeedMessage], sent: @escaping @Sendable () -> Void)
}
