import NearDuplicates
import Testing

struct TextComparerTests {
    @Test func `equal words are exact whatever their offsets and paragraphs`() {
        var composer = Composer(seed: 1)
        let words = composer.words(80)
        let comparison = TextComparer.compare(
            SampleText.tokenized(paragraphs: [words]),
            SampleText.tokenized(paragraphs: [Array(words[..<30]), Array(words[30...])]))
        #expect(comparison.relation == .exact)
        #expect(comparison.coverageA == 1)
        #expect(comparison.passages.count == 2)
    }

    @Test func `texts without words are related to nothing`() {
        let empty = TokenizedText(tokens: [])
        let other = SampleText.tokenized("كلمة واحدة")
        #expect(TextComparer.compare(empty, empty).relation == nil)
        #expect(TextComparer.compare(empty, other).relation == nil)
        #expect(TextComparer.compare(other, empty).relation == nil)
    }

    @Test func `comparing the other way round gives the mirror image`() {
        var composer = Composer(seed: 2)
        for _ in 0..<150 {
            var left = composer.paragraphs(4)
            var right = composer.paragraphs(3)
            right.insert(composer.misspelt(left[1], share: 0.1), at: 1)
            right.insert(composer.misspelt(left[0], share: 0.2), at: 3)
            if Bool.random(using: &composer) { swap(&left, &right) }
            let a = SampleText.tokenized(paragraphs: left)
            let b = SampleText.tokenized(paragraphs: right)
            let forward = TextComparer.compare(a, b)
            let backward = TextComparer.compare(b, a)
            #expect(forward.relation?.mirrored == backward.relation)
            #expect(forward.coverageA == backward.coverageB)
            #expect(forward.coverageB == backward.coverageA)
            #expect(forward.resemblance == backward.resemblance)
            #expect(forward.numbersAgree == backward.numbersAgree)
            let mirrored = Set(
                backward.passages.map {
                    [$0.bStart, $0.bEnd, $0.aStart, $0.aEnd, $0.matchedTokens]
                })
            #expect(
                Set(
                    forward.passages.map {
                        [$0.aStart, $0.aEnd, $0.bStart, $0.bEnd, $0.matchedTokens]
                    })
                    == mirrored)
        }
    }

    @Test func `a block is compared as its text is`() {
        var composer = Composer(seed: 13)
        for _ in 0..<100 {
            let shared = composer.words(Int.random(in: 1...60, using: &composer))
            let a = SampleText.tokenized(
                paragraphs: composer.paragraphs(2) + [shared] + composer.paragraphs(1))
            let b = SampleText.tokenized(
                paragraphs: composer.paragraphs(1) + [composer.misspelt(shared, share: 0.1)])
            let prepared = PreparedText(b)
            let comparison = TextComparer.compare(a, prepared)
            // Wherever its bytes lie: those of a file begin anywhere.
            for place in 0..<8 {
                let bytes = [UInt8](repeating: 0, count: place) + TokenBlock.bytes(of: a)
                let block = TextComparer.compare(
                    block: bytes.span.bytes.extracting(place...), prepared)
                #expect(block == comparison)
            }
        }
    }

    @Test func `a damaged block is compared to nothing`() {
        let text = SampleText.tokenized("كلمة واحدة")
        var bytes = TokenBlock.bytes(of: text)
        bytes[30] ^= 1
        let comparison = TextComparer.compare(block: bytes.span.bytes, PreparedText(text))
        #expect(comparison == nil)
    }

    @Test func `no word is counted twice`() {
        var composer = Composer(seed: 3)
        for _ in 0..<50 {
            let paragraph = composer.words(30)
            let a = SampleText.tokenized(paragraphs: [paragraph, paragraph, paragraph])
            let b = SampleText.tokenized(paragraphs: [paragraph, composer.words(40)])
            let comparison = TextComparer.compare(a, b)
            #expect(comparison.passages.reduce(0) { $0 + $1.matchedTokens } == 30)
            #expect(comparison.coverageA <= 1.0 / 3)
        }
    }

    @Test func `moved paragraphs leave the texts near`() {
        var composer = Composer(seed: 4)
        for _ in 0..<150 {
            let paragraphs = composer.paragraphs(5)
            let comparison = TextComparer.compare(
                SampleText.tokenized(paragraphs: paragraphs),
                SampleText.tokenized(paragraphs: paragraphs.reversed()))
            #expect(comparison.relation == .near)
        }
    }

    @Test func `one word in twenty misspelt leaves the texts near`() {
        var composer = Composer(seed: 5)
        for _ in 0..<150 {
            let paragraphs = composer.paragraphs(8)
            let other = paragraphs.map { composer.misspelt($0, share: 0.05) }
            let comparison = TextComparer.compare(
                SampleText.tokenized(paragraphs: paragraphs),
                SampleText.tokenized(paragraphs: other))
            #expect(comparison.relation == .near || comparison.relation == .exact)
        }
    }

    @Test func `appended paragraphs make the new text contain the old or near it`() {
        var composer = Composer(seed: 6)
        for _ in 0..<150 {
            let old = composer.paragraphs(6)
            let share = Double.random(in: 0.1...0.5, using: &composer)
            let added = composer.words(Int(share * Double(old.reduce(0) { $0 + $1.count })))
            let comparison = TextComparer.compare(
                SampleText.tokenized(paragraphs: old),
                SampleText.tokenized(paragraphs: old + [added]))
            #expect(comparison.relation == .near || comparison.relation == .contains)
            #expect(comparison.coverageA > 0.95)
        }
    }

    @Test func `a long quotation is a passage and no duplicate`() throws {
        var composer = Composer(seed: 7)
        for _ in 0..<150 {
            let quotation = composer.words(40)
            let comparison = TextComparer.compare(
                SampleText.tokenized(
                    paragraphs: composer.paragraphs(2) + [quotation] + composer.paragraphs(3)),
                SampleText.tokenized(
                    paragraphs: composer.paragraphs(4) + [quotation] + composer.paragraphs(1)))
            #expect(comparison.relation == .reuses)
            let passage = try #require(comparison.passages.first { $0.kind == .copied })
            #expect(passage.matchedTokens >= 40)
        }
    }

    @Test(arguments: [(11, TextRelation?.none), (12, .reuses)])
    func `reuse begins with twelve words`(length: Int, relation: TextRelation?) {
        var composer = Composer(seed: 8)
        let phrase = composer.words(length)
        let comparison = TextComparer.compare(
            SampleText.tokenized(paragraphs: [composer.words(60), phrase, composer.words(70)]),
            SampleText.tokenized(paragraphs: [composer.words(90), phrase, composer.words(50)]))
        #expect(comparison.relation == relation)
        #expect(comparison.passages.map(\.kind) == [length < 12 ? .formulaic : .copied])
    }

    @Test func `a copied list of short lines is covered although each line is short`() {
        var composer = Composer(seed: 9)
        let lines = (0..<20).map { _ in composer.words(5) }
        var other = lines
        other[10] = composer.words(5)
        let comparison = TextComparer.compare(
            SampleText.tokenized(paragraphs: lines), SampleText.tokenized(paragraphs: other))
        #expect(comparison.relation == .near)
        #expect(comparison.coverageA == 0.95)
    }

    @Test func `a passage never crosses a paragraph of either text`() {
        var composer = Composer(seed: 10)
        let words = composer.words(90)
        let a = SampleText.tokenized(
            paragraphs: [Array(words[..<40]), Array(words[40...])])
        let b = SampleText.tokenized(
            paragraphs: [Array(words[..<65]), Array(words[65...]), composer.words(20)])
        let comparison = TextComparer.compare(a, b)
        #expect(comparison.passages.map(\.matchedTokens) == [40, 25, 25])
    }

    @Test func `passages of keys that are common are formulaic`() {
        var composer = Composer(seed: 11)
        let formula = composer.words(20)
        let earlier = SampleText.tokenized(paragraphs: [composer.words(60), formula])
        let later = SampleText.tokenized(paragraphs: [formula, composer.words(60)])
        let common = Fingerprint(of: SampleText.tokenized(paragraphs: [formula])).keys
        #expect(TextComparer.compare(earlier, later).relation == .reuses)
        let comparison = TextComparer.compare(
            earlier, later,
            commonKeys: (Fingerprint(of: later).keys + common).sorted())
        #expect(comparison.relation == nil)
        #expect(comparison.passages.map(\.kind) == [.formulaic])
    }

    @Test func `a text that repeats itself is compared in bounded work`() {
        var composer = Composer(seed: 12)
        let phrase = composer.words(10)
        let a = SampleText.tokenized(
            paragraphs: [(0..<800).flatMap { _ in phrase }, composer.words(30)])
        let b = SampleText.tokenized(
            paragraphs: [composer.words(30), (0..<700).flatMap { _ in phrase }])
        let comparison = TextComparer.compare(a, b)
        #expect(comparison.relation == .near)
        #expect(comparison.coverageB > 0.9 && comparison.coverageB <= 1)
    }

    @Test func `two spellings of months and hamza do not tell texts apart`() {
        let one =
            "أعلنت الإدارة في الثامن من شهر نونبر الماضي أن الأشغال انتهت إلى آخرها على أحسن وجه"
        let other =
            "اعلنت الادارة في الثامن من شهر نوفمبر الماضي ان الاشغال انتهت الي اخرها علي احسن وجه"
        let comparison = TextComparer.compare(
            SampleText.tokenized(one), SampleText.tokenized(other))
        #expect(comparison.relation == .exact)
    }
}
