import ArabicDates
import ArticleExtraction
import Testing

struct JSONItemTests {
    private let item = """
        {"title": "عنوان الخبر", "url": "https://news.example.sa/1", \
        "published_at": "2015-08-08 06:30:06", "author": ["سعاد", "أحمد"], "site_name": "الوسط", \
        "text": "فقرة أولى من النص R&D الطويل الذي يجب أن يظهر.\\nفقرة ثانية كاملة هنا من النص.", \
        "image_url": "https://news.example.sa/y.jpg"}
        """

    private func articles(_ text: String) throws -> [CleanArticle] {
        try ArticleExtractor().extract(
            RawArticle(header: ArticleHeader(), body: Array(text.utf8))
        ).articles
    }

    @Test
    func `a scraped item in JSON gives its fields and its paragraphs`() throws {
        let article = try #require(try articles(item).first)
        #expect(article.item == nil)
        #expect(article.title?.value == "عنوان الخبر")
        #expect(article.byline?.value == "سعاد، أحمد")
        #expect(article.publisher?.value == "الوسط")
        #expect(article.canonicalURL == "https://news.example.sa/1")
        #expect(article.published?.date.description == "2015-08-08")
        #expect(article.published?.secondOfDay == 23_406)
        #expect(article.published?.timeZone == "Asia/Riyadh")
        #expect(article.images == [ImageReference(url: "https://news.example.sa/y.jpg")])
        #expect(
            article.body
                == "فقرة أولى من النص R&D الطويل الذي يجب أن يظهر.\n\nفقرة ثانية كاملة هنا من النص."
        )
    }

    @Test
    func `objects in an array and line by line are items with their bytes`() throws {
        let second = item.replacing("/1\"", with: "/2\"")
        for text in [
            "[\(item),\n \(second)]", "\(item)\n\(second)", "{\"items\": [\(item), \(second)]}",
        ] {
            let articles = try articles(text)
            #expect(
                articles.map { $0.item?.identity } == [
                    "https://news.example.sa/1", "https://news.example.sa/2",
                ])
            let bytes = Array(text.utf8)
            let ranges = try articles.map { try #require($0.item).byteRange }
            #expect(ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == [item, second])
        }
    }

    @Test
    func `HTML in a value is read as HTML`() throws {
        let text = "{\"id\": \"7\", \"content_html\": \"<p>فقرة أولى من النص.</p><p>وثانية.</p>\"}"
        #expect(try articles(text).first?.body == "فقرة أولى من النص.\n\nوثانية.")
    }

    @Test(arguments: ["{ليس جيسون", "{\"a\": 1}", "[1, 2]"])
    func `what only looks like JSON is text`(text: String) throws {
        #expect(try articles(text).first?.body == text)
    }

    @Test(arguments: ["{", "[", "{}", "[[]]", "\"", "...", "[{]}"])
    func `signs without a word are refused as empty`(text: String) {
        #expect(throws: ExtractionError.empty) { try articles(text) }
    }
}
