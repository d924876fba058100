import ArabicDates
import ArticleExtraction
import Testing

struct ComposedPageTests {
    @Test
    func `composed pages give title, date, publisher and paragraphs exactly`() throws {
        let articles = try CorpusArticle.all()
        var composer = PageComposer(articles, seed: 20_140_308)
        let count = 1_000
        var misses: [String] = []
        var leaks: [String] = []
        for _ in 0..<count {
            let page = composer.next()
            let article = try extract(page.text)
            var wrong: [String] = []
            if article.title?.value != page.title {
                wrong.append("title \(article.title?.value ?? "nil") for \(page.title ?? "nil")")
            }
            if article.publisher?.value != page.publisher {
                wrong.append("publisher \(article.publisher?.value ?? "nil")")
            }
            if article.published?.date.description != page.date {
                wrong.append("date \(article.published?.text ?? "nil")")
            }
            if article.published?.secondOfDay != page.secondOfDay { wrong.append("time") }
            let paragraphs = article.body.split(separator: "\n\n").map(String.init)
            if paragraphs != page.paragraphs {
                let added = paragraphs.filter { !page.paragraphs.contains($0) }
                let lost = page.paragraphs.filter { !paragraphs.contains($0) }
                wrong.append("paragraphs added \(added) lost \(lost)")
            }
            if !wrong.isEmpty { misses.append("\(wrong) in \(page.recipe)") }
            for headline in page.headlines where !page.paragraphs.joined().contains(headline) {
                if article.body.contains(headline) { leaks.append("\(headline) in \(page.recipe)") }
            }
        }
        #expect(leaks.isEmpty)
        #expect(misses.count * 1_000 <= count * 5, "\(misses.prefix(20).joined(separator: "\n"))")
    }
}
