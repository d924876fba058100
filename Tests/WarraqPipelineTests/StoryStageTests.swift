import Foundation
import JSONReading
import Testing
import WarraqCore
import WarraqPipeline
import WarraqTesting

/// Stories through the whole pipeline.
struct StoryStageTests {
    private let run = PipelineRun()

    /// The two seeds: a communiqué, and a page of the day after with most of it.
    private static func seed(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(
            contentsOf: folder.appending(path: "NewsEnrichmentTests/Fixtures/seed-\(name).txt"),
            encoding: .utf8)
    }

    /// What a record says of its story.
    private struct Said: Equatable {
        let id: String?
        let articles: Int?
        let independent: Int?
    }

    private func said(by article: StoredArticle) throws -> Said {
        let story = try JSONDocument(article.record.json).root["enrichment"]?["story"]
        return Said(
            id: story?["id"]?.string, articles: story?["articleCount"]?.integer.map { Int($0) },
            independent: story?["independentCount"]?.integer.map { Int($0) })
    }

    @Test(arguments: [["000", "001"], ["001", "000"]])
    func `two texts with most of their words in common are one story, in either order`(
        names: [String]
    ) async throws {
        let first = run.put(1, try Self.seed(names[0]))
        let second = run.put(2, try Self.seed(names[1]))
        _ = await run.outcomes(2)
        let stored = run.journal.stored
        let id = StoryID(first: first).description
        #expect(try said(by: stored[0]) == Said(id: id, articles: 1, independent: 1))
        #expect(try said(by: stored[1]) == Said(id: id, articles: 2, independent: 1))
        let record = try JSONDocument(stored[1].record.json).root
        let relations = Array(try #require(record["enrichment"]?["relations"]).elements)
        #expect(relations.map { $0["to"]?.string } == [first.description])
        #expect(relations.map { $0["story"]?.string } == ["sameStory"])
        // The relation says it: one association is enough.
        #expect(Array(try #require(record["associations"]).elements).count == 1)
        #expect(stored[1].record.uri == second)
    }

    @Test func `a copy counts in its original's story`() async throws {
        let text = ComposedArticle.text(1)
        let first = run.put(1, text)
        run.put(2, text + "\n")
        #expect(await run.outcomes(2) == [.new, .duplicate])
        let id = StoryID(first: first).description
        #expect(
            try said(by: run.journal.stored[1]) == Said(id: id, articles: 2, independent: 1))
        #expect(run.journal.stored.map { $0.story?.story.description } == [id, id])
    }

    @Test func `what a failed commit undoes counts in no story`() async throws {
        let text = ComposedArticle.text(1)
        run.journal.failNext([.full("no room")])
        run.put(1, text)
        #expect(await run.outcomes(1) == [nil])
        let again = run.put(2, text + " ")
        run.put(3, text + "\n")
        #expect(await run.outcomes(3).dropFirst() == [.new, .duplicate])
        let id = StoryID(first: again).description
        #expect(
            try run.journal.stored.map { try said(by: $0) } == [
                Said(id: id, articles: 1, independent: 1),
                Said(id: id, articles: 2, independent: 1),
            ])
    }

    @Test func `a story goes on after a restart under the same name`() async throws {
        let first = run.put(1, try Self.seed("001"))
        _ = await run.outcomes(1)
        let later = PipelineRun(stories: run.journal.stored.compactMap(\.story))
        // The words are no longer known as copied here: the index of texts is empty.
        let again = later.put(1, try Self.seed("001") + "\n\n" + ComposedArticle.text(3))
        _ = await later.outcomes(1)
        let story = try said(by: later.journal.stored[0])
        #expect(story.id == StoryID(first: first).description)
        #expect(story.articles == 2)
        let record = try JSONDocument(later.journal.stored[0].record.json).root
        let associations = Array(try #require(record["associations"]).elements)
        #expect(associations.map { $0["rel"]?.string } == ["sameStory"])
        #expect(associations.map { $0["uri"]?.string } == [first.description])
        #expect(later.journal.stored[0].record.uri == again)
    }

    @Test func `other news is another story`() async throws {
        let first = run.put(1, ComposedArticle.text(1))
        let second = run.put(2, try Self.seed("000"))
        _ = await run.outcomes(2)
        #expect(
            run.journal.stored.map { $0.story?.story } == [
                StoryID(first: first), StoryID(first: second),
            ])
    }
}
