import ArabicDates
import ArticleExtraction
import Testing

struct PublicationLineTests {
    private let body = """
        اختتمت بمراكش أشغال الدورة الثانية للندوة العلمية المغربية الاسبانية في مجال الأمن، وذلك \
        بإصدار مجموعة من التوصيات الهادفة الى تعزيز التعاون الثنائي.
        واتفق المشاركون في هذه الندوة على أهمية تنظيم اجتماعات سنوية للجنة الاستراتيجية.
        """
    private let title = "الندوة المغربية الاسبانية الثانية في مجال الأمن"

    @Test(arguments: [
        ("نشر في أخبارنا يوم 08 - 03 - 2014", "أخبارنا", "2014-03-08"),
        ("نشر في اليوم 24 يوم 08 - 03 - 2014", "اليوم 24", "2014-03-08"),
        ("نشر في المغرب اليوم بتاريخ 8 مارس 2014", "المغرب اليوم", "2014-03-08"),
        ("الأربعاء 12 مارس 2014 - 10:35", nil, "2014-03-12"),
        ("آخر تحديث: 12 مارس 2014", nil, "2014-03-12"),
        ("تاريخ النشر: 2014-03-12", nil, "2014-03-12"),
        ("نشر في: رياضة يوم 12 مارس 2014", nil, "2014-03-12"),
        ("مراكش/ 7 مارس 2014/ ومع/", nil, "2014-03-07"),
        ("بقلم: أحمد العلوي - 12 آذار 2014", nil, "2014-03-12"),
    ])
    func `a line of publication gives outlet and day`(
        line: String, publisher: String?, date: String
    ) throws {
        let article = try extract("\(title)\n\(line)\n\n\(body)")
        #expect(article.publisher?.value == publisher)
        #expect(article.published?.date.description == date)
        #expect(article.title?.value == title)
        #expect(article.body == body.replacing("\n", with: "\n\n"))
    }

    @Test
    func `an agency's signs date its text to the minute`() throws {
        let text =
            " الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس\n\(body)\n // انتهى //\n 16:09 ت م \n"
        let article = try extract(text)
        #expect(article.published?.date.description == "2015-08-11")
        #expect(article.published?.secondOfDay == 58_140)
        #expect(article.published?.utcOffsetSeconds == 10_800)
        #expect(article.published?.evidence == .dateline)
        #expect(article.byline?.value == "واس")
        #expect(article.title == nil)
        #expect(article.body == body.replacing("\n", with: "\n\n"))
        #expect(article.zones.map(\.kind) == [.publicationLine, .body, .agencySignature])
    }

    @Test
    func `a dateline inside of a paragraph dates it and stays in it`() throws {
        let text = "مراكش/ 7 مارس 2014/ ومع/ \(body)"
        let article = try extract(text)
        #expect(article.published?.date.description == "2014-03-07")
        #expect(article.published?.text == "7 مارس 2014")
        #expect(article.published?.timeZone == "Africa/Casablanca")
        #expect(article.byline?.value == "ومع")
        #expect(article.body == text.replacing("\n", with: "\n\n"))
    }

    @Test(arguments: [
        "آخر موعد لتقديم الطلبات يوم الخميس 12 مارس 2014 ولن يقبل أي طلب بعد ذلك التاريخ.",
        "وقامت الكلية بتقييد طلبه إلكترونيا بتاريخ 12 مارس 2014، ورقم معاملة 37403.",
        "نشر الموقع يوم 12 مارس 2014 صورا جديدة للمدينة القديمة.",
        "تدور يوم الأحد مقابلات الجولة الأولى وفي ما يلي البرنامج:\nالأحد 12 مارس 2014\nالوداد - الرجاء",
    ])
    func `a date in the text is no date of publication`(line: String) throws {
        let article = try extract("\(body)\n\(line)")
        #expect(article.published == nil)
        #expect(article.body == "\(body)\n\(line)".replacing("\n", with: "\n\n"))
    }

    @Test
    func `the site's clock above a ticker does not date the article`() throws {
        let ticker = (1...9).map { "خبر جديد من أخبار المدينة الكبيرة رقم \($0)" }
            .joined(separator: "    ")
        let article = try extract("الخميس 19 دجنبر 2024\n\(ticker)\n\n\(title)\n\n\(body)")
        #expect(article.published == nil)
        #expect(article.pageHeadlines.count == 9)
        #expect(article.body == body.replacing("\n", with: "\n\n"))
    }

    @Test
    func `the header fills only what the page leaves open`() throws {
        var header = ArticleHeader()
        header.url = "https://www.news.example.ma/1"
        header.title = "عنوان آخر"
        header.source = "مغرس"
        header.publishedAt = "2014-03-09T10:00:00Z"
        header.byline = "سعاد"
        let full = try extract("\(title)\nنشر في أخبارنا يوم 08 - 03 - 2014\n\n\(body)", header)
        #expect(full.title?.value == title)
        #expect(full.publisher?.value == "أخبارنا")
        #expect(full.published?.date.description == "2014-03-08")
        #expect(full.byline?.value == "سعاد")
        let bare = try extract(body, header)
        #expect(bare.title == LocatedText("عنوان آخر", origin: .header))
        #expect(bare.publisher == LocatedText("مغرس", origin: .header))
        #expect(bare.published?.evidence == .header)
        #expect(bare.published?.utcOffsetSeconds == 0)
        #expect(bare.body == body.replacing("\n", with: "\n\n"))
    }

    @Test
    func `the headline that the sender names is found in the text`() throws {
        var header = ArticleHeader()
        header.title = "\(title) - أخبارنا"
        let article = try extract("\(title)\n\(body)", header)
        #expect(
            article.title == LocatedText(title, rawStart: 0, rawEnd: title.unicodeScalars.count))
        #expect(article.zones.map(\.kind) == [.headline, .body])
    }

    @Test(arguments: ["هسبريس - محمد الراجي", "محمد الراجي", "سعاد"])
    func `a name between headline and date is the author's`(name: String) throws {
        let article = try extract("سياسة\n\(title)\n\(name)\n12 مارس 2014 - 10:35\n\n\(body)")
        #expect(article.title?.value == title)
        #expect(article.byline?.value == name)
        #expect(article.body == body.replacing("\n", with: "\n\n"))
    }
}
