import Testing

@testable import FuzzEntries

/// What the fuzzers do, without libFuzzer and in seconds: the corpus, and mutations of it.
struct FuzzEntryTests {
    private static let mutations = 1_000
    private static let largestMutation = 1_500

    @Test(arguments: FuzzEntry.allCases)
    func `every promise is kept for the corpus`(entry: FuzzEntry) throws {
        let inputs = try Corpus.inputs(of: entry)
        #expect(inputs.count >= 5)
        for input in inputs {
            #expect(throws: Never.self, "\(entry) \(input.name)") { try entry.check(input.bytes) }
        }
    }

    @Test(arguments: FuzzEntry.allCases)
    func `every promise is kept for mutations of the corpus`(entry: FuzzEntry) throws {
        let corpus = try Corpus.inputs(of: entry).map(\.bytes)
        var mutator = Mutator(seed: 1)
        for number in 0..<Self.mutations {
            let input = mutator.input(corpus, limit: Self.largestMutation)
            #expect(throws: Never.self, "\(entry) mutation \(number): \(input)") {
                try entry.check(input)
            }
        }
    }

    @Test(arguments: [[2..<3, 1..<2], [0..<2, 1..<3], [0..<1, 4..<6], [-1..<1]])
    func `ranges that fall, overlap or leave their bounds break a promise`(ranges: [Range<Int>]) {
        #expect(throws: BrokenPromise.self) { try promiseRising(ranges, in: 0..<5, "ranges") }
    }
}
