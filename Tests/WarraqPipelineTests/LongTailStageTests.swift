import Foundation
import NearDuplicates
import Testing
import WarraqCore
import WarraqPipeline
import WarraqTesting

/// Copies of texts that left the window, found by what is remembered of them on disk.
struct LongTailStageTests {
    private static let hour: Int64 = 3_600_000
    private static let start: Int64 = 1_800_000_000_000

    private let directory =
        FileManager.default.temporaryDirectory.path + "/tail-\(UUID().uuidString)"
    private let text = ComposedArticle.text(1)

    @Test func `a copy of what left the window is a copy still`() async throws {
        let run = try self.run()
        let first = run.put(1, text, at: Self.start)
        _ = await run.replies.first(1)
        // Enough in between for several segments on disk.
        for number in 2...50 {
            run.put(number, ComposedArticle.text(number), at: Self.start + Self.hour)
            _ = await run.replies.first(number)
        }
        let later = Self.start + 20 * Self.hour
        run.put(51, text + "\n", at: later)
        run.put(52, edited(text), at: later)
        run.put(53, ComposedArticle.text(60), at: later)
        #expect(await run.outcomes(53).suffix(3) == [.duplicate, .duplicate, .new])
        let copies = try run.journal.stored.suffix(3).prefix(2).map { try Record($0.record.json) }
        #expect(
            copies.flatMap(\.relations) == [
                [first.description, "exactCopyOf", first.description],
                [first.description, "nearDuplicateOf", first.description],
            ])
        #expect(try Self.segments(in: directory) > 0)
    }

    @Test func `a part of what left the window in another article is not promised`() async throws {
        let run = try self.run()
        run.put(1, text, at: Self.start)
        _ = await run.replies.first(1)
        run.put(
            2, text.prefix(text.count / 4) + ComposedArticle.text(2, sentences: 20),
            at: Self.start + 20 * Self.hour)
        #expect(await run.outcomes(2) == [.new, .new])
        #expect(try Record(run.journal.stored[1].record.json).relations.isEmpty)
    }

    @Test func `what was undone is not remembered`() async throws {
        let run = try self.run()
        run.journal.failNext([.full("no room")])
        run.put(1, text, at: Self.start)
        _ = await run.replies.first(1)
        run.put(2, text + "\n", at: Self.start + 20 * Self.hour)
        #expect(await run.outcomes(2) == [nil, .new])
    }

    @Test func `a tail that cannot be written stops nothing`() async throws {
        let run = try self.run()
        try FileManager.default.removeItem(atPath: directory)
        for number in 1...40 {
            run.put(number, ComposedArticle.text(number), at: Self.start)
            _ = await run.replies.first(number)
        }
        run.put(41, ComposedArticle.text(3) + "\n", at: Self.start + 20 * Self.hour)
        #expect(await run.outcomes(41).last == .duplicate)
    }

    // MARK: Parts

    private func run() throws -> PipelineRun {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true)
        var configuration = LongTailConfiguration()
        configuration.documentsInMemory = 8
        configuration.mergedSegments = 3
        return PipelineRun(
            windowMilliseconds: 10 * Self.hour,
            tail: try LongTail(directory: directory, configuration: configuration))
    }

    private static func segments(in directory: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: directory).count
    }
}
