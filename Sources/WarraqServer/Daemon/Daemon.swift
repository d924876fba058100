internal import ArticleExtraction
internal import Dispatch
internal import Foundation
internal import Logging
internal import NearDuplicates
internal import NewsEnrichment
internal import Synchronization
internal import WarraqCore
internal import WarraqPipeline
internal import WarraqStore
internal import WarraqTransport
internal import ZeroMQ

/// warraqd, all of it: journal, pipeline, sockets, HTTP. ``DaemonProcess`` runs one under systemd or in
/// a terminal; `warraq demo` runs one in its own process.
public final class Daemon: Sendable {
    private let source: SettingsSource
    private let settings: Mutex<Settings>
    private let log: LogDestination
    private let logger: Logger
    private let metrics = Metrics()
    private let readiness = Readiness()
    private let running = Mutex<Running?>(nil)
    private let fatal: @Sendable (any Error) -> Void
    private let onReload: @Sendable (Bool) -> Void
    private let started = UnixTime.now()

    /// What there is between start and stop.
    private struct Running {
        let context: Context
        let journal: SQLiteJournal
        let pipeline: ArticlePipeline
        let admission: Admission
        let intake: Intake
        let feed: FeedPublisher
        let http: HTTPService?
        let state: FeedState
        let maintenance: MaintenanceTimer
        let relay: ReplyRelay
        let liveness: Liveness
    }

    /// A daemon that is not started.
    ///
    /// - Parameters:
    ///   - source: What a reload reads again.
    ///   - settings: The settings to begin with.
    ///   - onReload: Called with `true` when a reload begins and with `false` when it is over.
    ///   - onFatalError: Called once, from any thread, when the daemon cannot go on: a sync failed or a
    ///     socket broke. The process should end without stopping it.
    public init(
        source: SettingsSource, settings: Settings, log: LogDestination,
        onReload: @escaping @Sendable (Bool) -> Void = { _ in },
        onFatalError: @escaping @Sendable (any Error) -> Void = { error in
            preconditionFailure("warraqd cannot go on: \(error)")
        }
    ) {
        self.source = source
        self.settings = Mutex(settings)
        self.log = log
        self.onReload = onReload
        logger = log.logger("warraq.daemon")
        fatal = onFatalError
    }

    /// Where the sockets of a started daemon really are, for a log line.
    private func describe(_ addresses: [String]) -> String { addresses.joined(separator: " ") }

    // MARK: Starting

    /// Opens the journal, rebuilds the index, binds every socket, and is ready when it returns.
    ///
    /// - Throws: What stood in the way: ``WarraqStore/JournalOpenError``, ``ZeroMQ/ZeroMQError``,
    ///   ``HTTPServiceError``. Nothing is left open then.
    public func start(progress: @Sendable (String) -> Void = { _ in }) throws {
        let settings = self.settings.withLock { $0 }
        let http = try Blocking.run { [readiness, log] in
            try await HTTPService(
                settings: settings, readiness: readiness,
                metrics: { [weak self] in self?.metricsText() ?? "" },
                logger: log.logger("warraq.http"))
        }
        progress("opening the journal")
        readiness.setNotReady("opening the journal")
        let journal = try SQLiteJournal.open(
            directory: settings.store.directory, configuration: JournalConfiguration(settings))
        report(journal.damage)
        progress("rebuilding the duplicate index")
        readiness.setNotReady("rebuilding the duplicate index")
        let configuration = PipelineConfiguration(settings)
        let loader = IndexLoader(
            journal: journal, configuration: configuration, logger: log.logger("warraq.dedup"))
        let index = LocalDuplicateIndex(
            try loader.state(now: .now()),
            tail: try TailLoader(
                journal: journal, directory: settings.store.directory,
                configuration: LongTailConfiguration(settings), logger: log.logger("warraq.dedup")
            ).tail(isWanted: configuration.remembersOlder), journal: journal)
        let stories = try loader.stories(now: .now())
        let sites = try loader.sites()
        let names = try loader.names()
        progress("binding sockets")
        readiness.setNotReady("binding sockets")
        let parts = try assemble(
            settings, journal: journal, configuration: configuration, index: index,
            stories: stories, sites: sites, names: names, http: http)
        running.withLock { $0 = parts }
        try publishRemaining(of: journal, to: parts.feed)
        parts.state.setReady(true)
        readiness.setReady()
        logger.notice(
            "Ready",
            metadata: ["feed.seq": "\(journal.lastSequence)", "feed.epoch": "\(journal.epoch)"])
    }

