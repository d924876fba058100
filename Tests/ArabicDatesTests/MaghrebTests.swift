import Testing

@testable import ArabicDates

struct MaghrebTests {
    private let parser = DateParser()

    @Test func `Moroccan and Maghrebi news is read, and nothing else in it`() throws {
        let rows = try Fixture.lines("maghreb.tsv")
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        #expect(rows.count >= 300)
        var misses: [String] = []
        for row in rows {
            let anchor = try #require(InternetDate.parse(row[0])).date
            let found = parser.expressions(in: row[1], anchor: anchor)
            let values = found.map(\.value).joined(separator: ";")
            if values != row[2] { misses.append("\(row[1]) | \(row[2]) | \(values)") }
        }
        print("maghreb: \(rows.count - misses.count) of \(rows.count) exact; misses:")
        for miss in misses { print("  \(miss)") }
        #expect(Double(misses.count) <= 0.01 * Double(rows.count))
    }
}
