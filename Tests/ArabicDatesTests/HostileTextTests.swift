import Foundation
import Testing

@testable import ArabicDates

struct HostileTextTests {
    private let parser = DateParser()
    private let anchor = CivilDate(year: 2014, month: 3, day: 8)

    private static let words: [String] =
        LexiconWords.all.flatMap { $0.words.split(separator: " ").map(String.init) }
        + [
            "31", "8", "2014", "1435", "999999999999", "-", "/", ".", ",", ":", "و", "ال", "(", ")",
            "\n",
        ]

    /// A small generator with a seed, so that a failure can be seen again.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private func check(_ text: String) {
        let count = text.unicodeScalars.count
        let found = parser.expressions(in: text, anchor: anchor)
        var end = 0
        for expression in found {
            #expect(expression.start < expression.end)
            #expect(expression.end <= count)
            #expect(expression.start >= end)
            end = expression.end
            if let from = expression.from, let to = expression.to { #expect(from <= to) }
        }
        if let date = parser.completeDate(in: text) {
            #expect(date.start < date.end && date.end <= count)
        }
    }

    @Test(arguments: 1...40)
    func `any mixture of the words of time gives spans in order`(seed: Int) {
        var generator = Generator(state: UInt64(seed))
        for _ in 0..<40 {
            var text = ""
            for _ in 0..<Int.random(in: 1...30, using: &generator) {
                let prefix = ["", "", "", "ال", "و", "ب", "ل", "لل"].randomElement(
                    using: &generator)
                text += (prefix ?? "") + (Self.words.randomElement(using: &generator) ?? "")
                if Bool.random(using: &generator) || Bool.random(using: &generator) { text += " " }
            }
            check(text)
        }
    }

    @Test(arguments: 1...20)
    func `bytes that are no text do no harm`(seed: Int) {
        var generator = Generator(state: UInt64(seed) &* 7919)
        for _ in 0..<40 {
            let bytes = (0..<60).map { _ in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0xC0...0xFF, using: &generator)
                    : UInt8.random(in: .min ... .max, using: &generator)
            }
            let found = parser.expressions(in: bytes.span, anchor: anchor)
            #expect(found.allSatisfy { $0.start < $0.end })
            _ = parser.completeDate(in: bytes.span)
            _ = InternetDate.parse(bytes.span)
        }
    }

    // Linear, seconds even without optimization; quadratic, hours: the limit only says which hangs.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            "أواخر ", "1 و", "1/", "2014-", "يومي ", "من ", "كل ", "الجمعة و", "قبل ", "الساعة ",
            "ألف و",
            "10:", "شهر ", "هذا ", "1,", "ليلة ", "سنة و", "من 1 إلى ", "8 آذار/", "عشر ", "يوم ",
        ])
    func `a beginning repeated without end is read to its end`(piece: String) {
        let text = String(repeating: piece, count: 20_000)
        let count = text.unicodeScalars.count
        let found = parser.expressions(in: text, anchor: anchor)
        #expect(found.allSatisfy { $0.start < $0.end && $0.end <= count })
    }
}
