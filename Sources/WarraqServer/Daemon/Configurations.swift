internal import NearDuplicates
internal import WarraqCore
internal import WarraqPipeline
internal import WarraqStore
internal import WarraqTransport

// What the settings mean to each part of the daemon.

extension JournalConfiguration {
    init(_ settings: Settings) {
        self.init()
        days = settings.store.days
        bytes = Int64(settings.store.bytes)
        idDays = settings.store.idDays
        deadLetterBytes = Int64(settings.store.deadLetterBytes)
        indexFormat = IndexFormat.current
    }
}

extension PipelineConfiguration {
    init(_ settings: Settings) {
        self.init()
        index.windowMilliseconds = Int64(settings.dedup.windowDays) * 86_400_000
        index.maxDocuments = settings.dedup.windowDocuments
        limits = DuplicateState.Limits(
            windowMilliseconds: index.windowMilliseconds,
            headlineMilliseconds: Int64(settings.headlines.hours) * 3_600_000)
        workers = settings.pipeline.workers
        remembersOlder = settings.remembersOlder
    }
}

extension Settings {
    /// Whether there is anything to remember of texts that left the window: their records.
    var remembersOlder: Bool { min(dedup.tailDays, store.days) > dedup.windowDays }
}

extension LongTailConfiguration {
    init(_ settings: Settings) {
        self.init()
        retentionMilliseconds = Int64(settings.dedup.tailDays) * 86_400_000
    }
}

extension IntakeConfiguration {
    init(_ settings: Settings) {
        self.init(
            acked: settings.intake.acked.map { Endpoint($0) },
            pull: settings.intake.pull.map { Endpoint($0) },
            subscribe: settings.intake.subscribe.map { Endpoint($0) },
            topics: settings.intake.topics,
            maxArticleBytes: settings.intake.maxArticleBytes,
            residentBytes: settings.memory.residentBytes)
    }
}

extension FeedConfiguration {
    init(_ settings: Settings, meanRecordBytes: Int) {
        self.init(
            publish: settings.feed.publish.map { Endpoint($0) },
            replay: settings.feed.replay.map { Endpoint($0) },
            control: [Endpoint(address: settings.controlAddress, direction: .bind)],
            subscriberBytes: settings.feed.subscriberBytes, meanRecordBytes: meanRecordBytes,
            patience: settings.feed.patience,
            // Above the intake's bound: its sockets are suspected first.
            residentBytes: settings.memory.residentBytes + settings.memory.residentBytes / 4)
    }
}

extension Endpoint {
    /// The endpoint of a setting.
    init(_ setting: EndpointSetting) {
        let direction: Direction =
            switch setting.attachment {
            case .bind: .bind
            case .connect: .connect
            }
        self.init(address: setting.address, direction: direction)
    }
}
