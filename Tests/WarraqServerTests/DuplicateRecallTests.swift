import Testing
import WarraqCore
import WarraqServer
import WarraqTesting

/// Copies in every form that news takes, among 150 originals in one index.
struct DuplicateRecallTests {
    private static let count = 150

    /// How many of the edited originals have a relation of these kinds to their own original.
    private func linked(
        _ kinds: Set<Relation.Kind> = Set(Relation.Kind.allCases), seed: UInt64,
        originals: ((inout NewsComposer, String) -> String)? = nil,
        _ edit: (inout NewsComposer, String, Int) -> String
    ) throws -> Double {
        var composer = NewsFixture.composer(seed: seed)
        let texts = composer.articles.prefix(Self.count).map { article in
            originals.map { $0(&composer, article) } ?? article
        }
        var run = try DuplicateRun(texts)
        var found = 0
        for (number, text) in texts.enumerated() {
            let matches = try run.add(edit(&composer, text, number))
            if let kind = matches.kind(to: number), kinds.contains(kind) { found += 1 }
        }
        return Double(found) / Double(texts.count)
    }

    @Test func `a brief with one word changed is linked`() throws {
        let share = try linked(
            [.nearDuplicateOf, .contains, .containedIn], seed: 11,
            originals: { $0.brief(of: $1, words: 30) }
        ) { composer, text, _ in composer.withOneWordChanged(text) }
        #expect(share >= 0.98)
    }

    @Test func `another spelling of months, hamza and thousands is the same text`() throws {
        var composer = NewsFixture.composer(seed: 12)
        var run = try DuplicateRun()
        for number in 0..<Self.count {
            let (one, other) = composer.dateInTwoSpellings()
            let article = composer.articles[number]
            #expect(try run.add("\(article)\n\(one)").isEmpty)
            let matches = try run.add(NewsComposer.withoutHamza("\(article)\n\(other)"))
            #expect(matches.kind(to: 2 * number) == .exactCopyOf, "\(one) and \(other)")
        }
    }

    @Test func `typos in one word of twenty leave a near copy`() throws {
        let share = try linked([.nearDuplicateOf], seed: 13) { composer, text, _ in
            composer.withTypos(text, share: 0.05)
        }
        #expect(share >= 0.99)
    }

    @Test(arguments: [0.2, 0.4, 0.6, 0.8, 1.0])
    func `a part of a release inside another article is found`(part: Double) throws {
        let articles = NewsFixture.articles
        let share = try linked(seed: 14) { composer, text, number in
            let host = articles[(number + 7) % Self.count]
            return composer.article(host, holding: text, share: part)
        }
        #expect(share >= 0.99)
    }

    @Test func `a whole release inside a longer article is contained`() throws {
        let articles = NewsFixture.articles
        let share = try linked([.contains], seed: 15) { composer, text, number in
            let host =
                articles[(number + 7) % Self.count] + "\n" + articles[(number + 9) % Self.count]
            return composer.article(host, holding: text, share: 1)
        }
        #expect(share >= 0.99)
    }

    @Test(arguments: [0.1, 0.2, 0.3, 0.4, 0.5])
    func `an article with more appended holds the earlier one`(more: Double) throws {
        let share = try linked([.nearDuplicateOf, .contains], seed: 16) { composer, text, number in
            composer.update(of: text, with: composer.articles[160 + number % 10], share: more)
        }
        #expect(share == 1)
    }

    @Test func `paragraphs in another order are a near copy`() throws {
        let share = try linked(
            [.nearDuplicateOf], seed: 17,
            originals: { NewsComposer.paragraphs($1) }
        ) { composer, text, _ in composer.withParagraphsMoved(text) }
        #expect(share >= 0.99)
    }
}
