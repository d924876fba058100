import ArabicDates
import ArabicText
import Testing

@testable import ArticleExtraction

/// `bytes` as decoded text, without the decoder's judgement.
func decodedForTest(_ bytes: [UInt8]) throws -> DecodedText {
    DecodedText(utf8: bytes, encoding: .utf8, evidence: .validUTF8)
}

struct HTMLPartsTests {
    @Test(
        arguments: [
            ("لقجع .. الرجل المناسب", ["لقجع .. الرجل المناسب"], [], "لقجع .. الرجل المناسب", nil),
            ("بنكيران: الحكومة باقية - هسبريس", [], ["هسبريس"], "بنكيران: الحكومة باقية", nil),
            (
                "بنكيران: الحكومة باقية - هسبريس", ["بنكيران: الحكومة باقية"], [],
                "بنكيران: الحكومة باقية", "هسبريس"
            ),
            ("المغرب – الجزائر: تعادل سلبي", [], [], nil, nil),
            ("خبر أول | أخبار | الموقع", ["خبر أول"], [], "خبر أول", "الموقع"),
            ("خبر .. وخبر", [], ["وخبر"], nil, nil),
        ] as [(String, [String], [String], String?, String?)])
    func `a title is cut only where the page proves its end`(
        title: String, headlines: [String], names: [String], headline: String?, suffix: String?
    ) {
        let parts = HTMLTitleSuffix.split(title, headlines: headlines, siteNames: names)
        if let headline, headline != title {
            #expect(parts?.headline == headline)
            #expect(parts?.suffix == suffix)
        } else {
            #expect(parts == nil)
        }
    }

    @Test func `JSON-LD is read as pages write it`() throws {
        let json = """
            <!-- --> {"@context":"x","@graph":[{"@type":"WebSite","@id":"#s","name":"موقع"},
            {"@type":["NewsArticle","Thing"],"headline":"خبر \\"مهم\\" \\u0639
            جدا","author":[{"@id":"#p"},{"name":"ليلى"}],"publisher":{"@id":"#s"},
            "datePublished":"2014-03-08T10:00:00Z","image":{"url":"https://a.example/i.jpg"},},
            {"@type":"Person","@id":"#p","name":"عمر"}]}
            """
        let values = LinkedDataValue.read(Array(json.utf8).span)
        let article = try #require(LinkedArticle(values))
        #expect(article.headline == "خبر \"مهم\" ع\nجدا")
        #expect(article.authors == ["عمر", "ليلى"])
        #expect(article.publisher == "موقع")
        #expect(article.published == "2014-03-08T10:00:00Z")
        #expect(article.images == ["https://a.example/i.jpg"])
    }

    @Test(
        arguments: [
            ("/a/b.jpg", "https://x.example/c/d?e=/f", "https://x.example/a/b.jpg"),
            ("b.jpg", "https://x.example/c/d?e=/f", "https://x.example/c/b.jpg"),
            ("//y.example/b", "http://x.example", "http://y.example/b"),
            ("https://y.example/b", nil, "https://y.example/b"),
            ("data:image/png;base64,AA", "https://x.example/", nil),
            ("b.jpg", nil, nil),
        ] as [(String, String?, String?)])
    func `addresses become absolute`(address: String, base: String?, resolved: String?) {
        #expect(WebAddress.resolved(address, against: base) == resolved)
    }

    @Test(
        arguments: [
            ("td-post-content tagdiv-type", [.body, .article] as HTMLRoles),
            ("no-sidebar", []),
            ("articleBody", [.article, .body]),
            ("article__comments", [.article, .comments]),
            ("site-footer", [.footer]),
        ] as [(String, HTMLRoles)])
    func `the words of a class give roles`(words: String, roles: HTMLRoles) {
        let bytes = Array(words.utf8)
        #expect(bytes.withUnsafeBufferPointer { HTMLRoles(words: $0) } == roles)
    }

    @Test(arguments: [
        ("سطر أول.\nسطر ثان.\n\nسطر ثالث", ["سطر أول.", "سطر ثان.", "سطر ثالث"]),
        ("<p>فقرة &amp; أخرى</p><p>ثانية<br>تتمة</p>", ["فقرة & أخرى", "ثانية تتمة"]),
        ("<p>أولى.<br>ثانية.<br/><br/>ثالثة</p>", ["أولى.", "ثانية.", "ثالثة"]),
        ("<div>قبل<blockquote>قول</blockquote>بعد</div>", ["قبل", "قول", "بعد"]),
        (
            "<p>نص الخبر كاملا.</p><p>The post <a href=x>خبر</a> appeared first on <a>م</a>.</p>",
            ["نص الخبر كاملا."]
        ),
    ])
    func `a fragment becomes its paragraphs`(html: String, paragraphs: [String]) {
        let fragment = HTMLExtractor().fragment(Array(html.utf8), baseURL: nil)
        #expect(fragment.paragraphs.map { String(decoding: $0, as: UTF8.self) } == paragraphs)
    }

