internal import WarraqCore
internal import WarraqStore
internal import WarraqTransport

/// What `warraq status` prints.
struct DaemonStatus {
    let started: UnixTime
    let state: FeedState
    let load: Admission.Load
    let statistics: JournalStatistics
    let metrics: Metrics
    let notReady: String?

    /// One JSON object.
    var json: [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        writer.object { status in
            status.member("version", state.version)
            status.member("ready", notReady == nil)
            status.member("reason", ifPresent: notReady)
            status.member("startedAt", started.rfc3339)
            status.member("epoch", state.epoch)
            status.member("seq", state.lastPublished)
            status.member("oldest", statistics.oldestSequence)
            status.member(
                "underWay",
                object: { underWay in
                    underWay.member("articles", load.articles)
                    underWay.member("bytes", load.bytes)
                })
            status.member(
                "journal",
                object: { journal in
                    journal.member("records", statistics.records)
                    journal.member("oldestAt", ifPresent: statistics.oldestAt?.rfc3339)
                    journal.member("lastAt", ifPresent: statistics.lastAt?.rfc3339)
                    journal.member("usedBytes", Int(statistics.usedBytes))
                    journal.member("fileBytes", Int(statistics.fileBytes))
                    journal.member("damagedRecords", statistics.damagedRecords)
                    journal.member("needsSalvage", statistics.needsSalvage)
                })
            status.member(
                "deadLetters",
                object: { letters in
                    letters.member("kept", statistics.deadLetters)
                    letters.member("bytes", Int(statistics.deadLetterBytes))
                    letters.member("dropped", Int(statistics.deadLettersDropped))
                })
            writeCounters(to: &status)
        }
        return writer.bytes
    }

    private func writeCounters(to status: inout JSONWriter) {
        status.member(
            "sinceStart",
            object: { counters in
                counters.member("received", metrics.received.value)
                for outcome in Outcome.allCases {
                    counters.member(dynamic: outcome.rawValue, metrics.outcomes[outcome].value)
                }
                counters.member("repeated", metrics.repeated.value)
                counters.member("rejected", metrics.rejected.values.reduce(0) { $0 + $1.value })
                counters.member("malformed", metrics.malformed.values.reduce(0) { $0 + $1.value })
                counters.member("published", metrics.published.value)
                counters.member("replayed", metrics.replayed.value)
                counters.member("dropped", metrics.dropped.values.reduce(0) { $0 + $1.value })
                counters.member("failedCommits", metrics.failedCommits.value)
            })
    }
}

/// Numbers that rise and fall, for `/metrics`.
struct Gauges {
    private let load: Admission.Load
    private let sequence: UInt64

    init(_ admission: Admission, _ journal: SQLiteJournal) {
        load = admission.load
        sequence = journal.lastSequence
    }

    /// The gauges in the Prometheus text format.
    func prometheusText() -> String {
        """
        # HELP warraq_articles_in_flight Inputs admitted and not finished.
        # TYPE warraq_articles_in_flight gauge
        warraq_articles_in_flight \(load.articles)
        # HELP warraq_in_flight_bytes Their bytes as received.
        # TYPE warraq_in_flight_bytes gauge
        warraq_in_flight_bytes \(load.bytes)
        # HELP warraq_feed_sequence Sequence number of the last record committed.
        # TYPE warraq_feed_sequence gauge
        warraq_feed_sequence \(sequence)

        """
    }
}

extension JournalStatistics {
    /// The mean record with what belongs to it, in bytes; a guess while there are few.
    var meanRecordBytes: Int {
        records < 100 ? 16_384 : max(1024, Int(usedBytes) / Int(records))
    }
}
