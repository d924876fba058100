internal import WarraqCore

/// Where the feed stands, in memory: what the next record's header needs.
///
/// Only a commit that succeeded reaches it, so a failed one leaves it as it was.
struct FeedPosition: Sendable {
    /// A topic as the journal knows it.
    struct KnownTopic: Sendable {
        /// Its row.
        let id: Int64
        /// The sequence number of the last record on it.
        var last: UInt64
    }

    /// The journal's epoch.
    let epoch: String
    /// The last sequence number given.
    private(set) var sequence: UInt64
    /// Every topic that was used.
    private(set) var topics: [Topic: KnownTopic]
    private var lastTopicID: Int64

    /// The position that a start reads.
    init(epoch: String, sequence: UInt64, topics: [Topic: KnownTopic]) {
        self.epoch = epoch
        self.sequence = sequence
        self.topics = topics
        lastTopicID = topics.values.reduce(0) { max($0, $1.id) }
    }

    /// Takes over what a committed batch did.
    mutating func apply(_ advance: FeedAdvance) {
        sequence = advance.sequence
        lastTopicID = advance.lastTopicID
        topics.merge(advance.topics) { $1 }
    }

    /// A batch's own advance from here.
    var advance: FeedAdvance { FeedAdvance(sequence: sequence, lastTopicID: lastTopicID) }
}

/// How far one batch takes the feed, until it is committed.
struct FeedAdvance: Sendable {
    /// The last sequence number given.
    private(set) var sequence: UInt64
    /// The last topic row used.
    private(set) var lastTopicID: Int64
    /// The topics that the batch touched.
    private(set) var topics: [Topic: FeedPosition.KnownTopic] = [:]
    /// Those of them that are new.
    private(set) var added: Set<Topic> = []

    fileprivate init(sequence: UInt64, lastTopicID: Int64) {
        self.sequence = sequence
        self.lastTopicID = lastTopicID
    }

    /// Takes the next place in the feed for a record on `topic`. `known` is what the position has of it.
    mutating func next(
        on topic: Topic, known: FeedPosition.KnownTopic?
    ) -> (sequence: UInt64, previous: UInt64, topicID: Int64) {
        sequence += 1
        let previous = topics[topic] ?? known
        if let previous {
            topics[topic] = FeedPosition.KnownTopic(id: previous.id, last: sequence)
            return (sequence, previous.last, previous.id)
        }
        lastTopicID += 1
        topics[topic] = FeedPosition.KnownTopic(id: lastTopicID, last: sequence)
        added.insert(topic)
        return (sequence, 0, lastTopicID)
    }
}
