/// Finds each article's story among those of the last days.
///
/// A story is recognised by its first articles, at most ``coreSize`` of them, and by no others: an
/// article joins because it is like these, so a story does not drift from article to article, and two
/// stories are never made one. What joins without a look at words is a copy, a text that shares most of
/// another one's words both ways, and the same event of a row of events.
///
/// Every change is logged under the number of the input that made it, so that a commit that failed can
/// be undone. About 15 µs with 4,000 stories live; more were not measured.
public struct StoryIndex: ~Copyable {
    /// What an index remembers.
    public struct Limits: Sendable {
        /// A story that nothing joined for so long is over, in milliseconds.
        public var windowMilliseconds: Int64 = 7 * 86_400_000
        /// Live stories at most; beyond, the one that is quiet for the longest is over.
        public var maxStories = 150_000

        /// A week, and some 300 MB at most: 2 KB a story, measured.
        public init() {}
    }

    /// Articles that a story is recognised by.
    static let coreSize = 4
    /// Words that find a story, and those that find it.
    static let searchWords = 16
    /// Stories that are looked at closely.
    private static let candidates = 6
    /// Of all articles of the core, this much on average.
    private static let leastMean: Float = 0.45
    private static let leastMeanWithPassages: Float = 0.4
    /// Of the first article, this much.
    private static let leastOfFirst: Float = 0.3

    private struct Story {
        let number: StoryNumber
        let id: UInt64
        /// The first record.
        let first: Int
        var core: [StoryMember] = []
        var lastAt: Int64
        var articles: Int
        var independent: Int
    }

    private struct Logged {
        let input: Int
        let story: StoryNumber
        let lastAt: Int64
        let articles: Int
        let independent: Int
        let isInCore: Bool
        let isFirst: Bool
        let series: UInt64?
    }

    private let limits: Limits
    private var slots: [Story?] = []
    private var freeSlots: [Int32] = []
    private var slotOfStory: [StoryNumber: Int32] = [:]
    private var storyOfID: [UInt64: StoryNumber] = [:]
    private var series: [UInt64: [StoryNumber]] = [:]
    private var postings = StoryPostings()
    private var ages: [(story: StoryNumber, at: Int64)] = []
    private var firstAge = 0
    private var lastNumber = 0
    private var log: [Logged] = []
    private var scores: [Float] = []

    /// An empty index.
    public init(limits: Limits = Limits()) { self.limits = limits }

    /// Live stories.
    public var storyCount: Int { slotOfStory.count }

    // MARK: Placing

    /// Puts an article into its story, or begins one.
    ///
    /// - Parameters:
    ///   - features: What was read of it.
    ///   - record: Its record, by a number of the caller's.
    ///   - id: What names the story if the article begins one.
    ///   - ties: How its text stands to earlier ones, nearest first.
    ///   - time: When it arrived, in milliseconds.
    ///   - input: The input it came with; numbers never fall.
    public mutating func place(
        _ features: StoryFeatures, record: Int, id: UInt64, ties: [StoryTie], at time: Int64,
        input: Int
    ) -> StoryPlace {
        expire(at: time)
        let member = member(features, record: record, at: time)
        let found =
            ties.first { joins($0, member) }?.story ?? story(ofEvent: features.event)
            ?? mostAlike(member, ties: ties)
        let repeats = ties.contains { $0.repeats && $0.story == found }
        let (number, slot) =
            found.flatMap { number in slotOfStory[number].map { (number, $0) } }
            ?? begin(id: id, record: record)
        var records: [Int] = []
        if let story = slots[Int(slot)], story.articles > 0 {
            records = Self.records(of: story, nearestTo: member)
        }
        add(
            member, to: slot, isIndependent: !repeats, articles: nil, independent: nil, at: time,
            input: input)
        guard let story = slots[Int(slot)] else { preconditionFailure("a live story") }
        return StoryPlace(
            story: number, id: story.id, articleCount: story.articles,
            independentCount: story.independent, records: records, isIndependent: !repeats)
    }

    /// Puts back an article that is on disk, into the story it was put in.
    ///
    /// - Parameter place: Its story's name and counts as they were.
    /// - Returns: Its story.
    public mutating func restore(
        _ features: StoryFeatures, record: Int, id: UInt64, articleCount: Int,
        independentCount: Int, at time: Int64
    ) -> StoryNumber {
        let member = member(features, record: record, at: time)
        let known = storyOfID[id].flatMap { number in slotOfStory[number].map { (number, $0) } }
        let (number, slot) = known ?? begin(id: id, record: record)
        let before = slots[Int(slot)]?.independent ?? 0
        add(
            member, to: slot, isIndependent: independentCount > before, articles: articleCount,
            independent: independentCount, at: time, input: nil)
        return number
    }

