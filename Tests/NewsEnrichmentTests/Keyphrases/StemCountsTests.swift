import Testing

@testable import NewsEnrichment

struct StemCountsTests {
    private let stems = (0..<100).map { WordHash.of("كلمة\($0)") }

    @Test
    func `a stem is repeated once it was counted twice and often said after that`() {
        var counts = StemCounts()
        let stem = stems[0]
        #expect(!counts.contains(stem))
        counts.add([stem])
        #expect(counts.contains(stem))
        #expect(!counts.isRepeated(stem))
        counts.add([stem])
        #expect(counts.isRepeated(stem))
        #expect(!counts.isOften(stem))
        counts.add([stem])
        #expect(counts.isRepeated(stem))
        #expect(counts.isOften(stem))
    }

    @Test
    func `no stem that was counted is missed and few others are told`() {
        var counts = StemCounts()
        for (index, stem) in stems.enumerated() where index < 80 {
            counts.add([stem])
            if index < 40 { counts.add([stem]) }
        }
        #expect(stems[..<80].allSatisfy(counts.contains))
        #expect(stems[..<40].allSatisfy(counts.isRepeated))
        #expect(stems[80...].count(where: counts.contains) < 3)
        #expect(stems[40...].count(where: counts.isRepeated) < 6)
    }
}
