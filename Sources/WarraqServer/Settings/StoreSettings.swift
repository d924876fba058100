/// `[store]`: what is kept, where, and for how long.
public struct StoreSettings: Hashable, Sendable {
    /// The directory of the journal, an absolute path.
    public let directory: String
    /// How long records are kept, in days.
    public let days: Int
    /// How long senders' ids are kept, in days; never shorter than ``days``.
    public let idDays: Int
    /// How large the records may grow together, in bytes.
    public let bytes: Int
    /// How large the dead letters may grow together, in bytes.
    public let deadLetterBytes: Int

    init(_ values: SettingValues) {
        directory = values[Self.directoryKey]
        days = values[Self.daysKey]
        idDays = values[Self.idDaysKey]
        bytes = values[Self.bytesKey]
        deadLetterBytes = values[Self.deadLetterBytesKey]
    }

    static let directoryKey = SettingKey(
        "store.directory",
        .text(
            "an absolute path",
            check: { (path) throws(SettingRefusal) in
                guard path.hasPrefix("/") else {
                    throw SettingRefusal("\"\(path)\" must be an absolute path")
                }
            }),
        default: "/var/lib/warraq", takesEffect: .restart,
        "Where the journal lies. The daemon makes it if it can, and must be able to write there.")
    static let daysKey = SettingKey(
        "store.days", .integer(1...36_500, "days"), default: 30, takesEffect: .reload,
        "How long records can be replayed. Older ones go, but for originals that newer records "
            + "point at.")
    static let idDaysKey = SettingKey(
        "store.idDays", .integer(1...36_500, "days"), default: 30, takesEffect: .reload,
        "How long an article that is sent again under its id is known. Not less than store.days.")
    static let bytesKey = SettingKey(
        "store.bytes", .integer(67_108_864...17_592_186_044_416, "bytes"),
        default: 21_474_836_480, takesEffect: .reload,
        "How large the journal may grow. Beyond it the oldest records go before their time.")
    static let deadLetterBytesKey = SettingKey(
        "store.deadLetterBytes", .integer(1_048_576...1_099_511_627_776, "bytes"),
        default: 268_435_456, takesEffect: .reload,
        "How large the refused inputs may grow together. Beyond it the oldest go.")

    static let keys: [any AnySettingKey] = [
        directoryKey, daysKey, idDaysKey, bytesKey, deadLetterBytesKey,
    ]
}
