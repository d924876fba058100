/// What the articles of one site have shown so far.
public struct SiteHistory: Sendable {
    /// A line or an end of titles that was seen.
    public struct Entry: Hashable, Sendable {
        /// Its beginning in display form; empty until it is seen twice.
        public fileprivate(set) var text: String
        /// Articles or titles it was seen on.
        public fileprivate(set) var count = 1
        /// When it was seen last, in milliseconds since 1970.
        public fileprivate(set) var lastSeen: Int64
        fileprivate var lastArticle: Int
    }

    private struct Tail {
        var entry: Entry
        /// Titles of the site before the first with this tail.
        let titlesBefore: Int
        /// The first titles with it, so that the same one again does not count.
        var titles: [UInt64]
        let isName: Bool

        /// On three titles, and on half of those since the first: `- video` at the end of some
        /// headlines is no site's name.
        func isSuffix(titles: Int) -> Bool {
            entry.count >= SiteMemory.threshold && 2 * entry.count >= titles - titlesBefore
        }
    }

    /// Articles that were seen.
    public private(set) var articles = 0
    /// What extraction uses of all this.
    public private(set) var learned = LearnedSite.nothing
    private var lines: [UInt64: Entry] = [:]
    private var tails: [UInt64: Tail] = [:]
    private var titles = 0

    /// Lines and tails that are remembered, known or not.
    var size: Int { lines.count + tails.count }

    /// Takes in what an article shows.
    ///
    /// - Returns: Whether ``learned`` has changed.
    mutating func learn(
        _ sighting: SiteSighting, at time: Int64, limits: SiteMemory.Limits
    ) -> Bool {
        articles += 1
        var isNewlyKnown = false
        for line in sighting.lines {
            guard var entry = lines[line.key] else {
                // Most lines are seen once: their text is not worth its room.
                lines[line.key] = Entry(text: "", lastSeen: time, lastArticle: articles)
                continue
            }
            see(&entry, line.text, at: time)
            if entry.count == SiteMemory.threshold { isNewlyKnown = true }
            lines[line.key] = entry
        }
        if let title = sighting.title { learn(title, at: time) }
        let hasForgotten = forgetOldest(limits)
        guard isNewlyKnown || hasForgotten || sighting.title != nil else { return false }
        let now = LearnedSite(
            furniture: isNewlyKnown || hasForgotten
                ? Set(lines.filter { $0.value.count >= SiteMemory.threshold }.keys)
                : learned.furniture,
            suffixes: Set(tails.filter { $0.value.isSuffix(titles: titles) }.keys))
        defer { learned = now }
        return now != learned
    }

    private mutating func learn(_ title: SiteSighting.Title, at time: Int64) {
        var isRepeated = false
        for (index, tail) in title.tails.enumerated() {
            guard var known = tails[tail.key] else {
                tails[tail.key] = Tail(
                    entry: Entry(text: tail.text, lastSeen: time, lastArticle: articles),
                    titlesBefore: titles, titles: [title.key], isName: index == 0)
                continue
            }
            if known.titles.contains(title.key) {
                isRepeated = true
                continue
            }
            if known.titles.count < SiteMemory.threshold { known.titles.append(title.key) }
            see(&known.entry, tail.text, at: time)
            tails[tail.key] = known
        }
        if !isRepeated { titles += 1 }
    }

    private func see(_ entry: inout Entry, _ text: String, at time: Int64) {
        entry.count += 1
        entry.text = text
        entry.lastSeen = max(entry.lastSeen, time)
        entry.lastArticle = articles
    }

    /// Keeps the newest: of half the room what is known, of the rest what may become so. Removes a
    /// quarter at a time, so that it is seldom done.
    private mutating func forgetOldest(_ limits: SiteMemory.Limits) -> Bool {
        let before = size
        if lines.count > limits.linesPerSite {
            lines = Self.newest(lines, limit: limits.linesPerSite) { entry in
                (entry.count >= SiteMemory.threshold, entry.lastArticle)
            }
        }
        if tails.count > limits.tailsPerSite {
            let titles = titles
            tails = Self.newest(tails, limit: limits.tailsPerSite) { tail in
                (tail.isSuffix(titles: titles), tail.entry.lastArticle)
            }
        }
        return size < before
    }

    private static func newest<Value>(
        _ values: [UInt64: Value], limit: Int, by age: (Value) -> (isKnown: Bool, article: Int)
    ) -> [UInt64: Value] {
        // The key decides between equals, so that the same articles always teach the same.
        let sorted = values.map { (key: $0.key, value: $0.value, age: age($0.value)) }
            .sorted { ($0.age.article, $0.key) > ($1.age.article, $1.key) }
        let known = sorted.filter(\.age.isKnown).prefix(limit / 2)
        let others = sorted.filter { !$0.age.isKnown }.prefix(limit * 3 / 4 - known.count)
        return Dictionary(
            (known + others).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: For a person

    /// The lines that are furniture, the most frequent first.
    public var furniture: [Entry] {
        Self.ordered(lines.values.filter { $0.count >= SiteMemory.threshold })
    }

    /// The ends of titles that are cut, the most frequent first.
    public var suffixes: [Entry] {
        Self.ordered(tails.values.filter { $0.isSuffix(titles: titles) }.map(\.entry))
    }

    /// The site's name as most titles end in it.
    public var publisher: String? {
        Self.ordered(
            tails.values.filter { $0.isName && $0.isSuffix(titles: titles) }.map(\.entry)
        ).first?.text
    }

    private static func ordered(_ entries: [Entry]) -> [Entry] {
        entries.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }
}
