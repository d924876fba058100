import Testing

@testable import NearDuplicates

struct FingerprintTests {
    /// The text of `count` words whose hashes are 1, 2, 3 and so on, multiplied.
    private func countingText(_ count: Int) -> TokenizedText {
        var tokens: [Token] = []
        for index in 0..<UInt32(count) {
            tokens.append(
                Token(
                    hash: UInt64(index + 1) &* 0x0123_4567_89AB_CDEF, start: index * 5,
                    end: index * 5 + 4, isNumber: index % 7 == 0))
        }
        return TokenizedText(tokens: tokens, paragraphStarts: [0, count / 2])
    }

    // The values were computed apart from this code, by a script that follows the definitions.
    @Test func `a fingerprint of format 1 is what it was`() {
        #expect(Fingerprint.formatVersion == 1)
        let long = Fingerprint(of: countingText(70))
        #expect(long.exactHigh == 5_179_344_105_612_861_086)
        #expect(long.exactLow == 5_008_284_906_670_727_917)
        #expect(long.keys.count == 14)
        #expect(long.keys.reduce(0, ^) == 119_879_208_307_009)
        let short = Fingerprint(of: countingText(20))
        #expect(
            short.keys == [
                52_164_708_988_767, 53_011_303_486_268, 120_340_027_078_301, 225_653_704_343_288,
                231_355_647_473_269,
            ])
    }

    @Test(arguments: [0, 1, 11, 12, 59, 60, 400])
    func `a fingerprint comes back from its bytes`(count: Int) {
        let fingerprint = Fingerprint(of: countingText(count))
        #expect(Fingerprint(bytes: fingerprint.bytes) == fingerprint)
    }

    @Test func `damaged bytes give no fingerprint`() {
        let bytes = Fingerprint(of: countingText(40)).bytes
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0x10
            #expect(Fingerprint(bytes: damaged) == nil)
            #expect(Fingerprint(bytes: Array(bytes[..<index])) == nil)
        }
    }

    @Test func `a text of fewer than twelve words has no keys and one of twelve has`() {
        #expect(Fingerprint(of: countingText(11)).keys.isEmpty)
        #expect(!Fingerprint(of: countingText(12)).keys.isEmpty)
    }

    @Test func `every shared run of twelve words leaves a shared key`() {
        var composer = Composer(seed: 30)
        for _ in 0..<300 {
            let run = composer.words(12)
            let one = composer.words(Int.random(in: 0...80, using: &composer)) + run
            let other =
                composer.words(Int.random(in: 0...80, using: &composer)) + run
                + composer.words(Int.random(in: 0...80, using: &composer))
            let left = Fingerprint(of: SampleText.tokenized(paragraphs: [one]))
            let right = Fingerprint(of: SampleText.tokenized(paragraphs: [other]))
            #expect(!Set(left.keys).isDisjoint(with: right.keys))
        }
    }

    @Test func `choosing by passes gives the keys that choosing one by one gives`() {
        var composer = Composer(seed: 31)
        for count in Array(12...80) + [500, 3_000] {
            var words = composer.words(count)
            // A text that repeats itself has equal shingles in one window.
            if count.isMultiple(of: 3) { words = Array((words[..<4] + words + words[..<9])) }
            if count.isMultiple(of: 5) { words = words.map { _ in "واحد" } }
            let text = SampleText.tokenized(paragraphs: [words])
            var keys: Set<UInt64> = []
            Winnowing.standard.forEachKey(of: text.tokens) { key, _ in keys.insert(key) }
            if words.count < Fingerprint.shortTextWords {
                Winnowing.short.forEachKey(of: text.tokens) { key, _ in keys.insert(key) }
            }
            #expect(Fingerprint(of: text).keys == keys.sorted())
        }
    }

    @Test(arguments: [0, 1, 2, 3, 50, 1_000, 70_000])
    func `keys are sorted each once wherever they crowd`(count: Int) {
        var composer = Composer(seed: 32)
        for bits: UInt64 in [48, 40, 4] {
            let keys = (0..<count).map { _ in composer.next() >> (64 - bits) }
            #expect(
                KeySorting.risingWithoutRepetition(keys, bits: 48) == Set(keys).sorted())
        }
    }

    @Test func `the exact hash sees the order of words and not their offsets`() {
        let tokens = countingText(30).tokens
        var swapped = tokens
        swapped.swapAt(3, 4)
        let moved = tokens.map {
            Token(hash: $0.hash, start: $0.start + 9, end: $0.end + 9, isNumber: $0.isNumber)
        }
        let fingerprint = Fingerprint(of: TokenizedText(tokens: tokens))
        #expect(fingerprint.isExactCopy(of: Fingerprint(of: TokenizedText(tokens: moved))))
        #expect(!fingerprint.isExactCopy(of: Fingerprint(of: TokenizedText(tokens: swapped))))
        let empty = Fingerprint(of: TokenizedText(tokens: []))
        #expect(!empty.isExactCopy(of: empty))
    }
}
