import Testing
import WarraqCore
import WarraqServer
import WarraqTesting

/// What looks like a copy and is none.
struct DuplicateTrapTests {
    @Test(arguments: NewsComposer.Template.allCases)
    func `a daily template with other numbers is another text`(
        template: NewsComposer.Template
    ) throws {
        var composer = NewsFixture.composer(seed: 1)
        var wrong = 0
        for _ in 0..<150 {
            // Two days alone, so that nothing is too common to count.
            var run = try DuplicateRun([composer.filled(template)])
            if try run.add(composer.filled(template)).saysDuplicate { wrong += 1 }
        }
        #expect(wrong == 0)
    }

    @Test(arguments: NewsComposer.Template.allCases)
    func `a year of a daily template has no copies`(template: NewsComposer.Template) throws {
        var composer = NewsFixture.composer(seed: 2)
        var run = try DuplicateRun()
        var wrong = 0
        for _ in 0..<150 where try run.add(composer.filled(template), host: 7).saysDuplicate {
            wrong += 1
        }
        #expect(wrong == 0)
    }

    @Test func `the same numbers again are a copy`() throws {
        for template in NewsComposer.Template.allCases {
            var composer = NewsFixture.composer(seed: 3)
            var again = NewsFixture.composer(seed: 3)
            var run = try DuplicateRun([composer.filled(template)])
            #expect(try run.add(again.filled(template)).kind(to: 0) == .exactCopyOf)
        }
    }

    @Test func `other articles in the same furniture are no copies`() throws {
        var composer = NewsFixture.composer(seed: 4)
        let articles = composer.articles
        var wrong = 0
        for number in 0..<150 {
            let (before, after) = composer.furniture()
            let (one, other) = (articles[number], articles[number + 1])
            var run = try DuplicateRun(["\(before)\n\(one)\n\(after)"])
            if try run.add("\(before)\n\(other)\n\(after)").saysDuplicate { wrong += 1 }
        }
        #expect(wrong == 0)
    }

    @Test func `one site's furniture is soon no passage either`() throws {
        var composer = NewsFixture.composer(seed: 5)
        let (before, after) = composer.furniture()
        var run = try DuplicateRun()
        var related = 0
        for article in composer.articles.prefix(150) {
            let matches = try run.add("\(before)\n\(article)\n\(after)", host: 7)
            #expect(!matches.saysDuplicate)
            if !matches.isEmpty { related += 1 }
        }
        #expect(related <= 4)
    }

    @Test func `articles that quote the same words at length share a passage only`() throws {
        var composer = NewsFixture.composer(seed: 6)
        let articles = composer.articles
        var passages = 0
        for number in 0..<150 {
            let words = composer.number(in: 35...45)
            let quotation = composer.brief(
                of: articles[(number + 2) % articles.count], words: words)
            var run = try DuplicateRun([composer.article(articles[number], quoting: quotation)])
            let matches = try run.add(
                composer.article(articles[number + 1], quoting: quotation))
            #expect(!matches.saysDuplicate)
            if matches.kind(to: 0) == .reuses { passages += 1 }
        }
        #expect(passages == 150)
    }
}
