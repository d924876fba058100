import NearDuplicates
import Testing

struct SeedArticlesTests {
    let seeds: SeedArticles

    init() throws {
        seeds = try SeedArticles()
    }

    @Test func `the report contains the release`() {
        let comparison = TextComparer.compare(seeds.release, seeds.report)
        #expect(comparison.relation == .contains)
        #expect((comparison.coverageA * 1_000).rounded() >= 810)
        #expect(comparison.coverageB >= 0.36 && comparison.coverageB <= 0.40)
        #expect(comparison.resemblance < 0.5)
    }

    @Test func `the release is contained in the report when it comes second`() {
        let comparison = TextComparer.compare(seeds.report, seeds.release)
        #expect(comparison.relation == .containedIn)
        #expect((comparison.coverageB * 1_000).rounded() >= 810)
    }

    @Test func `five passages are copied and each is the gold's by characters`() throws {
        let copied = TextComparer.compare(seeds.report, seeds.release).passages
            .filter { $0.kind == .copied }
        let gold = seeds.gold.passages.filter { $0.kind == "copied" }
        #expect(copied.count == 5)
        try #require(copied.count == gold.count)
        for (passage, expected) in zip(copied, gold) {
            let inReport = SeedArticles.overlap(
                [passage.aStart..<passage.aEnd], [expected.r000.start..<expected.r000.end])
            let inRelease = SeedArticles.overlap(
                [passage.bStart..<passage.bEnd], [expected.r001.start..<expected.r001.end])
            #expect(inReport >= 0.9)
            #expect(inRelease >= 0.9)
        }
    }

    @Test func `formulaic runs are not told as copied`() {
        let gold = seeds.gold.passages.filter { $0.kind == "formulaic" }
        for passage in TextComparer.compare(seeds.report, seeds.release).passages {
            let isGoldFormula = gold.contains {
                ($0.r000.start..<$0.r000.end).overlaps(passage.aStart..<passage.aEnd)
            }
            #expect((passage.kind == .formulaic) == isGoldFormula)
        }
    }

    @Test func `either finds the other in the index`() {
        for (first, second) in [(seeds.report, seeds.release), (seeds.release, seeds.report)] {
            var index = NearDuplicateIndex()
            let number = index.insert(Fingerprint(of: first), host: 1, at: 0)
            let candidates = index.candidates(for: Fingerprint(of: second), host: 2, at: 1_000)
            #expect(candidates.map(\.number) == [number])
            #expect(candidates.first?.isExactCopy == false)
        }
    }
}
