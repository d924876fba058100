/// `[dedup]`: how far back an article is compared.
public struct DedupSettings: Hashable, Sendable {
    /// How long an article can be found again, in days.
    public let windowDays: Int
    /// How many articles can be found again.
    public let windowDocuments: Int

    init(_ values: SettingValues) {
        windowDays = values[Self.windowDaysKey]
        windowDocuments = values[Self.windowDocumentsKey]
    }

    static let windowDaysKey = SettingKey(
        "dedup.windowDays", .integer(1...3_650, "days"), default: 30, takesEffect: .reload,
        "How long after its arrival an article is still compared with new ones.")
    static let windowDocumentsKey = SettingKey(
        "dedup.windowDocuments", .integer(1_000...100_000_000, "articles"), default: 1_000_000,
        takesEffect: .reload,
        "How many articles are compared with, the latest ones. Each takes about 1,200 bytes of "
            + "memory.")

    static let keys: [any AnySettingKey] = [windowDaysKey, windowDocumentsKey]
}

/// `[headlines]`: headlines on a page that are not its article's own.
public struct HeadlineSettings: Hashable, Sendable {
    /// How long a headline of a host is not published again, in hours.
    public let hours: Int

    init(_ values: SettingValues) {
        hours = values[Self.hoursKey]
    }

    static let hoursKey = SettingKey(
        "headlines.hours", .integer(0...8_760, "hours"), default: 24, takesEffect: .reload,
        "How long after its arrival the same headline of the same host is not published again.")

    static let keys: [any AnySettingKey] = [hoursKey]
}
