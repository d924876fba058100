import ArabicDates
import ArticleExtraction
import Testing

/// What a person read in a seed.
private struct Reading: Decodable {
    struct Place: Decodable, Equatable {
        let kind: String
        let rawStart: Int
        let rawEnd: Int
    }
    struct Part: Decodable, Equatable {
        let n: Int
        let start: Int
        let end: Int
        let rawStart: Int
        let rawEnd: Int
    }
    struct Headline: Decodable, Equatable {
        let n: Int
        let rawStart: Int
        let rawEnd: Int
        let text: String
    }
    struct Day: Decodable, Equatable {
        let date: String?
        let precision: String?
        let text: String?
        let rawStart: Int?
        let rawEnd: Int?
        let timeZone: String?
    }
    let title: String?
    let body: String
    let wordCount: Int
    let publisher: String?
    let published: Day
    let zones: [Place]
    let paragraphs: [Part]
    let pageHeadlines: [Headline]
}

struct SeedTests {
    @Test(arguments: ["seed-000", "seed-001"])
    func `a seed gives exactly what a person read in it`(name: String) throws {
        let reading = try Fixture.json("\(name).json", as: Reading.self)
        let raw = RawArticle(header: ArticleHeader(), body: try Fixture.bytes("\(name).txt"))
        let articles = try ArticleExtractor().extract(raw).articles
        let article = try #require(articles.first)
        #expect(articles.count == 1)
        #expect(article.title?.value == reading.title)
        #expect(article.publisher?.value == reading.publisher)
        #expect(article.byline == nil)
        #expect(article.body == reading.body)
        #expect(article.wordCount == reading.wordCount)
        #expect(
            article.published.map {
                Reading.Day(
                    date: $0.date.description, precision: $0.precision.rawValue, text: $0.text,
                    rawStart: $0.rawStart, rawEnd: $0.rawEnd, timeZone: $0.timeZone)
            }
                ?? Reading.Day(
                    date: nil, precision: nil, text: nil, rawStart: nil, rawEnd: nil, timeZone: nil)
                == reading.published)
        #expect(
            article.zones.map {
                Reading.Place(kind: $0.kind.rawValue, rawStart: $0.rawStart, rawEnd: $0.rawEnd)
            } == reading.zones)
        #expect(
            article.paragraphs.map {
                Reading.Part(
                    n: $0.n, start: $0.start, end: $0.end, rawStart: $0.rawStart ?? -1,
                    rawEnd: $0.rawEnd ?? -1)
            } == reading.paragraphs)
        #expect(
            article.pageHeadlines.map {
                Reading.Headline(n: $0.n, rawStart: $0.rawStart, rawEnd: $0.rawEnd, text: $0.text)
            } == reading.pageHeadlines)
        #expect(article.quality == .good)
    }

    @Test
    func `carriage returns do not change a seed`() throws {
        let text = String(decoding: try Fixture.bytes("seed-000.txt"), as: UTF8.self)
        let returned = text.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\r\n")
        let plain = try extract(text)
        let article = try extract(returned)
        #expect(article.body == plain.body)
        #expect(article.title?.value == plain.title?.value)
        #expect(article.pageHeadlines.map(\.text) == plain.pageHeadlines.map(\.text))
        #expect(article.zones.map(\.kind) == plain.zones.map(\.kind))
    }

    // ANT corpus, Jawhara FM: results of a match day, whose columns became gaps.
    @Test func `a table that lost its columns is text`() throws {
        let gap = String(repeating: "\u{A0} ", count: 6)
        let table =
            "وفي ما يلي النتائج الكاملة : الملعب الاولمبي برادس\u{A0} النادي الإفريقي 1 \u{A0}- \u{A0} 2"
            + "   النجم الساحلي \u{A0} 51' علي العابدي" + gap + "25' دياغو أكوستا" + gap + gap
            + "45' دياغو أكوستا ملعب بن قردان : إتحاد بن قردان 0 - 2 الترجي الرياضي التونسي" + gap
            + "\u{A0}"
            + "23' طه ياسين الخنيسي \u{A0} \u{A0} 52' أنيس البدري"
        let lead =
            "دارت اليوم مقابلات الجولة الثامنة من مرحلة التتويج لبطولة الرابطة المحترفة الأولى لكرة القدم "
            + "حيث حسم النجم الساحلي مقابلة الكلاسيكو أمام الإفريقي في ملعب رادس."
        let raw = RawArticle(header: ArticleHeader(), body: Array((lead + "\n" + table).utf8))
        let article = try #require(try ArticleExtractor().extract(raw).articles.first)
        #expect(article.paragraphs.count == 2)
        #expect(article.removals.isEmpty)
    }

    @Test
    func `a ticker of plain spaces reads as one of NO-BREAK SPACES`() throws {
        let text = String(decoding: try Fixture.bytes("seed-000.txt"), as: UTF8.self)
        let plain = try extract(text)
        let article = try extract(text.replacing("\u{A0}", with: " "))
        #expect(article.pageHeadlines == plain.pageHeadlines)
        #expect(article.body == plain.body)
    }
}

/// The one article of a text with nothing known about it.
func extract(_ text: String, _ header: ArticleHeader = ArticleHeader()) throws -> CleanArticle {
    let raw = RawArticle(header: header, body: Array(text.utf8))
    return try #require(try ArticleExtractor().extract(raw).articles.first)
}
