public import ArticleExtraction

/// What one new article shows of its site, as the log of sightings keeps it.
public struct SightingRow: Hashable, Sendable {
    /// The site, as ``NewsHost`` spells it.
    public let host: String
    /// What it shows.
    public let sighting: SiteSighting
    /// When the article arrived.
    public let at: UnixTime

    /// A row of these values.
    public init(host: String, sighting: SiteSighting, at: UnixTime) {
        self.host = host
        self.sighting = sighting
        self.at = at
    }

    /// Reads a row of the log; `nil` if ``bytes`` are damaged.
    public init?(host: String, bytes: [UInt8], at: UnixTime) {
        guard let sighting = SiteSighting(bytes: bytes) else { return nil }
        self.init(host: host, sighting: sighting, at: at)
    }

    /// What it shows, as the log keeps it.
    public var bytes: [UInt8] { sighting.bytes }
}

extension SiteMemory {
    /// Takes in a row of the log. Call in the order of the records.
    public mutating func learn(_ row: SightingRow) {
        learn(row.sighting, host: row.host, at: row.at.milliseconds)
    }
}
