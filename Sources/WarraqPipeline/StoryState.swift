internal import ArticleExtraction
public import NewsEnrichment
public import WarraqCore

/// Everything the story stage remembers: the stories, and which record is in which.
///
/// As in ``DuplicateState``, each change is logged under the number of the input that made it.
public struct StoryState: ~Copyable {
    private struct Known {
        let story: StoryNumber
        let record: Int
    }

    /// Where an article belongs: what its record says of it, and what a restart finds it by.
    struct Placed: Sendable {
        let story: RecordStory
        let row: StoryRow
    }

    // Some 250 bytes each. What is forgotten here is still found by its words.
    private static let maxRecords = 1_000_000

    private let windowMilliseconds: Int64
    private var index: StoryIndex
    private var known: [ArticleURI: Known] = [:]
    private var uris: [Int: ArticleURI] = [:]
    private var ages = ExpiryQueue<ArticleURI>()
    private var lastRecord = 0
    private var log: [(input: Int, uri: ArticleURI, record: Int, previous: Known?)] = []
    private var generation = 0

    /// No stories.
    public init(limits: StoryIndex.Limits = StoryIndex.Limits()) {
        windowMilliseconds = limits.windowMilliseconds
        index = StoryIndex(limits: limits)
    }

    /// Live stories.
    public var storyCount: Int { index.storyCount }

    /// Puts back an article that is on disk. Call in the order of the records.
    public mutating func restore(_ row: StoryRow) {
        lastRecord += 1
        let story = index.restore(
            row.features, record: lastRecord, id: row.story.rawValue,
            articleCount: row.articleCount, independentCount: row.independentCount,
            at: row.at.milliseconds)
        remember(row.uri, Known(story: story, record: lastRecord), at: row.at)
    }

    /// Finds the story of an article that is on its way to the store.
    ///
    /// - Parameters:
    ///   - features: What it is recognised by; of a copy nothing, its original's story is its own.
    ///   - relations: How its text stands to others.
    ///   - input: The number of the input it came with.
    mutating func place(
        _ uri: ArticleURI, features: StoryFeatures, relations: [Relation], at time: UnixTime,
        input: Int
    ) -> Placed {
        expire(now: time)
        lastRecord += 1
        let ties = relations.compactMap { relation in
            known[relation.uri].map { StoryTie(relation, story: $0.story) }
        }
        let place = index.place(
            features, record: lastRecord, id: StoryID(first: uri).rawValue, ties: ties,
            at: time.milliseconds, input: input)
        log.append((input, uri, lastRecord, known[uri]))
        remember(uri, Known(story: place.story, record: lastRecord), at: time)
        let id = StoryID(rawValue: place.id)
        let story = RecordStory(
            id: id, articleCount: place.articleCount, independentCount: place.independentCount,
            records: place.records.compactMap { uris[$0] },
            related: relations.map(\.uri).filter { known[$0]?.story == place.story })
        let row = StoryRow(
            uri: uri, story: id, articleCount: place.articleCount,
            independentCount: place.independentCount, features: features, at: time)
        return Placed(story: story, row: row)
    }

    private mutating func remember(_ uri: ArticleURI, _ entry: Known, at time: UnixTime) {
        if let previous = known[uri] { uris[previous.record] = nil }
        known[uri] = entry
        uris[entry.record] = uri
        ages.add(uri, at: time)
    }

    /// A record of a story that goes on is remembered as long as texts that copy it are: for the window.
    private mutating func expire(now: UnixTime) {
        let horizon = UnixTime(milliseconds: now.milliseconds - windowMilliseconds)
        ages.removeAll(before: horizon, limit: Self.maxRecords) { uri, _ in
            guard let entry = known.removeValue(forKey: uri) else { return }
            uris[entry.record] = nil
        }
    }

    // MARK: Committing

    /// What every input up to `input` changed is on disk.
    mutating func confirm(upTo input: Int) {
        index.confirm(upTo: input)
        log.removeFirst(log.firstIndex { $0.input > input } ?? log.endIndex)
    }

    /// An input that was decided in `generation` is next. A failed commit ends one: then nothing of the
    /// old that is not confirmed ever was.
    mutating func begin(generation: Int) {
        guard generation > self.generation else { return }
        self.generation = generation
        rollback()
    }

    private mutating func rollback() {
        index.rollback()
        while let logged = log.popLast() {
            uris[logged.record] = nil
            known[logged.uri] = logged.previous
            if let previous = logged.previous { uris[previous.record] = logged.uri }
        }
    }
}

extension StoryTie {
    /// What a relation says of two articles' stories.
    fileprivate init(_ relation: Relation, story: StoryNumber) {
        let kind: Kind =
            switch relation.kind {
            case .exactCopyOf, .nearDuplicateOf: .copy
            case .updates: .update
            case .contains, .containedIn: .contains
            case .reuses: .reuses
            }
        self.init(
            story: story, kind: kind, coverageHere: relation.coverageHere,
            coverageThere: relation.coverageThere)
    }
}
