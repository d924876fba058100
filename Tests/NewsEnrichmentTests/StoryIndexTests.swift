import ArticleExtraction
import Testing

@testable import NewsEnrichment

struct StoryIndexTests {
    private static let day: Int64 = 86_400_000

    /// Places articles one after the other, an hour apart, and answers with their stories.
    private struct Run: ~Copyable {
        var index = StoryIndex()
        var records = 0
        var time: Int64 = 17_000 * day

        mutating func place(
            _ text: StoryText, ties: [StoryTie] = [], later milliseconds: Int64 = 3_600_000
        ) -> StoryPlace {
            records += 1
            time += milliseconds
            return index.place(
                text.features, record: records, id: UInt64(records), ties: ties, at: time,
                input: records)
        }
    }

    @Test
    func `articles of one event are one story, whatever their order`() {
        for texts in [StoryText.fire, StoryText.fire.reversed()] {
            var run = Run()
            let first = run.place(texts[0])
            #expect(first.records.isEmpty)
            #expect(first.articleCount == 1)
            let second = run.place(texts[1])
            #expect(second.story == first.story)
            #expect(second.id == first.id)
            #expect(second.articleCount == 2)
            #expect(second.independentCount == 2)
            #expect(second.records == [1])
            #expect(run.place(StoryText.match).story != first.story)
        }
    }

    @Test
    func `news of one form is one story only if names and numbers agree`() {
        for texts in [StoryText.executions, StoryText.greetings, StoryText.markets] {
            var run = Run()
            let first = run.place(texts[0])
            #expect(run.place(texts[1]).story != first.story)
            #expect(run.place(texts[0]).story == first.story)
        }
        var run = Run()
        let first = run.place(StoryText.weather[0])
        #expect(run.place(StoryText.weather[1], later: Self.day).story != first.story)
    }

    @Test
    func `a story is over when nothing joined it for a week`() {
        var run = Run()
        let first = run.place(StoryText.fire[0])
        #expect(run.place(StoryText.fire[1], later: 6 * Self.day).story == first.story)
        #expect(run.place(StoryText.fire[0], later: 6 * Self.day).story == first.story)
        let late = run.place(StoryText.fire[1], later: 8 * Self.day)
        #expect(late.story != first.story)
        #expect(late.articleCount == 1)
        #expect(run.index.storyCount == 1)
    }

    @Test
    func `a copy counts as an article and as no text of its own`() {
        var run = Run()
        let first = run.place(StoryText.fire[0])
        let tie = StoryTie(story: first.story, kind: .copy, coverageHere: 1, coverageThere: 1)
        let copy = run.index.place(
            StoryFeatures(), record: 9, id: 9, ties: [tie], at: run.time, input: 9)
        #expect(copy.story == first.story)
        #expect(copy.articleCount == 2)
        #expect(copy.independentCount == 1)
        #expect(!copy.isIndependent)
    }

    @Test(arguments: [
        (here: 0.37, there: 0.81), (here: 0.81, there: 0.37), (here: 0.05, there: 1.0),
    ])
    func `words in common join a text that is about the same, and no other`(
        here: Double, there: Double
    ) {
        var run = Run()
        let first = run.place(StoryText.fire[0])
        let tie = StoryTie(
            story: first.story, kind: .contains, coverageHere: here, coverageThere: there)
        let longer = StoryText(
            title: "", body: StoryText.fire[0].body + "\n\n" + StoryText.match.body)
        #expect(run.place(longer, ties: [tie]).story == first.story)
        #expect(run.place(StoryText.match, ties: [tie]).story != first.story)
    }

    @Test
    func `the same event of a row joins in other words`() {
        func event(_ text: StoryText, day: Int32, place: UInt32) -> StoryFeatures {
            var features = text.features
            features.event = StoryFeatures.EventKey(series: 7, day: day, place: place)
            return features
        }
        var index = StoryIndex()
        let first = index.place(
            event(StoryText.fire[0], day: 100, place: 5), record: 1, id: 1, ties: [], at: 0,
            input: 1)
        let cases: [(day: Int32, place: UInt32, joins: Bool)] = [
            (100, 5, true), (100, 0, true), (.min, 5, true), (.min, 0, false), (101, 5, false),
            (100, 6, false),
        ]
        for (day, place, joins) in cases {
            let found = index.place(
                event(StoryText.match, day: day, place: place), record: 2, id: 2, ties: [], at: 0,
                input: 2)
            #expect((found.id == first.id) == joins, "day \(day) place \(place)")
            index.rollback()
            _ = index.restore(
                event(StoryText.fire[0], day: 100, place: 5), record: 1, id: 1, articleCount: 1,
                independentCount: 1, at: 0)
        }
    }

