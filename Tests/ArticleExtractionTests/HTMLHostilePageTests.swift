import ArabicText
import Testing

@testable import ArticleExtraction

struct HTMLHostilePageTests {
    private static let paragraph =
        "<p>قال مصدر مسؤول إن الأشغال انتهت في الموعد المحدد، وإن الطريق ستفتح أمام المواطنين غدا.</p>"

    // Where a bound is missing, it takes hours: the limit only says which page hangs.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            String(repeating: "<div>", count: 100_000),
            String(repeating: "<b>", count: 200_000) + String(repeating: "</i>", count: 200_000),
            String(repeating: "<table><tr><td>", count: 40_000),
            String(repeating: "<p><a href=x>", count: 100_000),
            "<a " + (0..<100_000).map { "a\($0)=1 " }.joined() + ">",
            String(repeating: "&#x41;", count: 300_000),
            String(repeating: "&zzzz", count: 300_000),
            String(repeating: "<!--", count: 300_000),
            String(repeating: "</p>", count: 300_000),
            String(repeating: "<", count: 1_000_000),
            "<script type=application/ld+json>" + String(repeating: "[", count: 500_000)
                + "</script>",
            "<script>" + String(repeating: "</scrip", count: 200_000),
            String(repeating: "<h1><a href=x>عنوان طويل للخبر في الصفحة</a></h1>", count: 20_000),
            String(repeating: "<font color=red>", count: 100_000),
            String(repeating: "\u{0}", count: 300_000),
        ])
    func `a hostile page ends and keeps the text before it`(hostile: String) throws {
        let text = try decodedForTest(Array(("<html><body>" + Self.paragraph + hostile).utf8))
        let clean = try HTMLExtractor().extract(text, header: ArticleHeader())
        #expect(clean.body.contains("قال مصدر مسؤول"))
    }

    @Test func `NUL ends nothing`() throws {
        let clean = try extractHTML("<body><p>قبل\u{0}</p>\u{0}" + Self.paragraph + "</body>")
        #expect(clean.body.contains("أمام المواطنين غدا."))
    }

    @Test func `a page deeper than any real one is marked as cut`() throws {
        let deep = String(repeating: "<div>", count: 2000)
        let clean = try extractHTML("<body>" + Self.paragraph + deep)
        #expect(clean.quality == .low([.truncated]))
    }

    @Test func `depth 300 is read to its end`() throws {
        let deep = String(repeating: "<div>", count: 300)
        let clean = try extractHTML("<body>" + deep + Self.paragraph)
        #expect(clean.body.hasPrefix("قال مصدر مسؤول"))
        #expect(clean.quality == .good)
    }

    @Test(arguments: ["", "<html></html>", "<html><body><script>var a;</script></body></html>"])
    func `a page without text is refused`(page: String) {
        let text = Array(page.utf8)
        #expect(throws: ExtractionError.empty) {
            let decoded = try decodedForTest(text)
            _ = try HTMLExtractor().extract(decoded, header: ArticleHeader())
        }
    }

    @Test func `few words are marked`() throws {
        let clean = try extractHTML("<html><body><p>خبر عاجل.</p></body></html>")
        #expect(clean.body == "خبر عاجل.")
        guard case .low(let doubts) = clean.quality else {
            Issue.record("the quality is good")
            return
        }
        #expect(doubts.contains(.littleText))
    }
}
