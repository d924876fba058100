internal import ArticleExtraction
internal import Logging
internal import NearDuplicates
internal import NewsEnrichment
internal import WarraqCore
internal import WarraqPipeline
internal import WarraqStore

/// Rebuilds what the duplicate stage remembers from the journal's log, without reading a text.
struct IndexLoader {
    let journal: SQLiteJournal
    let configuration: PipelineConfiguration
    let logger: Logger

    /// The state as of `now`.
    func state(now: UnixTime) throws -> DuplicateState {
        let limits = configuration.limits
        let since = UnixTime(milliseconds: now.milliseconds - limits.windowMilliseconds)
        var state = DuplicateState(
            index: configuration.index, limits: limits, lastDocument: try journal.lastDocument)
        var documents = 0
        try journal.forEachDocument(since: since, limit: configuration.index.maxDocuments) { row in
            documents += 1
            state.restore(
                document: row.document, uri: row.uri, fingerprint: row.fingerprint,
                host: row.host, at: row.at)
        }
        var addresses = 0
        try journal.forEachURL(since: since) { row in
            addresses += 1
            state.restore(row)
        }
        var headlines = 0
        let headlineSince = UnixTime(
            milliseconds: now.milliseconds - limits.headlineMilliseconds)
        try journal.forEachHeadline(since: headlineSince) { uri, time in
            headlines += 1
            state.restore(headline: uri, at: time)
        }
        logger.notice(
            "Duplicate index rebuilt",
            metadata: [
                "documents": "\(documents)", "addresses": "\(addresses)",
                "headlines": "\(headlines)",
            ])
        return state
    }

    /// The stories of the last days.
    func stories(now: UnixTime) throws -> StoryState {
        let limits = StoryIndex.Limits()
        var state = StoryState(limits: limits)
        var articles = 0
        let since = UnixTime(milliseconds: now.milliseconds - limits.windowMilliseconds)
        try journal.forEachStory(since: since) { row in
            articles += 1
            state.restore(row)
        }
        logger.notice(
            "Stories rebuilt",
            metadata: ["articles": "\(articles)", "stories": "\(state.storyCount)"])
        return state
    }

    // More than the memory holds, and a start's second or two.
    private static let maxSightings = 1_000_000

    /// What is known of sites.
    func sites() throws -> SiteMemory {
        var memory = SiteMemory()
        var sightings = 0
        try journal.forEachSighting(limit: Self.maxSightings) { row in
            sightings += 1
            memory.learn(row)
        }
        logger.notice(
            "Site memory rebuilt",
            metadata: ["sites": "\(memory.counts.sites)", "sightings": "\(sightings)"])
        return memory
    }

    /// The names that articles have introduced.
    func names() throws -> NameMemory {
        var memory = NameMemory()
        var sightings = 0
        try journal.forEachNameSighting(limit: Self.maxSightings) { sighting in
            sightings += 1
            memory.learn(sighting)
        }
        logger.notice(
            "Name memory rebuilt",
            metadata: ["names": "\(memory.count)", "sightings": "\(sightings)"])
        return memory
    }
}
