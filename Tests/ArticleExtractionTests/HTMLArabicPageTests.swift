import ArabicDates
import Testing

@testable import ArticleExtraction

struct HTMLArabicPageTests {
    private static let articles = HTMLFixtureArticle.all

    private static func others(than index: Int) -> [HTMLFixtureArticle] {
        (1...8).map { articles[(index + $0) % articles.count] }
    }

    @Test func `the fixtures are there`() {
        #expect(Self.articles.count == 24)
    }

    @Test(arguments: HTMLPageComposer.allCases)
    func `an article comes back from its page paragraph by paragraph`(
        composer: HTMLPageComposer
    ) throws {
        for (index, article) in Self.articles.enumerated() {
            let page = composer.page(article, Self.others(than: index))
            let clean = try extractHTML(page)
            #expect(clean.paragraphTexts == composer.expected(article), "article \(index)")
            #expect(clean.quality == .good, "article \(index)")
        }
    }

    @Test(arguments: HTMLPageComposer.allCases.filter { $0 != .table })
    func `its headline comes back without the name of the site`(
        composer: HTMLPageComposer
    ) throws {
        for (index, article) in Self.articles.enumerated() {
            let clean = try extractHTML(composer.page(article, Self.others(than: index)))
            #expect(clean.title?.value == DisplayText.of(article.title), "article \(index)")
            if composer != .webForms {
                let publisher = composer == .agency ? "وكالة الخبر" : "موقع الأخبار"
                #expect(clean.publisher?.value == publisher)
            }
        }
    }

    @Test func `dates come from JSON-LD and meta and from nowhere else`() throws {
        for (index, article) in Self.articles.enumerated() {
            let others = Self.others(than: index)
            let meta = try extractHTML(HTMLPageComposer.wordPress.page(article, others))
            #expect(meta.published?.evidence == .meta)
            #expect(meta.published?.date.description == String(article.date.prefix(10)))
            #expect(meta.published?.utcOffsetSeconds == 3600)
            let linked = try extractHTML(HTMLPageComposer.agency.page(article, others))
            #expect(linked.published?.evidence == .linkedData)
            #expect(linked.byline?.value == "سعاد الكاتب")
            let none = try extractHTML(HTMLPageComposer.webForms.page(article, others))
            #expect(none.published == nil)
            // Dates in the headlines of other articles are not this one's.
            #expect(try extractHTML(HTMLPageComposer.table.page(article, others)).published == nil)
        }
    }

    @Test func `raw offsets point at the paragraphs in the page`() throws {
        let article = Self.articles[3]
        let page = HTMLPageComposer.divisions.page(article, Self.others(than: 3))
        let scalars = Array(page.unicodeScalars)
        let clean = try extractHTML(page)
        #expect(!clean.paragraphs.isEmpty)
        for (paragraph, text) in zip(clean.paragraphs, clean.paragraphTexts) {
            let start = try #require(paragraph.rawStart)
            let end = try #require(paragraph.rawEnd)
            var raw = String.UnicodeScalarView()
            raw.append(contentsOf: scalars[start..<end])
            let plain = String(raw).replacing("&quot;", with: "\"")
            #expect(DisplayText.of(plain) == text)
        }
    }

    // libxml2 hands texts over in pieces of 1,000 bytes, and leaves controls out of them.
    @Test(arguments: ["كلمات الخبر ", "كلمات\u{4} الخبر ", "a &amp; ب "])
    func `a long paragraph is placed where it stands`(words: String) throws {
        let before = "<html><body><article><h1>عنوان الخبر الأول</h1><p>"
        let text = String(repeating: words, count: 200) + "والنهاية."
        let page = before + text + "</p><p>فقرة ثانية من كلمات الخبر.</p></article></body></html>"
        let paragraph = try #require(try extractHTML(page).paragraphs.first)
        #expect(paragraph.rawStart == before.unicodeScalars.count)
        #expect(paragraph.rawEnd == (before + text).unicodeScalars.count)
    }
}