    private func member(_ features: StoryFeatures, record: Int, at time: Int64) -> StoryMember {
        let vector = StoryVector(of: features, heaviest: Self.searchWords) { term in
            min(Float(term.halfBits) / 2, max(0, postings.bits(of: term.stem)))
        }
        let day = features.day == .min ? Int32(clamping: time / 86_400_000) : features.day
        return StoryMember(record: record, features: features, day: day, vector: vector)
    }

    private mutating func begin(id: UInt64, record: Int) -> (StoryNumber, Int32) {
        lastNumber += 1
        let number = StoryNumber(rawValue: lastNumber)
        let story = Story(
            number: number, id: id, first: record, lastAt: .min, articles: 0, independent: 0)
        let slot: Int32
        if let free = freeSlots.popLast() {
            slot = free
            slots[Int(slot)] = story
        } else {
            slot = Int32(slots.count)
            slots.append(story)
            scores.append(0)
        }
        slotOfStory[number] = slot
        storyOfID[id] = number
        return (number, slot)
    }

    private mutating func add(
        _ member: StoryMember, to slot: Int32, isIndependent: Bool, articles: Int?,
        independent: Int?, at time: Int64, input: Int?
    ) {
        guard var story = slots[Int(slot)] else { preconditionFailure("a live story") }
        slots[Int(slot)] = nil  // Or the core would be copied.
        let isInCore =
            story.core.count < Self.coreSize && isIndependent && member.features.isComparable
        if let input {
            log.append(
                Logged(
                    input: input, story: story.number, lastAt: story.lastAt,
                    articles: story.articles, independent: story.independent, isInCore: isInCore,
                    isFirst: story.articles == 0,
                    series: isInCore ? member.features.event?.series : nil))
        }
        if isInCore {
            story.core.append(member)
            postings.add(member.vector, slot: slot)
            if let event = member.features.event {
                series[event.series, default: []].append(story.number)
            }
        }
        story.lastAt = max(time, story.lastAt)
        story.articles = articles ?? story.articles + 1
        story.independent = independent ?? story.independent + (isIndependent ? 1 : 0)
        ages.append((story.number, time))
        slots[Int(slot)] = story
    }

    // MARK: Looking

    /// Whether a text that shares words with one of a live story is of that story.
    ///
    /// A copy is, and so is a text with most of another one's words, unless what it says is another thing: the
    /// forecast of the next day, or a text far from the story's first ones.
    private func joins(_ tie: StoryTie, _ member: StoryMember) -> Bool {
        guard tie.joins, let slot = slotOfStory[tie.story], let story = slots[Int(slot)] else {
            return false
        }
        if tie.kind == .copy || story.core.isEmpty || !member.features.isComparable { return true }
        return story.core.contains { other in
            let likeness = member.vector.likeness(to: other.vector)
            return likeness.isOneStoryWithMostWords
                && !member.contradicts(other, likeness: likeness, sharesWords: true)
        }
    }

    private func story(ofEvent event: StoryFeatures.EventKey?) -> StoryNumber? {
        guard let event, let numbers = series[event.series] else { return nil }
        return numbers.last { number in
            guard let slot = slotOfStory[number], let story = slots[Int(slot)] else { return false }
            return story.core.contains { $0.features.event?.isSame(as: event) ?? false }
        }
    }

    private mutating func mostAlike(_ member: StoryMember, ties: [StoryTie]) -> StoryNumber? {
        guard member.features.isComparable else { return nil }
        let suggested = Set(ties.lazy.filter(\.suggests).map(\.story))
        var best: (number: StoryNumber, likeness: Float)?
        for slot in candidates(for: member) + suggested.sorted().compactMap({ slotOfStory[$0] }) {
            guard let story = slots[Int(slot)],
                let likeness = Self.likeness(
                    of: member, to: story, withPassages: suggested.contains(story.number))
            else { continue }
            if let best, (best.likeness, story.number) >= (likeness, best.number) { continue }
            best = (story.number, likeness)
        }
        return best?.number
    }

