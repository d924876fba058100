/// Everything that can be set, read once and never changed after.
///
/// A reload makes a new one and takes over from it what ``SettingEffect`` allows.
public struct Settings: Sendable {
    /// Where articles come in.
    public let intake: IntakeSettings
    /// Where records go out.
    public let feed: FeedSettings
    /// Metrics and health.
    public let http: HTTPSettings
    /// What is kept, where, and for how long.
    public let store: StoreSettings
    /// How much is under way at once.
    public let pipeline: PipelineSettings
    /// How far back an article is compared.
    public let dedup: DedupSettings
    /// Headlines on a page that are not its article's own.
    public let headlines: HeadlineSettings
    /// How the daemon stops.
    public let shutdown: ShutdownSettings
    /// What is allowed that is refused otherwise.
    public let security: SecuritySettings
    /// What memory is too much.
    public let memory: MemorySettings
    /// How the daemon is spoken to.
    public let control: ControlSettings
    /// What is logged.
    public let log: LogSettings

    let values: SettingValues

    /// The settings when neither file nor environment says anything.
    public static let defaults = Settings(SettingValues())

    /// Where the control socket is bound, as libzmq takes it.
    public var controlAddress: String {
        control.listen.isEmpty ? "ipc://\(store.directory)/control.sock" : control.listen
    }

    init(_ values: SettingValues) {
        self.values = values
        intake = IntakeSettings(values)
        feed = FeedSettings(values)
        http = HTTPSettings(values)
        store = StoreSettings(values)
        pipeline = PipelineSettings(values)
        dedup = DedupSettings(values)
        headlines = HeadlineSettings(values)
        shutdown = ShutdownSettings(values)
        security = SecuritySettings(values)
        memory = MemorySettings(values)
        control = ControlSettings(values)
        log = LogSettings(values)
    }

    /// A table of the file, with what it is about and its keys.
    struct Table: Sendable {
        let name: String
        let about: String
        let keys: [any AnySettingKey]
    }

    /// Every table, in the order of `config/warraqd.toml`.
    static let tables = [
        Table(name: "intake", about: "Where articles come in", keys: IntakeSettings.keys),
        Table(name: "feed", about: "Where records go out", keys: FeedSettings.keys),
        Table(name: "http", about: "Metrics and health", keys: HTTPSettings.keys),
        Table(
            name: "store", about: "What is kept, where, and for how long", keys: StoreSettings.keys),
        Table(
            name: "pipeline", about: "How much is under way at once", keys: PipelineSettings.keys),
        Table(
            name: "dedup", about: "How far back an article is compared", keys: DedupSettings.keys),
        Table(
            name: "headlines", about: "Headlines on a page that are not its article's own",
            keys: HeadlineSettings.keys),
        Table(name: "shutdown", about: "How the daemon stops", keys: ShutdownSettings.keys),
        Table(
            name: "security", about: "What is allowed that is refused otherwise",
            keys: SecuritySettings.keys),
        Table(name: "memory", about: "What memory is too much", keys: MemorySettings.keys),
        Table(name: "control", about: "How the daemon is spoken to", keys: ControlSettings.keys),
        Table(name: "log", about: "What is written to stderr", keys: LogSettings.keys),
    ]

    /// Every key there is.
    static let keys = tables.flatMap(\.keys)
}
