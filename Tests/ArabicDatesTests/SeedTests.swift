import Testing

@testable import ArabicDates

struct SeedTests {
    private let parser = DateParser()

    /// One judged time of a seed.
    private struct Judged {
        let columns: [String]
        var file: String { columns[0] }
        var start: Int { Int(columns[1]) ?? -1 }
        var end: Int { Int(columns[2]) ?? -1 }
        var isOptional: Bool { columns[9] == "optional" }
        /// Everything compared, as one line.
        var line: String { columns[1...7].joined(separator: " ") }
    }

    @Test(arguments: [
        (file: "seed-000.txt", anchor: (2014, 3, 8)), (file: "seed-001.txt", anchor: (2014, 3, 8)),
        (file: "seed-000-ticker.txt", anchor: (2024, 12, 19)),
    ])
    func `the times of the seeds are those judged`(file: String, anchor: (Int, Int, Int)) throws {
        let judged = try Fixture.lines("seed-times.tsv")
            .map {
                Judged(
                    columns: $0.split(separator: "\t", omittingEmptySubsequences: false).map(
                        String.init))
            }
            .filter { $0.file == file && !$0.isOptional }
        let day = CivilDate(year: anchor.0, month: anchor.1, day: anchor.2)
        let found = parser.expressions(in: try Fixture.text(file), anchor: day)
        #expect(!judged.isEmpty)
        #expect(found.count == judged.count)
        for (expression, gold) in zip(found, judged) {
            #expect(expression.start == gold.start)
            #expect(expression.end == gold.end)
            #expect(expression.type.rawValue == gold.columns[3])
            #expect(expression.value == gold.columns[4])
            #expect((expression.mod?.rawValue ?? "") == gold.columns[7])
            if !gold.columns[5].isEmpty {
                #expect(expression.from?.description == gold.columns[5])
                #expect(expression.to?.description == gold.columns[6])
            }
            if !gold.columns[8].isEmpty { #expect(expression.standalone == gold.columns[8]) }
        }
    }

    @Test func `without an anchor the second seed keeps its unknown year`() throws {
        let found = parser.expressions(in: try Fixture.text("seed-001.txt"), anchor: nil)
        #expect(
            found.map(\.value) == [
                "XXXX-03-06/XXXX-03-07", "XXXX-11", "XXXX-11", "2013-04",
            ])
        #expect(found.allSatisfy { !$0.anchored && $0.standalone == nil })
    }
}