    /// The stories that share most of the words that find them.
    private mutating func candidates(for member: StoryMember) -> [Int32] {
        var touched: [Int32] = []
        for word in member.vector.heaviest {
            postings.forEach(word.stem) { entry in
                if scores[Int(entry.slot)] == 0 { touched.append(entry.slot) }
                scores[Int(entry.slot)] += word.weight * entry.weight
            }
        }
        var best: [(score: Float, slot: Int32)] = []
        for slot in touched {
            let score = scores[Int(slot)]
            scores[Int(slot)] = 0
            if best.count == Self.candidates, best[best.count - 1].score >= score { continue }
            let place = best.firstIndex { $0.score < score } ?? best.count
            best.insert((score, slot), at: place)
            if best.count > Self.candidates { best.removeLast() }
        }
        return best.map(\.slot)
    }

    /// How much an article is like the articles of a story's core: that of the nearest, `nil` if it is
    /// no article of the story.
    private static func likeness(
        of member: StoryMember, to story: Story, withPassages: Bool
    ) -> Float? {
        var sum: Float = 0
        var best: Float?
        for (index, other) in story.core.enumerated() {
            let likeness = member.vector.likeness(to: other.vector)
            if index == 0, likeness.all < leastOfFirst { return nil }
            sum += likeness.all
            guard likeness.isOneStory || withPassages && likeness.isOneStoryWithPassages,
                !member.contradicts(other, likeness: likeness, sharesWords: withPassages)
            else { continue }
            best = max(best ?? 0, likeness.all)
        }
        let least = withPassages ? leastMeanWithPassages : leastMean
        return sum >= least * Float(story.core.count) ? best : nil
    }

    /// The first record of a story and the nearest two of its core.
    private static func records(of story: Story, nearestTo member: StoryMember) -> [Int] {
        let nearest = story.core.filter { $0.record != story.first }
            .map { (likeness: member.vector.likeness(to: $0.vector).all, record: $0.record) }
            .sorted { ($1.likeness, $0.record) < ($0.likeness, $1.record) }
        return [story.first] + nearest.prefix(2).map(\.record)
    }

    // MARK: Committing

    /// What every input up to `input` changed is on disk.
    public mutating func confirm(upTo input: Int) {
        log.removeFirst(log.firstIndex { $0.input > input } ?? log.endIndex)
    }

    /// Undoes everything that is not confirmed.
    public mutating func rollback() {
        while let logged = log.popLast() {
            guard let slot = slotOfStory[logged.story], var story = slots[Int(slot)] else {
                continue
            }
            slots[Int(slot)] = nil
            if let key = logged.series { Self.removeLast(&series, key) }
            if logged.isInCore, let last = story.core.popLast() {
                postings.remove(last.vector, slot: slot)
            }
            story.lastAt = logged.lastAt
            story.articles = logged.articles
            story.independent = logged.independent
            slots[Int(slot)] = story
            if ages.count > firstAge, ages[ages.count - 1].story == logged.story {
                ages.removeLast()
            }
            if logged.isFirst { end(logged.story) }
        }
    }

    private static func removeLast(_ series: inout [UInt64: [StoryNumber]], _ key: UInt64) {
        series[key]?.removeLast()
        if series[key]?.isEmpty ?? false { series[key] = nil }
    }

    // MARK: Expiring

    /// Ends the stories that nothing joined within the window.
    private mutating func expire(at time: Int64) {
        let horizon = time - limits.windowMilliseconds
        while firstAge < ages.count,
            ages[firstAge].at < horizon || slotOfStory.count > limits.maxStories
        {
            let (number, at) = ages[firstAge]
            firstAge += 1
            guard let slot = slotOfStory[number], let story = slots[Int(slot)], story.lastAt <= at
            else { continue }
            end(number)
        }
        if firstAge > 1024, firstAge > ages.count / 2 {
            ages.removeFirst(firstAge)
            firstAge = 0
        }
    }

    private mutating func end(_ number: StoryNumber) {
        guard let slot = slotOfStory.removeValue(forKey: number), let story = slots[Int(slot)]
        else { return }
        slots[Int(slot)] = nil
        freeSlots.append(slot)
        if storyOfID[story.id] == number { storyOfID[story.id] = nil }
        for member in story.core {
            postings.remove(member.vector, slot: slot)
            guard let event = member.features.event else { continue }
            series[event.series]?.removeAll { $0 == number }
            if series[event.series]?.isEmpty ?? false { series[event.series] = nil }
        }
    }
}
