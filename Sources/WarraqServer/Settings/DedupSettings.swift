/// `[dedup]`: how far back an article is compared.
public struct DedupSettings: Hashable, Sendable {
    /// How long an article can be found again, in days.
    public let windowDays: Int
    /// How many articles can be found again.
    public let windowDocuments: Int
    /// How long copies of an article are found after it left the window, in days.
    public let tailDays: Int

    init(_ values: SettingValues) {
        windowDays = values[Self.windowDaysKey]
        windowDocuments = values[Self.windowDocumentsKey]
        tailDays = values[Self.tailDaysKey]
    }

    static let windowDaysKey = SettingKey(
        "dedup.windowDays", .integer(1...3_650, "days"), default: 30, takesEffect: .restart,
        "How long after its arrival an article is still compared with new ones.")
    static let windowDocumentsKey = SettingKey(
        "dedup.windowDocuments", .integer(1_000...100_000_000, "articles"), default: 1_000_000,
        takesEffect: .restart,
        "How many articles are compared with, the latest ones. Each takes about 1,200 bytes of "
            + "memory.")

    static let tailDaysKey = SettingKey(
        "dedup.tailDays", .integer(0...3_650, "days"), default: 365, takesEffect: .restart,
        "How long after its arrival copies of an article are still found, though not its parts in other "
            + "articles. It counts beyond windowDays and as long as its record is kept: with store.days "
            + "at windowDays or below nothing is done for it. Takes 450 bytes of disk an article and 50 "
            + "MB of memory.")

    static let keys: [any AnySettingKey] = [windowDaysKey, windowDocumentsKey, tailDaysKey]
}

/// `[headlines]`: headlines on a page that are not its article's own.
public struct HeadlineSettings: Hashable, Sendable {
    /// How long a headline of a host is not published again, in hours.
    public let hours: Int

    init(_ values: SettingValues) {
        hours = values[Self.hoursKey]
    }

    static let hoursKey = SettingKey(
        "headlines.hours", .integer(0...8_760, "hours"), default: 24, takesEffect: .restart,
        "How long after its arrival the same headline of the same host is not published again.")

    static let keys: [any AnySettingKey] = [hoursKey]
}