    @Test func `pictures of a fragment come with their captions`() {
        let html = """
            <p>نص</p><figure><img src="/i.jpg"><figcaption>صورة الحفل</figcaption></figure>
            <img src="data:image/gif;base64,R0"><img data-src="https://b.example/2.jpg" src="x.gif">
            """
        let fragment = HTMLExtractor().fragment(Array(html.utf8), baseURL: "https://a.example/n")
        #expect(
            fragment.images == [
                ImageReference(url: "https://a.example/i.jpg", caption: "صورة الحفل"),
                ImageReference(url: "https://b.example/2.jpg"),
            ])
        #expect(fragment.paragraphs.count == 1)
    }

    @Test func `text in JSON-LD stands in where scripts fill the page`() throws {
        let text = "قال الوزير إن المشروع سيبدأ قريبا. وأضاف أن التمويل متوفر بالكامل منذ أشهر."
        let page = """
            <html><head><title>خبر الوزير</title><script type="application/ld+json">
            {"@type":"NewsArticle","headline":"خبر الوزير","articleBody":"\(text)"}</script></head>
            <body><div id="app">جار التحميل</div></body></html>
            """
        let clean = try extractHTML(page)
        #expect(clean.body == text)
        #expect(clean.title?.value == "خبر الوزير")
    }

    @Test func `a date is claimed only with evidence`() throws {
        let text = "<p>وقع الحادث في أبريل 2013 بعد سنة 2012 الصعبة على الجميع في هذه المنطقة.</p>"
        let none = try extractHTML("<html><body><h1>عنوان الخبر الأول</h1>\(text)</body></html>")
        #expect(none.published == nil)
        let line = try extractHTML(
            "<html><body><h1>عنوان الخبر الأول</h1><div>الأربعاء 12 مارس 2014 - 10:35</div>"
                + "\(text)</body></html>")
        #expect(line.published?.evidence == .publicationLine)
        #expect(line.published?.date.description == "2014-03-12")
        #expect(line.published?.secondOfDay == 38_100)
        let default1970 = try extractHTML(
            "<html><head><meta property='article:published_time' content='1970-01-01T00:00:00Z'>"
                + "</head><body><h1>عنوان الخبر الأول</h1>\(text)</body></html>")
        #expect(default1970.published == nil)
    }

    @Test func `zones lie in order and do not overlap`() throws {
        let article = HTMLFixtureArticle.all[0]
        let page = HTMLPageComposer.portal.page(article, Array(HTMLFixtureArticle.all[1...6]))
        let clean = try extractHTML(page)
        #expect(clean.zones.contains { $0.kind == .headline })
        #expect(clean.zones.contains { $0.kind == .comments })
        #expect(clean.zones.contains { $0.kind == .caption })
        for (zone, next) in zip(clean.zones, clean.zones.dropFirst()) {
            #expect(zone.rawStart < zone.rawEnd && zone.rawEnd <= next.rawStart)
        }
        #expect(clean.removals.contains { $0.reason == .comments })
        #expect(clean.images.first?.caption == "صورة من الأرشيف")
    }
}

struct HTMLPhrasesTests {
    @Test(arguments: [
        ("يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك.", true),
        ("We use cookies to give you the best experience.", true),
        ("Google will stop supporting cookies in its browser next year, it said.", false),
        ("قالت الشركة إن ملفات تعريف الارتباط ستختفي من متصفحها.", false),
    ])
    func `only a notice about its own cookies is the site's`(text: String, isNotice: Bool) {
        #expect(HTMLPhrases.isSiteNotice(Array(text.utf8).span) == isNotice)
    }

    @Test(
        arguments: [
            ("التعليقات (12)", Removal.Reason.comments), ("شارك الخبر:", .shareBar),
            ("مواضيع ذات صلة", .relatedLinks), ("شارك الوزير في الاجتماع", nil),
        ] as [(String, Removal.Reason?)])
    func `a line is a label only as a whole`(line: String, reason: Removal.Reason?) {
        #expect(HTMLPhrases.label(Array(line.utf8).span) == reason)
    }

    @Test func `a class that says what the article has does not cut it`() throws {
        let text = "<p>قال مصدر مسؤول إن الأشغال انتهت في الموعد المحدد لها من قبل الوزارة.</p>"
        let clean = try extractHTML(
            "<body><div class='node comments related-on'><h1>انتهاء الأشغال في الموعد</h1>"
                + text + text.replacing("الأشغال", with: "الأعمال") + "</div></body>")
        #expect(clean.paragraphs.count == 2)
        #expect(clean.quality == .good)
    }
}

struct HTMLFactsTests {
    @Test(
        arguments: [
            ("By TOM KRISHER, AP Auto Writer", "TOM KRISHER, AP Auto Writer"),
            ("بقلم: أحمد العلوي", "أحمد العلوي"), ("سعاد الكاتب", "سعاد الكاتب"), ("admin", nil),
            ("https://www.facebook.com/x", nil),
        ] as [(String, String?)])
    func `an author is named without words around the name`(content: String, name: String?) throws {
        let clean = try extractHTML(
            "<head><meta name=author content='\(content)'></head><body><p>نص الخبر هنا.</p></body>")
        #expect(clean.byline?.value == name)
    }

    @Test func `pictures of the site are not the article's`() throws {
        let clean = try extractHTML(
            "<head><meta property=og:image content='https://a.example/logo.png'></head><body>"
                + "<h1>عنوان الخبر الكامل</h1><p><img src='https://a.example/silicon.jpg'>"
                + "نص الخبر هنا كاملا لا ينقصه شيء.</p></body>")
        #expect(clean.images.map(\.url) == ["https://a.example/silicon.jpg"])
    }
}
