import Foundation
import Testing

/// What a newcomer sees.
struct DemoTests {
    @Test(arguments: [60, 80, 120])
    func `the demo shows every input and what came of it, within the width`(width: Int) throws {
        let result = try BuiltProgram.run(
            "warraq", ["demo"], environment: ["COLUMNS": "\(width)"])
        #expect(result.status == 0)
        #expect(result.errors == "")
        let wide = result.lines.filter { line in
            // A path is not broken.
            !line.contains("/") && line.unicodeScalars.count { !$0.properties.isDiacritic } > width
        }
        #expect(wide == [])
        #expect(!result.output.contains("\u{1B}"), "no control characters off a terminal")
        let summary = result.lines.drop { $0 != "In short" }.dropFirst().prefix {
            $0.hasPrefix("  ")
        }
        #expect(
            summary == [
                "  the communiqué: new", "  the page: new", "  the copy: duplicate",
                "  the radio's page: new", "  the news item: new",
                "  the changed item: duplicate", "  the file: refused",
            ])
        #expect(
            result.output.contains("الندوة المغربية الاسبانية الثانية في مجال الأمن"),
            "the title of the aggregator's article")
        #expect(result.output.contains("2014-03-08, the page says «08 - 03 - 2014»"))
    }
}
