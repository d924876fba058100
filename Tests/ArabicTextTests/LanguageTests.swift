import ArabicText
import Foundation
import Testing

struct LanguageTests {
    private struct Line {
        let variety: String
        let text: String
    }

    private static func lines() throws -> [Line] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures")
        let table = try String(contentsOf: folder.appending(path: "languages.tsv"), encoding: .utf8)
        return table.split(separator: "\n").compactMap { row in
            let fields = row.split(separator: "\t", maxSplits: 1).map(String.init)
            return fields.count == 2 ? Line(variety: fields[0], text: fields[1]) : nil
        }
    }

    @Test func `98 of 100 lines get their variety, and no other language is called Arabic`() throws
    {
        let lines = try Self.lines()
        #expect(lines.count >= 200)
        var misses: [String] = []
        for line in lines {
            let found = LanguageIdentifier.identify(Array(line.text.utf8))
            let isArabic = line.variety.hasPrefix("ar")
            #expect(isArabic || found.tag != "ar", "\(line.text)")
            if found.variety != line.variety {
                misses.append("\(line.variety) as \(found.variety): \(line.text)")
            }
        }
        #expect(misses.count * 50 <= lines.count, "\(misses.joined(separator: "\n"))")
    }

    @Test(arguments: ["", "   ", "12 / 2014", "محمد", "Wydad", "中文新闻", "Привет мир"])
    func `what tells nothing has no language`(text: String) {
        #expect(LanguageIdentifier.identify(Array(text.utf8)) == .unknown)
    }

    @Test func `an Arabic article may quote other languages`() {
        let text =
            "قال الوزير إن الشركة (Office Chérifien des Phosphates) وقعت العقد في أكادير، وأضاف أن گلميم تستفيد"
        let found = LanguageIdentifier.identify(Array(text.utf8))
        #expect(found.tag == "ar")
        #expect(found.variety == "ar")
    }
}
