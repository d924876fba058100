/// Everything the daemon counts. The names and labels are API (STYLE.md, "Metrics").
///
/// received = rejected + repeated + outcome + in flight, where all are inputs; the items of a
/// payload with several articles are counted in `items` apart.
public final class Metrics: Sendable {
    /// Why an input was refused; NAK codes of PROTOCOL.md.
    public enum RejectionReason: String, CaseIterable, Hashable, Sendable {
        case badID = "badId"
        case tooLarge, badHeader, notText, empty, unsupported, unknownTarget, denied, storage
        case draining
    }

    /// Why a message was answered with ERR or thrown away.
    public enum MalformedReason: String, CaseIterable, Hashable, Sendable {
        /// A frame count that is not listed.
        case badFrames
        /// A verb that is not listed.
        case badVerb
        /// A request whose JSON is not what it should be.
        case badRequest
        /// The feed's epoch is another.
        case wrongEpoch
    }

    /// Why bytes were dropped that somebody may miss. Each is logged too.
    public enum DropReason: String, CaseIterable, Hashable, Sendable {
        /// A reply to a peer that is gone or does not read: it sends again and is told `repeated`.
        case reply
        /// A live record for a subscriber that does not read: it is in the replay.
        case feed
        /// A dead letter above `store.deadLetterBytes`.
        case deadLetter
        /// A stored record that is damaged on the disk: replays leave it out.
        case record
        /// An input of an unacked socket that the store did not take before the process ended.
        case unacked
    }

    /// The steps of an article's way (DESIGN.md).
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// Charset, segments, metadata, fingerprint.
        case clean
        /// Look up, verify, decide.
        case dedup
        /// Names, times and what else needs no other article.
        case enrich
        /// Record.
        case story
        /// One transaction.
        case store
        /// Handed to ZeroMQ.
        case publish
    }

    /// Inputs read from any intake socket.
    public let received = Counter()
    /// Inputs refused.
    public let rejected = CounterFamily<RejectionReason>()
    /// Inputs answered from an earlier answer.
    public let repeated = Counter()
    /// Inputs by what the sender was told.
    public let outcomes = CounterFamily<Outcome>()
    /// Articles in the accepted inputs.
    public let items = Counter()
    /// Ids that were used again for other bytes.
    public let reusedIDs = Counter()
    /// Messages that made no sense.
    public let malformed = CounterFamily<MalformedReason>()
    /// Connections that libzmq cut: a frame above its limit, or a greeting that is none.
    public let cutConnections = Counter()
    /// Times an intake socket was closed and bound anew to free memory held by unfinished messages.
    public let reboundSockets = Counter()
    /// Records handed to the feed.
    public let published = Counter()
    /// Records sent in answer to replay requests.
    public let replayed = Counter()
    /// What was dropped.
    public let dropped = CounterFamily<DropReason>()
    /// Commits.
    public let commits = Counter()
    /// Commits that failed and were undone.
    public let failedCommits = Counter()
    /// Inputs that entered a stage.
    public let entered = CounterFamily<Stage>()
    /// Inputs that left a stage; the depth is the difference.
    public let left = CounterFamily<Stage>()
    /// Time spent in a stage, in nanoseconds.
    public let stageNanoseconds = CounterFamily<Stage>()

    /// Metrics at 0.
    public init() {}
}

extension Metrics {
    /// The metrics in the Prometheus text format, version 0.0.4.
    public func prometheusText() -> String {
        var text = ""
        func counter(_ name: String, _ help: String, _ samples: [(label: String, value: String)]) {
            text += "# HELP \(name) \(help)\n# TYPE \(name) counter\n"
            for sample in samples { text += "\(name)\(sample.label) \(sample.value)\n" }
        }
        func plain(_ name: String, _ help: String, _ counted: Counter) {
            counter(name, help, [("", String(counted.value))])
        }
        func family(
            _ name: String, _ help: String, _ key: String, _ values: [(label: String, value: Int)]
        ) {
            counter(name, help, values.map { ("{\(key)=\"\($0.label)\"}", String($0.value)) })
        }
        plain("warraq_articles_received_total", "Inputs read from intake sockets.", received)
        family("warraq_articles_rejected_total", "Inputs refused.", "reason", rejected.values)
        plain("warraq_articles_repeated_total", "Inputs answered as before.", repeated)
        family("warraq_articles_outcome_total", "Inputs accepted.", "outcome", outcomes.values)
        plain("warraq_items_total", "Articles in accepted inputs.", items)
        plain("warraq_ids_reused_total", "Sender ids used again for other bytes.", reusedIDs)
        family(
            "warraq_messages_malformed_total", "Messages that made no sense.", "reason",
            malformed.values)
        plain("warraq_connections_cut_total", "Connections cut by libzmq.", cutConnections)
        plain("warraq_sockets_rebound_total", "Sockets bound anew for memory.", reboundSockets)
        plain("warraq_records_published_total", "Records handed to the feed.", published)
        plain("warraq_records_replayed_total", "Records sent by replay.", replayed)
        family("warraq_dropped_total", "What was dropped, by kind.", "what", dropped.values)
        plain("warraq_commits_total", "Commits.", commits)
        plain("warraq_commits_failed_total", "Commits that were undone.", failedCommits)
        family(
            "warraq_stage_entered_total", "Inputs that entered a stage.", "stage", entered.values)
        family("warraq_stage_left_total", "Inputs that left a stage.", "stage", left.values)
        counter(
            "warraq_stage_duration_seconds_total", "Time spent in a stage.",
            stageNanoseconds.values.map {
                ("{stage=\"\($0.label)\"}", String(Double($0.value) / 1e9))
            })
        return text
    }
}