    @Test
    func `stories do not chain`() {
        // Each article shares two thirds of its words with the one before it.
        let words = (0..<90).map { index in
            String(String.UnicodeScalarView("بتثجحخدذرز".unicodeScalars.shuffledWord(index)))
        }
        var run = Run()
        var stories: [StoryNumber] = []
        for start in stride(from: 0, through: 60, by: 10) {
            let text = words[start..<(start + 30)].joined(separator: " ")
            stories.append(run.place(StoryText(title: "", body: text)).story)
        }
        #expect(stories[2] == stories[1])
        // Who is in a story shares words with its first article.
        for (number, story) in stories.enumerated() {
            #expect(number - (stories.firstIndex(of: story) ?? 0) <= 2)
        }
    }

    @Test
    func `what is undone never was`() {
        let texts =
            StoryText.fire + [StoryText.match] + StoryText.executions + StoryText.greetings
            + StoryText.weather
        var plain = Run()
        var undone = Run()
        for (number, text) in texts.enumerated() {
            let expected = plain.place(text)
            // Others come and are taken back.
            undone.index.confirm(upTo: .max)
            for other in texts.shuffled(seed: number) {
                _ = undone.index.place(
                    other.features, record: 99, id: 99, ties: [], at: undone.time + 3_600_000,
                    input: 1)
            }
            undone.index.rollback()
            let found = undone.place(text)
            #expect(found.id == expected.id)
            #expect(found.articleCount == expected.articleCount)
            #expect(found.independentCount == expected.independentCount)
            #expect(found.records == expected.records)
        }
        #expect(undone.index.storyCount == plain.index.storyCount)
    }

    @Test
    func `an index put back goes on as it was`() throws {
        let texts = StoryText.fire + [StoryText.match] + StoryText.executions + StoryText.weather
        var whole = Run()
        var restored = StoryIndex()
        for text in texts {
            let place = whole.place(text)
            let features = try #require(StoryFeatures(bytes: text.features.bytes))
            #expect(features == text.features)
            _ = restored.restore(
                features, record: whole.records, id: place.id, articleCount: place.articleCount,
                independentCount: place.independentCount, at: whole.time)
        }
        for text in texts {
            let expected = whole.place(text)
            let found = restored.place(
                text.features, record: whole.records, id: UInt64(whole.records), ties: [],
                at: whole.time, input: whole.records)
            #expect(found.id == expected.id)
            #expect(found.articleCount == expected.articleCount)
            #expect(found.independentCount == expected.independentCount)
        }
    }

    @Test
    func `damaged features are no features`() {
        let bytes = StoryText.match.features.bytes
        #expect(StoryFeatures(bytes: bytes) == StoryText.match.features)
        #expect(StoryFeatures(bytes: []) == nil)
        #expect(StoryFeatures(bytes: Array(bytes.dropLast())) == nil)
        #expect(StoryFeatures(bytes: bytes + [0]) == nil)
        #expect(StoryFeatures(bytes: [9] + bytes.dropFirst()) == nil)
        for end in bytes.indices { #expect(StoryFeatures(bytes: Array(bytes[..<end])) == nil) }
    }
}

extension String.UnicodeScalarView {
    /// A strange word of five of these letters, another for each number.
    fileprivate func shuffledWord(_ number: Int) -> [Unicode.Scalar] {
        let letters = Array(self)
        var rest = number &* 7919 &+ 104_729
        return (0..<5).map { _ in
            defer { rest = rest / letters.count }
            return letters[rest % letters.count]
        }
    }
}

extension Array {
    /// The elements in another order, the same for the same seed.
    fileprivate func shuffled(seed: Int) -> [Element] {
        indices.sorted { ($0 &* 31 &+ seed &* 17) % 11 < ($1 &* 31 &+ seed &* 17) % 11 }
            .map { self[$0] }
    }
}
