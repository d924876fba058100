internal import ArabicDates
internal import ArticleExtraction
internal import Foundation
internal import JSONReading
internal import NearDuplicates
internal import NewsEnrichment
internal import WarraqCore
internal import WarraqServer

/// The stories of a corpus, found as the daemon finds them.
struct StoryEvaluation: ~Copyable {
    private struct Input {
        let id: String
        let title: String
        let date: String
        let source: String
        let url: String?
        let text: [UInt8]
    }

    private struct Member {
        let input: Int
        let isIndependent: Bool
    }

    /// Labelled pairs of one class.
    private struct PairClass {
        var pairs = 0
        var shared = 0
    }

    private var inputs: [Input] = []
    private var index = StoryIndex()
    private var texts: CorpusIndex
    private var stories: [StoryNumber: [Member]] = [:]
    private var storyOfInput: [String: StoryNumber] = [:]
    private var pairs: [String: PairClass] = [:]
    private var placing = Duration.zero

    /// An evaluation that keeps words in a temporary file in `directory`.
    init(directory: String) throws(CorpusError) {
        texts = try CorpusIndex(copies: .leaveOut, directory: directory)
    }

    /// Reads the articles of a file.
    mutating func read(_ path: String) throws {
        try CorpusFile.forEachObject(in: path) { object in
            guard let object, let text = object["text"]?.utf8 else { return }
            inputs.append(
                Input(
                    id: object["id"]?.string ?? "\(inputs.count + 1)",
                    title: object["title"]?.string ?? "", date: object["date"]?.string ?? "",
                    source: object["source"]?.string ?? "", url: object["url"]?.string, text: text))
        }
    }

    /// Puts every article into its story, in the order of their times.
    mutating func run() throws {
        let processor = ArticleProcessor()
        let enricher = NewsEnricher()
        let clock = ContinuousClock()
        let order = inputs.indices.sorted { (inputs[$0].date, $0) < (inputs[$1].date, $1) }
        var storyOfText: [StoryNumber?] = []
        for place in order {
            let input = inputs[place]
            guard let article = Self.article(of: input, processor) else { continue }
            let matches = try texts.add(ArticleTokens.text(of: article))
            let isCopy = matches.first?.isCopy ?? false
            let features =
                isCopy
                ? StoryFeatures() : enricher.findings(in: article, crawled: nil).storyFeatures
            let ties = matches.compactMap { match in
                storyOfText[match.number].map { StoryTie(match, story: $0) }
            }
            var found: StoryPlace?
            placing += clock.measure {
                found = index.place(
                    features, record: place, id: UInt64(place), ties: ties,
                    at: Self.milliseconds(input.date), input: place)
            }
            index.confirm(upTo: .max)
            guard let found else { continue }
            storyOfText.append(found.story)
            storyOfInput[input.id] = found.story
            stories[found.story, default: []].append(
                Member(input: place, isIndependent: found.isIndependent))
        }
    }

    private static func article(of input: Input, _ processor: ArticleProcessor) -> CleanArticle? {
        var header = ArticleHeader()
        header.url = input.url
        header.source = input.source
        if !input.title.isEmpty { header.title = input.title }
        // What the daemon would refuse is in no story.
        return try? processor.articles(of: RawArticle(header: header, body: input.text)).first
    }

    /// The time of `2015-08-08 06:30:06` or `2017-01-20T21:43:00+01:00`, to the day and hour.
    private static func milliseconds(_ date: String) -> Int64 {
        let parts = date.split { !$0.isNumber }.compactMap { Int($0) }
        guard parts.count >= 3, let day = CivilDate(year: parts[0], month: parts[1], day: parts[2])
        else { return 0 }
        let hour = parts.count > 3 ? parts[3] : 0
        return (Int64(day.dayNumber) * 24 + Int64(hour)) * 3_600_000
    }

    /// Reads labelled pairs and counts those that share a story.
    mutating func read(pairs path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        try CorpusFile.forEachObject(in: path) { object in
            guard let object, let name = object["class"]?.string,
                let first = object["a"]?.string, let second = object["b"]?.string,
                let story = storyOfInput[first], let other = storyOfInput[second]
            else { return }
            pairs[name, default: PairClass()].pairs += 1
            if story == other { pairs[name, default: PairClass()].shared += 1 }
        }
    }

    // MARK: Report

    /// The largest stories and the figures.
    func report(count: Int, matching: String?) -> String {
        var lines: [String] = []
        let wanted = stories.filter { _, members in
            guard let matching else { return members.count > 1 }
            return members.contains { inputs[$0.input].title.contains(matching) }
        }
        let largest = wanted.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        for (rank, story) in largest.prefix(count).enumerated() {
            let own = story.value.count { $0.isIndependent }
            lines.append("\(rank + 1). \(story.value.count) articles, \(own) texts of their own")
            for member in story.value {
                let input = inputs[member.input]
                lines.append(
                    "  \(member.isIndependent ? " " : "~") \(input.date.prefix(10)) "
                        + "\(input.source) \(input.id) \(input.title)")
            }
        }
        lines.append(contentsOf: figures)
        return lines.joined(separator: "\n")
    }

    private var figures: [String] {
        let articles = stories.values.reduce(0) { $0 + $1.count }
        var lines = [
            "\(articles) articles in \(stories.count) stories, placed in "
                + "\(placing / max(1, articles)) each"
        ]
        var sizes: [Int: Int] = [:]
        for members in stories.values { sizes[members.count, default: 0] += 1 }
        lines.append(
            "stories by articles: "
                + sizes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
                .joined(separator: ", "))
        for (name, found) in pairs.sorted(by: { $0.key < $1.key }) {
            let share = Double(found.shared) / Double(max(1, found.pairs))
            lines.append(
                "pairs \(name): \(found.shared) of \(found.pairs) share a story "
                    + "(\(share.roundedToTenThousandths))")
        }
        return lines
    }
}

extension StoryTie {
    /// What the comparison of two texts of a corpus says of their stories.
    fileprivate init(_ match: CorpusIndex.Match, story: StoryNumber) {
        let kind: Kind =
            switch match.kind {
            case .exactCopyOf, .nearDuplicateOf: .copy
            case .contains, .containedIn: .contains
            case .updates: .update
            case .reuses: .reuses
            }
        self.init(
            story: story, kind: kind, coverageHere: match.comparison.coverageB,
            coverageThere: match.comparison.coverageA)
    }
}
