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

    @Test func `a word that is passed over is not read`() {
        let text = Array("في مارس 2014".utf8)
        var reader = parser.reader(expecting: text.count)
        reader.read(text.span, 0..<5)
        reader.pass(text.span, from: 5, scalarCount: 4)
        reader.read(text.span, 13..<text.count)
        #expect(reader.expressions(anchor: anchor).map(\.value) == ["2014"])
        #expect(
            parser.expressions(in: text.span, anchor: anchor).map(\.value) == ["2014-03"])
    }

    @Test(arguments: [
        // What a number counts is no year; the article and the ending of the next word tell.
        ("في 1950 درهما", []), ("في 1950 الحكومة", ["1950"]), ("في 1950 سيارة", []),
        ("في 1950 بلغ", ["1950"]), ("في 1950 بالبرلمان", ["1950"]),
        // Some years begin on days of their own.
        ("بداية السنة الدراسية", []), ("بداية السنة بالمغرب", []),
        ("بداية السنة زار", ["2014"]),
    ])
    func `a word behind a number or unit is looked at`(text: String, expected: [String]) {
        #expect(NewsText(of: text).times(by: parser, anchor: anchor).map(\.value) == expected)
    }
}
