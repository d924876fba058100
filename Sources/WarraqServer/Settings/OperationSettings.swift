public import Logging

/// `[shutdown]`: how the daemon stops.
public struct ShutdownSettings: Hashable, Sendable {
    /// How long what was read may take to be finished.
    public let drainTimeout: Duration

    init(_ values: SettingValues) {
        drainTimeout = .seconds(values[Self.drainSecondsKey])
    }

    static let drainSecondsKey = SettingKey(
        "shutdown.drainSeconds", .integer(0...3_600, "seconds"), default: 10, takesEffect: .reload,
        "How long the daemon may take, when told to stop, to finish what it has read. The rest is "
            + "answered with NAK draining.")

    static let keys: [any AnySettingKey] = [drainSecondsKey]
}

/// `[security]`: what is allowed that is refused otherwise.
public struct SecuritySettings: Hashable, Sendable {
    /// Whether endpoints may be reachable from other machines without encryption.
    public let allowsPlaintext: Bool

    init(_ values: SettingValues) {
        allowsPlaintext = values[Self.allowPlaintextKey]
    }

    static let allowPlaintextKey = SettingKey(
        "security.allowPlaintext", .boolean, default: false, takesEffect: .restart,
        "Whether an endpoint may be reachable from other machines. Anyone who reaches it can read "
            + "or send: nothing is encrypted and nobody is asked who they are.")

    static let keys: [any AnySettingKey] = [allowPlaintextKey]
}

/// `[memory]`: what is too much.
public struct MemorySettings: Hashable, Sendable {
    /// The resident memory, in bytes, at which sockets are suspected of unfinished messages.
    public let residentBytes: Int

    init(_ values: SettingValues) {
        residentBytes = values[Self.residentBytesKey]
    }

    static let residentBytesKey = SettingKey(
        "memory.residentBytes", .integer(134_217_728...1_099_511_627_776, "bytes"),
        default: 2_147_483_648, takesEffect: .restart,
        "The resident memory beyond which an intake socket is closed and bound again: a message of "
            + "many frames that never ends grows inside libzmq without a bound.")

    static let keys: [any AnySettingKey] = [residentBytesKey]
}

/// `[log]`: what is written to stderr.
public struct LogSettings: Hashable, Sendable {
    /// The least severe level that is written.
    public let level: Logger.Level

    init(_ values: SettingValues) {
        level = values[Self.levelKey]
    }

    static let levelKey = SettingKey(
        "log.level", .choice, default: Logger.Level.info, takesEffect: .reload,
        "The least severe messages that are logged. trace has a line for each article, debug for "
            + "each connection and batch.")

    static let keys: [any AnySettingKey] = [levelKey]
}
