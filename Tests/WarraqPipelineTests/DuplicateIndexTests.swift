import Testing
import WarraqCore
import WarraqPipeline
import WarraqTesting

/// The duplicate stage over an index that it only knows as a protocol.
struct DuplicateIndexTests {
    private let link = WatchedIndex.Link()

    @Test func `an index out of reach refuses an article and gives its claims back`() async {
        let run = PipelineRun(watchedBy: link)
        run.put(1, ComposedArticle.text(1), url: "https://example.org/1")
        _ = await run.replies.first(1)
        link.failNext(1)
        run.put(2, ComposedArticle.text(1) + "\n", url: "https://example.org/2")
        #expect(await run.outcomes(2) == [.new, nil])
        run.put(2, ComposedArticle.text(1) + "\n", url: "https://example.org/2")
        run.put(3, ComposedArticle.text(2), url: "https://example.org/3")
        #expect(await run.outcomes(4) == [.new, nil, .duplicate, .new])
        #expect(link.rollbacks == 1)
    }

    @Test func `what is remembered stays the same over three windows`() async {
        // 100 articles a window, every second one a copy, each under its own address.
        let window: Int64 = 100 * 60_000
        let run = PipelineRun(windowMilliseconds: window, watchedBy: link)
        for number in 0..<400 {
            let text = ComposedArticle.text(number / 2) + String(repeating: "\n", count: number % 2)
            run.put(
                number, text, url: "https://example.org/\(number)",
                at: 1_800_000_000_000 + Int64(number) * 60_000)
            // One by one, so that none is pending when the next is counted.
            _ = await run.replies.first(number + 1)
        }
        let counts = link.counts
        #expect(counts.count == 400)
        let full = counts[150]
        #expect(full.texts == 50 && full.carriers == 50 && full.addresses == 100)
        for count in counts[150...] {
            #expect(abs(count.texts - full.texts) <= 1)
            #expect(abs(count.carriers - full.carriers) <= 1)
            #expect(abs(count.addresses - full.addresses) <= 1)
            #expect(count.pending <= 6)
        }
    }
}