    private func assemble(
        _ settings: Settings, journal: SQLiteJournal, configuration: PipelineConfiguration,
        index: sending LocalDuplicateIndex, stories: consuming sending StoryState,
        sites: SiteMemory, names: NameMemory, http: HTTPService?
    ) throws -> Running {
        let context = try Context(linger: .seconds(1))
        let admission = Admission(
            maxArticles: settings.pipeline.maxArticles, maxBytes: settings.pipeline.maxBytes)
        let statistics = try journal.statistics()
        let state = FeedState(
            version: Version.current, epoch: journal.epoch,
            lastPublished: statistics.publishedSequence)
        let relay = ReplyRelay()
        let feed = try FeedPublisher(
            configuration: FeedConfiguration(settings, meanRecordBytes: statistics.meanRecordBytes),
            context: context, state: state,
            replay: JournalReplay(
                journal: journal, metrics: metrics, logger: log.logger("warraq.store")),
            control: DaemonControl(daemon: self), admission: admission, metrics: metrics,
            logger: log.logger("warraq.publish"), onFailure: { [fatal] in fatal($0) })
        let pipeline = ArticlePipeline(
            configuration: configuration, index: index, stories: stories, sites: sites,
            names: names, journal: journal, admission: admission, replies: relay,
            feed: JournaledFeed(feed: feed, journal: journal),
            metrics: metrics,
            logger: log.logger("warraq.pipeline"), onFatalError: { [fatal] in fatal($0) })
        let intake = try Intake(
            configuration: IntakeConfiguration(settings), context: context, admission: admission,
            sink: pipeline, state: state, metrics: metrics, logger: log.logger("warraq.intake"),
            onFailure: { [fatal] in fatal($0) })
        relay.attach(intake)
        let published = try feed.start()
        SocketFile.makePrivate(published.control)
        let listening: Intake.Addresses
        do {
            listening = try intake.start()
        } catch {
            feed.stop()
            throw error
        }
        logger.notice(
            "Listening",
            metadata: [
                "intake.acked": "\(describe(listening.acked))",
                "intake.pull": "\(describe(listening.pull))",
                "intake.subscribe": "\(describe(listening.subscribe))",
                "feed.publish": "\(describe(published.publish))",
                "feed.replay": "\(describe(published.replay))",
                "control.listen": "\(describe(published.control))",
            ])
        let maintenance = MaintenanceTimer(
            journal: journal, pipeline: pipeline, admission: admission, metrics: metrics,
            logger: log.logger("warraq.store"))
        return Running(
            context: context, journal: journal, pipeline: pipeline, admission: admission,
            intake: intake, feed: feed, http: http, state: state, maintenance: maintenance,
            relay: relay,
            liveness: Liveness(probes: [
                { pipeline.betweenCommits($0) }, { feed.publish([], sent: $0) },
                { intake.probe($0) },
            ]))
    }

    private func report(_ damage: DamageReport?) {
        guard let damage else { return }
        logger.error(
            "Journal was damaged; what could be read is served",
            metadata: [
                "store.problem": "\(damage.problem)",
                "store.setAside": "\(damage.setAside ?? "")",
                "store.lostSequences": "\(damage.lostSequences)",
                "store.lostRows": "\(damage.lostRows.count)",
                "store.salvagedRows": "\(damage.salvagedRows)",
                "store.keptEpoch": "\(damage.keptEpoch)",
            ])
    }

    /// What was committed and not published before the last end goes out first.
    private func publishRemaining(of journal: SQLiteJournal, to feed: FeedPublisher) throws {
        while true {
            let messages = try journal.unpublished()
            guard let last = messages.last else { return }
            let sent = DispatchSemaphore(value: 0)
            feed.publish(messages) { sent.signal() }
            sent.wait()
            journal.setPublished(last.sequence)
        }
    }

    // MARK: Stopping

