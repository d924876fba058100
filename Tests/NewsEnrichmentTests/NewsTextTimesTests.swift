import ArabicDates
import Testing

@testable import NewsEnrichment

/// A text finds the same times by its words as the parser does in it alone.
struct NewsTextTimesTests {
    private let parser = DateParser()
    private let anchor = CivilDate(year: 2014, month: 3, day: 8)

    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let strangers = [
        "الحكومة", "زار", "مدينة", "والوزير", "للمغرب", "كتابا", "سيارة", "البرلمان", "لله",
        "نوڤمبر",
        "مَارِس", "مـــارس", "ساعه", "يونية", "12مارس", "maroc", "mars", "5", "31", "2014", "10:35",
    ]
    private static let joints = [
        " ", " ", " ", " ", " ", "، ", ". ", "  ", "   ", "\n", "/", " (", "!",
    ]
    private static let prefixes = ["", "", "", "ال", "و", "ب", "لل", "وال", "بال", "ولل"]

    @Test(arguments: UInt64(1)...40)
    func `words that say nothing of time are passed over`(seed: UInt64) {
        var random = Generator(state: seed)
        let known = DateParser.vocabulary
        var text = ""
        for _ in 0..<400 {
            let isKnown = Int.random(in: 0..<3, using: &random) == 0
            let word = (isKnown ? known : Self.strangers).randomElement(using: &random) ?? ""
            if isKnown { text += Self.prefixes.randomElement(using: &random) ?? "" }
            text += word + (Self.joints.randomElement(using: &random) ?? "")
        }
        let found = NewsText(of: text).times(by: parser, anchor: anchor)
        #expect(found == parser.expressions(in: text, anchor: anchor))
        #expect(!found.isEmpty)
    }

    @Test func `a run that is said to be silent is not read`() {
        let text = "في مارس 2014"
        let run = SilentRun(bytes: 5..<13, scalarCount: 4, firstWord: .other)
        let found = parser.expressions(in: Array(text.utf8).span, anchor: anchor, without: [run])
        #expect(found.map(\.value) == ["2014"])
        #expect(parser.expressions(in: text, anchor: anchor).map(\.value) == ["2014-03"])
    }
}
