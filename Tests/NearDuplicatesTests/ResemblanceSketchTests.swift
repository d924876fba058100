import Testing

@testable import NearDuplicates

struct ResemblanceSketchTests {
    /// The text of `count` words whose hashes are 1, 2, 3 and so on, multiplied.
    private func countingText(_ count: Int) -> TokenizedText {
        TokenizedText(
            tokens: (0..<UInt32(count)).map { index in
                Token(
                    hash: UInt64(index + 1) &* 0x0123_4567_89AB_CDEF, start: index * 5,
                    end: index * 5 + 4, isNumber: index % 7 == 0)
            })
    }

    // The values were computed apart from this code, by a script that follows the definitions.
    @Test func `a sketch of format 1 is what it was`() {
        #expect(ResemblanceSketch.formatVersion == 1)
        let long = ResemblanceSketch(of: countingText(70))
        #expect(long.numbersHash == 5_175_322_247_888_519_664)
        #expect(long.bins.count == 128)
        #expect(Array(long.bins.prefix(8)) == [49, 32, 123, 185, 244, 79, 6, 110])
        #expect(long.bins.reduce(0) { $0 + Int($1) } == 15_240)
        #expect(long.keys.count == 33)
        #expect(Array(long.keys.prefix(3)) == [2_608_679_715, 25_921_394, 2_955_757_817])
        #expect(long.keys.last == 1_179_725_447)
        #expect(long.keys.reduce(0, ^) == 3_878_941_049)
        let short = ResemblanceSketch(of: countingText(11))
        #expect(short.bins.isEmpty)
        #expect(short.keys.count == 1)
    }

    @Test func `a text resembles itself wholly and another text hardly`() {
        var composer = Composer(seed: 70)
        for count in [12, 30, 200, 2_000] {
            let one = ResemblanceSketch(of: composer.text(count))
            let other = ResemblanceSketch(of: composer.text(count))
            #expect(one.estimatedResemblance(to: one) == 1)
            #expect(one.estimatedResemblance(to: other) < 0.06)
            #expect(one.estimatedResemblance(to: other) == other.estimatedResemblance(to: one))
        }
    }

    @Test func `the estimate is right within four standard deviations`() {
        var composer = Composer(seed: 71)
        var error = 0.0
        for _ in 0..<200 {
            let words = composer.words(Int.random(in: 100...600, using: &composer))
            let share = Double.random(in: 0...0.15, using: &composer)
            let one = SampleText.tokenized(paragraphs: [words])
            let other = SampleText.tokenized(paragraphs: [composer.misspelt(words, share: share)])
            let estimate = ResemblanceSketch(of: one).estimatedResemblance(
                to: ResemblanceSketch(of: other))
            let difference = estimate - Jaccard.ofShingles(one, other)
            #expect(abs(difference) < 0.18)
            error += difference / 200
        }
        #expect(abs(error) < 0.015)
    }

    @Test func `the order of the numbers does not matter and the numbers do`() {
        let one = SampleText.tokenized("في 20 مارس 2015 التقى 12 وزيرا")
        let moved = SampleText.tokenized("التقى 12 وزيرا في 2015 مارس 20")
        let other = SampleText.tokenized("في 21 مارس 2015 التقى 12 وزيرا")
        let more = SampleText.tokenized("في 20 مارس 2015 التقى 12 وزيرا 12")
        let hash = ResemblanceSketch(of: one).numbersHash
        #expect(ResemblanceSketch(of: moved).numbersHash == hash)
        #expect(ResemblanceSketch(of: other).numbersHash != hash)
        #expect(ResemblanceSketch(of: more).numbersHash != hash)
    }
}

/// The resemblance that sketches estimate, counted.
enum Jaccard {
    static func ofShingles(_ left: TokenizedText, _ right: TokenizedText) -> Double {
        let (a, b) = (shingles(left), shingles(right))
        let shared = a.intersection(b).count
        return Double(shared) / Double(max(1, a.count + b.count - shared))
    }

    private static func shingles(_ text: TokenizedText) -> Set<[UInt64]> {
        let words = text.tokens.map(\.hash)
        guard words.count >= 5 else { return [] }
        return Set((0...(words.count - 5)).map { Array(words[$0..<($0 + 5)]) })
    }
}

extension Composer {
    /// A text of `count` words in one paragraph.
    mutating func text(_ count: Int) -> TokenizedText {
        SampleText.tokenized(paragraphs: [words(count)])
    }
}
