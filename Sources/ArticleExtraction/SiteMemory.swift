/// What the articles of all sites have shown: which lines are furniture, and which ends of titles the
/// site's name.
///
/// A line seen on three articles of one site is its furniture. The same sightings in the same order
/// always teach the same, so a log of them is all that has to be kept. Memory is bounded, whatever a
/// site sends: each keeps its newest lines, those that are known before others, and the sites that were
/// not seen for longest go first.
public struct SiteMemory: Sendable {
    /// How much is remembered.
    public struct Limits: Sendable {
        /// Lines of one site, known or not.
        public var linesPerSite = 256
        /// Ends of titles of one site, known or not.
        public var tailsPerSite = 32
        /// Sites.
        public var sites = 8192
        /// Lines and ends of titles of all sites together; about 100 bytes each.
        public var total = 524_288

        /// The usual limits.
        public init() {}
    }

    /// Articles from which on a line is furniture.
    public static let threshold = 3

    private struct Site {
        var history = SiteHistory()
        /// Which sighting of all was its last.
        var last = 0

        mutating func learn(
            _ sighting: SiteSighting, number: Int, at time: Int64, limits: Limits
        ) -> Bool {
            last = number
            return history.learn(sighting, at: time, limits: limits)
        }
    }

    private let limits: Limits
    private var sites: [String: Site] = [:]
    private var size = 0
    private var sightings = 0
    private var changed: Set<String> = []

    /// A memory that knows no site.
    public init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Sites and their lines and ends of titles, known or not.
    public var counts: (sites: Int, lines: Int) { (sites.count, size) }

    /// What is remembered of `host`, `nil` for nothing.
    public func history(of host: String) -> SiteHistory? { sites[host]?.history }

    /// What is known of every site that anything is known of.
    public var learned: [String: LearnedSite] {
        sites.compactMapValues { $0.history.learned.isEmpty ? nil : $0.history.learned }
    }

    /// Takes in what an article of `host` shows. Once for each article: a copy or a new version of it
    /// is no other article.
    ///
    /// - Parameter time: When it came, in milliseconds since 1970.
    public mutating func learn(_ sighting: SiteSighting, host: String, at time: Int64) {
        guard !sighting.isEmpty else { return }
        sightings += 1
        size -= sites[host]?.history.size ?? 0
        // In place: a copy of the site for each article would cost more than learning.
        let isChanged = sites[host, default: Site()].learn(
            sighting, number: sightings, at: time, limits: limits)
        size += sites[host]?.history.size ?? 0
        if isChanged { changed.insert(host) }
        if sites.count > limits.sites || size > limits.total { forgetOldest() }
    }

    /// Forgets `host`.
    ///
    /// - Returns: What was remembered of it, `nil` for nothing.
    @discardableResult
    public mutating func forget(_ host: String) -> SiteHistory? {
        guard let site = sites.removeValue(forKey: host) else { return nil }
        size -= site.history.size
        if !site.history.learned.isEmpty { changed.insert(host) }
        return site.history
    }

    /// What has changed since this was asked last: what is known of a site now, `nil` for nothing.
    public mutating func takeChanges() -> [(host: String, site: LearnedSite?)] {
        defer { changed.removeAll() }
        return changed.map { host in
            let site = sites[host]?.history.learned
            return (host, site?.isEmpty ?? true ? nil : site)
        }
    }

    /// Forgets an eighth of the sites at least, so that it is seldom done.
    private mutating func forgetOldest() {
        let oldest = sites.map { (host: $0.key, last: $0.value.last) }
            .sorted { $0.last < $1.last }
        for site in oldest {
            let isRoom = sites.count <= limits.sites * 7 / 8 && size <= limits.total * 7 / 8
            guard !isRoom, sites.count > 1 else { return }
            forget(site.host)
        }
    }
}
