import ArticleExtraction
import Testing

struct HostileTextTests {
    /// Texts of `count` bytes about, each bad for some way to read a page.
    private static func texts(_ count: Int) -> [String] {
        [
            "\u{A0}", "\n", "\r", "a\n", "a\u{A0}\u{A0}\u{A0}", "كلمة\u{A0}\u{A0}\u{A0}\u{A0}",
            "خبر عاجل من المدينة\u{A0}\u{A0}\u{A0}\u{A0}", "- ", "2014-03-08 ", "8 مارس 2014\n",
            "نشر في ", "نشر في أخبارنا يوم 8 مارس 2014\n", "شكرا على الإبلاغ!\n", "فيسبوك تويتر\n",
            "و م ع\n", "[", "{", "{\"a\":", "\"", "[{},", "<rss><item>", "<item>", "<", "<a ", "&",
            "\u{200F}", "\u{64B}", "|", " | ", "//", "اقرأ أيضا\nخبر عاجل من المدينة اليوم\n",
        ].map { String(repeating: $0, count: count / $0.utf8.count) }
    }

    // Linear, each takes seconds even without optimization; quadratic, hours: the limit only says
    // which text hangs.
    @Test(.timeLimit(.minutes(10)), arguments: texts(131_072))
    func `a hostile text of any kind is read to its end`(text: String) {
        let raw = RawArticle(header: ArticleHeader(), body: Array(("خبر " + text).utf8))
        let articles = (try? ArticleExtractor().extract(raw))?.articles ?? []
        #expect(articles.allSatisfy { $0.wordCount > 0 })
    }

    @Test(arguments: ["خبر\n", "خبر ثان\n\n", "<p>خبر</p>"])
    func `lines without end make one last paragraph`(line: String) throws {
        let body = Array(String(repeating: line, count: 21_000).utf8)
        let article = try ArticleExtractor().extract(
            RawArticle(header: ArticleHeader(), body: body)
        ).articles[0]
        #expect(article.paragraphs.count == 20_000)
        #expect(article.wordCount >= 21_000)
        let scalars = article.body.unicodeScalars
        #expect(article.paragraphs.last?.end == scalars.count)
        let last = article.paragraphs[19_999]
        let start = scalars.index(scalars.startIndex, offsetBy: last.start)
        #expect(scalars[start..<scalars.endIndex].split(separator: " ").count >= 1_001)
        #expect(!scalars[start..<scalars.endIndex].contains("\n"))
    }

    @Test
    func `every input gives an article with words or an error`() {
        var random = SeededGenerator(seed: 5)
        let pieces = Self.texts(40) + ["<p>نص</p>", "خبر", "\u{0}", "\u{FFFD}", "😀", "\u{1F}"]
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0..<9, using: &random) {
                text += pieces.randomElement(using: &random) ?? ""
            }
            let raw = RawArticle(header: ArticleHeader(), body: Array(text.utf8))
            guard let extraction = try? ArticleExtractor().extract(raw) else { continue }
            for article in extraction.articles {
                #expect(article.wordCount > 0 && !article.paragraphs.isEmpty)
                #expect(article.paragraphs.last?.end == article.body.unicodeScalars.count)
                let places = article.zones.map { $0.rawStart..<$0.rawEnd }
                #expect(
                    zip(places, places.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
            }
        }
    }
}
