/// Decides which records are printed, in which order, and when a replay must fill a gap.
///
/// It does no I/O: it is told what came, and answers with what to do. Nothing is printed twice, and
/// seqs are printed in order, but for those that a replay finds late.
///
/// A subscriber to everything sees a gap at once: seqs grow by one. With prefixes it knows `prev`, the
/// seq before on the same topic, and the heartbeat's seq; a loss on a topic that then falls silent
/// shows in neither, so now and then a replay settles what came live.
struct TailCursor {
    /// What to do next.
    enum Action: Hashable {
        /// Print these, in order.
        case print([FeedRecord])
        /// Ask the replay for what is after this seq, and tell ``replayed(_:)`` and
        /// ``ended(_:)`` what it says.
        case replay(after: UInt64)
        /// The feed has begun anew: its seqs start again.
        case restart
    }

    /// How many heartbeats may pass until what came live by prefixes is settled.
    static let heartbeatsToSettle = 30
    /// How many bytes of live records are held back during a replay. The rest is replayed.
    static let maxHeldBytes = 64 * 1_048_576

    private let seesEverything: Bool
    private(set) var epoch: String?
    /// Up to here everything that matches was printed, or came before the beginning.
    private(set) var settled: UInt64?
    /// The highest seq that was printed or settled.
    private var highest: UInt64 = 0
    /// Printed from the live feed, and above `settled`.
    private var printed: Set<UInt64> = []
    /// The last of those on each topic.
    private var lastOnTopic: [[UInt8]: UInt64] = [:]
    private var isReplaying = false
    /// Live records that came during a replay.
    private var held: [FeedRecord] = []
    private var heldBytes = 0
    private var unsettledHeartbeats = 0

    /// - Parameters:
    ///   - seesEverything: Whether every topic is subscribed to.
    ///   - after: Where to begin; `nil` for what comes from now on.
    init(seesEverything: Bool, after: UInt64?) {
        self.seesEverything = seesEverything
        settled = after
    }

    /// What to do first.
    mutating func begin() -> [Action] {
        guard let settled else { return [] }
        return startReplay(after: settled)
    }

    /// A record came on the live feed.
    mutating func live(_ record: FeedRecord) -> [Action] {
        if let restart = noticeEpoch(record.place.epoch) { return restart }
        let seq = record.place.seq
        let settled = self.settled ?? (seq > 0 ? seq - 1 : 0)
        self.settled = settled
        guard seq > settled, !printed.contains(seq) else { return [] }
        if isReplaying {
            hold(record)
            return []
        }
        guard follows(record, settled) else {
            hold(record)
            return startReplay(after: settled)
        }
        accept(record)
        return [.print([record])]
    }

    /// A heartbeat came.
    mutating func heard(_ heartbeat: Heartbeat) -> [Action] {
        if let restart = noticeEpoch(heartbeat.epoch) { return restart }
        guard let settled else {
            self.settled = heartbeat.seq
            highest = heartbeat.seq
            return []
        }
        guard !isReplaying else { return [] }
        if heartbeat.seq > max(highest, settled) { return startReplay(after: settled) }
        guard !printed.isEmpty else { return [] }
        unsettledHeartbeats += 1
        return unsettledHeartbeats < Self.heartbeatsToSettle ? [] : startReplay(after: settled)
    }

    /// A record came in answer to a replay.
    mutating func replayed(_ record: FeedRecord) -> [Action] {
        guard isReplaying, record.place.seq > settled ?? 0,
            !printed.contains(record.place.seq)
        else { return [] }
        printed.insert(record.place.seq)
        highest = max(highest, record.place.seq)
        return [.print([record])]
    }

    /// A page of a replay ended.
    mutating func ended(_ end: ReplayEnd) -> [Action] {
        if let restart = noticeEpoch(end.epoch) { return restart }
        let settled = max(self.settled ?? 0, end.last)
        self.settled = settled
        highest = max(highest, settled)
        printed = printed.filter { $0 > settled }
        guard !end.more else { return [.replay(after: settled)] }
        isReplaying = false
        unsettledHeartbeats = 0
        lastOnTopic = [:]
        let waiting = held.sorted { $0.place.seq < $1.place.seq }
        held = []
        heldBytes = 0
        var actions: [Action] = []
        for record in waiting { actions += live(record) }
        return actions
    }

    /// The replay was broken off: what to ask for instead.
    mutating func resumeReplay() -> [Action] {
        isReplaying ? [.replay(after: settled ?? 0)] : []
    }

    /// The replay said that the epoch is not the feed's.
    mutating func epochEnded() -> [Action] {
        self = TailCursor(seesEverything: seesEverything, after: 0)
        return [.restart] + startReplay(after: 0)
    }

    /// Whether a replay is under way.
    var needsReplay: Bool { isReplaying }

    private mutating func startReplay(after seq: UInt64) -> [Action] {
        isReplaying = true
        return [.replay(after: seq)]
    }

    private func follows(_ record: FeedRecord, _ settled: UInt64) -> Bool {
        if seesEverything { return record.place.seq == settled + 1 }
        return record.place.prev <= max(settled, lastOnTopic[record.topic] ?? 0)
    }

    private mutating func accept(_ record: FeedRecord) {
        highest = max(highest, record.place.seq)
        if seesEverything {
            settled = record.place.seq
        } else {
            printed.insert(record.place.seq)
            lastOnTopic[record.topic] = record.place.seq
        }
    }

    private mutating func hold(_ record: FeedRecord) {
        let bytes = record.header.count + record.record.count
        guard heldBytes + bytes <= Self.maxHeldBytes else { return }
        heldBytes += bytes
        held.append(record)
    }

    /// Takes up a new epoch. `nil` if it is the one that is known.
    private mutating func noticeEpoch(_ new: String) -> [Action]? {
        guard let old = epoch else {
            epoch = new
            return nil
        }
        guard new != old else { return nil }
        self = TailCursor(seesEverything: seesEverything, after: 0)
        epoch = new
        return [.restart] + startReplay(after: 0)
    }
}