    /// How long ``stop()`` waits for what was read, as the settings say now.
    var drainTimeout: Duration { settings.withLock { $0.shutdown.drainTimeout } }

    /// Reads no more, finishes what was read, commits, answers and publishes it, and closes.
    ///
    /// - Throws: ``DrainTimeout`` if what was read was not finished within `shutdown.drainSeconds`; what
    ///   was acked is safe all the same. Storage errors of closing.
    public func stop() throws {
        guard
            let parts = running.withLock({ running in
                defer { running = nil }
                return running
            })
        else { return }
        readiness.setNotReady("draining")
        parts.state.setReady(false)
        logger.notice(
            "Draining", metadata: ["pipeline.articles": "\(parts.admission.load.articles)"])
        let drained = DispatchSemaphore(value: 0)
        parts.intake.stopReading {
            parts.admission.close { drained.signal() }
        }
        let isDrained = drained.wait(timeout: .now() + drainTimeout.seconds) == .success
        parts.maintenance.cancel()
        parts.intake.stop()
        parts.feed.stop()
        parts.pipeline.waitForCommits()
        let left = parts.admission.load.articles
        try parts.journal.close()
        try parts.context.terminate(within: .seconds(2))
        if let http = parts.http { try Blocking.run { await http.stop() } }
        guard isDrained else {
            metrics.dropped[.unacked].add(left)
            logger.error(
                "Stopped with inputs unfinished", metadata: ["pipeline.articles": "\(left)"])
            throw DrainTimeout(articles: left)
        }
        logger.notice("Stopped")
    }

    // MARK: Asking

    /// Whether every thread that articles pass answered since this was asked last. One that hangs must
    /// not be hidden by a timer that goes on.
    var isAlive: Bool {
        running.withLock { $0 }?.liveness.check() ?? true
    }

    private func metricsText() -> String {
        guard let parts = running.withLock({ $0 }) else { return metrics.prometheusText() }
        return metrics.prometheusText() + Gauges(parts.admission, parts.journal).prometheusText()
    }

    /// What the daemon says of itself, one JSON object.
    func statusJSON() throws -> [UInt8] {
        guard let parts = running.withLock({ $0 }) else { throw NotRunning() }
        return DaemonStatus(
            started: started, state: parts.state, load: parts.admission.load,
            statistics: try parts.journal.statistics(), metrics: metrics,
            notReady: readiness.reason
        ).json
    }

    /// Dead letters, for the control socket.
    func deadLetterBox() throws -> DeadLetterBox {
        guard let parts = running.withLock({ $0 }) else { throw NotRunning() }
        return DeadLetterBox(
            journal: parts.journal, pipeline: parts.pipeline, admission: parts.admission,
            relay: parts.relay)
    }

    /// What was learned of sites, for the control socket.
    func siteBox() throws -> SiteBox {
        guard let parts = running.withLock({ $0 }) else { throw NotRunning() }
        return SiteBox(pipeline: parts.pipeline)
    }

    /// Reads the settings again and takes up what may change while running: all of it, or nothing.
    ///
    /// - Returns: What differs, and whether it took effect.
    /// - Throws: ``SettingsProblems``; the old settings stay.
    public func reload() throws -> [SettingsChange] {
        onReload(true)
        defer { onReload(false) }
        let newer = try source.load()
        let (changes, current) = settings.withLock { settings in
            let changes = settings.changes(in: newer)
            settings = settings.reloaded(with: newer)
            return (changes, settings)
        }
        log.level = current.log.level
        let running = self.running.withLock { $0 }
        running?.feed.setPatience(current.feed.patience)
        running?.journal.setRetention(as: JournalConfiguration(current))
        logger.notice(
            "Settings read again",
            metadata: ["changed": "\(changes.map(\.key).joined(separator: " "))"])
        return changes
    }
}

/// The drain did not end in time.
public struct DrainTimeout: Error, Hashable, Sendable, CustomStringConvertible {
    /// Inputs that were read and not finished.
    public let articles: Int

    /// The number in words.
    public var description: String {
        "\(articles) inputs were not finished when the drain's time was over"
    }
}

/// The daemon is not started, or stopped.
struct NotRunning: Error, CustomStringConvertible {
    var description: String { "daemon is not running" }
}

extension Duration {
    /// The duration in seconds.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
