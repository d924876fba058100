import ArabicDates
import ArticleExtraction
import Foundation
import Testing

struct FeedTests {
    private func articles(_ bytes: [UInt8], _ header: ArticleHeader = ArticleHeader()) throws
        -> [CleanArticle]
    {
        try ArticleExtractor().extract(RawArticle(header: header, body: bytes)).articles
    }

    @Test
    func `each item of a feed is an article of its own`() throws {
        let articles = try articles(try Fixture.bytes("feed.xml"))
        #expect(
            articles.map { $0.item?.identity } == [
                "https://news.example/a?x=1&y=2", "https://news.example/2", "",
            ])
        let first = articles[0]
        #expect(first.title?.value == "عنوان الخبر الأول & التفاصيل")
        #expect(first.byline?.value == "أحمد العلوي")
        #expect(first.section == "سياسة")
        #expect(first.publisher?.value == "صوت الناس")
        #expect(first.published?.date.description == "2014-03-08")
        #expect(first.published?.secondOfDay == 38_100)
        #expect(first.published?.utcOffsetSeconds == 0)
        #expect(first.images == [ImageReference(url: "https://news.example/a.jpg")])
        #expect(
            first.body == """
                اختتمت اليوم الجمعة بمراكش أشغال الدورة الثانية للندوة العلمية.

                واتفق المشاركون في هذه الندوة على أهمية تنظيم اجتماعات سنوية.
                """)
        #expect(
            articles[1].body == """
                فقرة أولى من النص الطويل الذي يجب أن يظهر كاملا هنا.

                فقرة ثانية هنا.
                """)
        #expect(articles[1].images == [ImageReference(url: "https://news.example/i.jpg")])
        #expect(articles[2].quality == .low([.fallback, .littleText]))
    }

    @Test(arguments: ["UTF-8", "UTF-8 with BOM", "windows-1256", "UTF-16"])
    func `an item's bytes are those of the payload as received`(charset: String) throws {
        let text = String(decoding: try Fixture.bytes("feed.xml"), as: UTF8.self)
        let bytes: [UInt8]
        switch charset {
        case "UTF-8 with BOM": bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case "windows-1256": bytes = try #require(windows1256(text))
        case "UTF-16":
            bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        default: bytes = Array(text.utf8)
        }
        let articles = try articles(bytes)
        #expect(articles.count == 3)
        let wide = charset == "UTF-16"
        let opening = wide ? "<item>".utf16.flatMap { [UInt8($0), 0] } : Array("<item>".utf8)
        let closing = wide ? "</item>".utf16.flatMap { [UInt8($0), 0] } : Array("</item>".utf8)
        for article in articles {
            let range = try #require(article.item?.byteRange)
            #expect(bytes[range].starts(with: opening))
            #expect(bytes[range].suffix(closing.count) == closing[...])
        }
        #expect(articles[0].title?.value == "عنوان الخبر الأول & التفاصيل")
    }

    @Test
    func `an Atom entry gives its alternate link and the text of its markup`() throws {
        let atom = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>الجريدة</title><entry>
            <title type="html">خبر &lt;b&gt;عاجل&lt;/b&gt;</title><link rel="self" href="s"/>
            <link rel="alternate" href="https://news.example/1"/><id>tag:1</id>
            <published>2020-01-02T03:04:05Z</published><updated>2020-01-03T03:04:05+03:00</updated>
            <author><name>سعاد</name></author><content type="xhtml"><div><p>نص المقال الأول في هذه \
            التغذية وهو طويل بما يكفي ليقرأ.</p><p>نص &amp; ثان.</p></div></content></entry></feed>
            """
        let article = try #require(try articles(Array(atom.utf8)).first)
        #expect(article.title?.value == "خبر عاجل")
        #expect(article.item?.url == "https://news.example/1")
        #expect(article.byline?.value == "سعاد")
        #expect(article.published?.date.description == "2020-01-02")
        #expect(article.modified?.utcOffsetSeconds == 10_800)
        #expect(
            article.body
                == "نص المقال الأول في هذه التغذية وهو طويل بما يكفي ليقرأ.\n\nنص & ثان.")
    }

    @Test(arguments: [
        "<rss>", "<rss><channel><item>", "<rss><item><title>", "<rss><item><![CDATA[",
        "<rss><item></item></rss>", "<feed><entry><content type='xhtml'><div>",
    ])
    func `a feed without any text is refused as empty`(text: String) {
        #expect(throws: ExtractionError.empty) { try articles(Array(text.utf8)) }
    }

    @Test(arguments: [
        (start: "<rss><channel>", item: "<item><title>خبر</title></item>", end: "</channel></rss>"),
        (start: "[", item: "{\"content\":\"خبر\"},", end: "{\"content\":\"آخر\"}]"),
    ])
    func `a payload of more articles than are taken is refused whole`(
        start: String, item: String, end: String
    ) throws {
        func payload(_ count: Int) -> [UInt8] {
            Array((start + String(repeating: item, count: count) + end).utf8)
        }
        #expect(throws: ExtractionError.tooManyItems(limit: 5_000)) { try articles(payload(5_001)) }
        #expect(try articles(payload(4_999)).count >= 4_999)
    }

    @Test
    func `a broken item does not take the next with it`() throws {
        let feed = """
            <rss><channel><item><title>أول خبر في التغذية</title><description>نص <b>مكسور</item>
            <item><title>ثاني خبر في التغذية</title><description>نص سليم</description></item></rss>
            """
        let articles = try articles(Array(feed.utf8))
        #expect(articles.map { $0.title?.value } == ["أول خبر في التغذية", "ثاني خبر في التغذية"])
    }

    /// The text in windows-1256, if it fits.
    private func windows1256(_ text: String) -> [UInt8]? {
        // kCFStringEncodingWindowsArabic, as Foundation numbers encodings of CoreFoundation.
        text.replacing("UTF-8", with: "windows-1256")
            .data(using: String.Encoding(rawValue: 0x8000_0506)).map { [UInt8]($0) }
    }
}
