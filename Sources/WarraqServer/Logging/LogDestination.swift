internal import Glibc
public import Logging
internal import Synchronization

/// Where log lines go, and from which level on: one for the process.
///
/// One line an event. Under journald it begins with the priority that sd-daemon(3) describes, since
/// journald adds the time and the program itself; otherwise with the time and the level.
public final class LogDestination: Sendable {
    /// How a line begins.
    public enum Style: Hashable, Sendable {
        /// `<6>`, for journald.
        case journal
        /// `2026-11-21T22:00:00.000Z info `, for people.
        case plain
    }

    private let style: Style
    private let threshold: Mutex<Logger.Level>
    private let write: @Sendable (String) -> Void

    /// A destination on stderr, in the style that its reader wants.
    public convenience init(level: Logger.Level, environment: [String: String]) {
        self.init(
            level: level,
            style: Self.isJournal(environment: environment, descriptor: STDERR_FILENO)
                ? .journal : .plain,
            write: { StandardError.write($0) })
    }

    /// A destination that gives each line, with its line feed, to `write`, from any thread.
    public init(
        level: Logger.Level, style: Style, write: @escaping @Sendable (String) -> Void
    ) {
        self.style = style
        self.threshold = Mutex(level)
        self.write = write
    }

    /// The least severe level that is written, for every logger of this destination.
    public var level: Logger.Level {
        get { threshold.withLock { $0 } }
        set { threshold.withLock { $0 = newValue } }
    }

    /// A logger for the component `label`.
    public func logger(_ label: String) -> Logger {
        Logger(label: label) { LineLogHandler(label: $0, destination: self) }
    }

    func emit(_ event: LogEvent, label: String, metadata: Logger.Metadata) {
        var line =
            switch style {
            case .journal: "<\(event.level.priority)>"
            case .plain: "\(Self.clock()) \(event.level) "
            }
        line += "\(label): \(event.message.description.escapedForLine)"
        if let error = event.error {
            line += " error=\("\(error)".quotedForLine)"
        }
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            line += " \(key)=\(value.description.quotedForLine)"
        }
        write(line + "\n")
    }

    /// Whether `descriptor` is the stream that journald named in `JOURNAL_STREAM`.
    ///
    /// systemd.exec(5): the variable is inherited by children whose stderr went elsewhere, so the
    /// device and inode in it are compared.
    static func isJournal(environment: [String: String], descriptor: Int32) -> Bool {
        guard let stream = environment["JOURNAL_STREAM"] else { return false }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        return stream == "\(status.st_dev):\(status.st_ino)"
    }

    private static func clock() -> String {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        var parts = tm()
        gmtime_r(&now.tv_sec, &parts)
        var text = [CChar](repeating: 0, count: 32)
        strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S", &parts)
        let milliseconds = String(1_000 + now.tv_nsec / 1_000_000).dropFirst()
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            + ".\(milliseconds)Z"
    }
}

/// A logger's part of a ``LogDestination``: its label and metadata.
struct LineLogHandler: LogHandler {
    let label: String
    let destination: LogDestination
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    /// A level of this logger's own, which a reload does not change.
    private var ownLevel: Logger.Level?

    init(label: String, destination: LogDestination) {
        self.label = label
        self.destination = destination
    }

    var logLevel: Logger.Level {
        get { ownLevel ?? destination.level }
        set { ownLevel = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let provided = metadataProvider?.get() ?? [:]
        let all = metadata.merging(provided) { $1 }.merging(event.metadata ?? [:]) { $1 }
        destination.emit(event, label: label, metadata: all)
    }
}

extension Logger.Level {
    /// The priority of syslog(3).
    fileprivate var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}

extension String {
    /// Without anything that could end the line or move a terminal's cursor.
    fileprivate var escapedForLine: String {
        guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return self
        }
        var escaped = ""
        for scalar in unicodeScalars {
            if scalar.properties.generalCategory == .control {
                escaped += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// In quotation marks when it would not read as one value.
    fileprivate var quotedForLine: String {
        let needsQuotes = isEmpty || contains { $0 == " " || $0 == "\"" || $0 == "=" }
        guard needsQuotes else { return escapedForLine }
        var quoted = "\""
        for character in escapedForLine {
            if character == "\"" { quoted += "\\" }
            quoted.append(character)
        }
        return quoted + "\""
    }
}
