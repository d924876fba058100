import Testing

@testable import NearDuplicates

struct TokenBlockTests {
    @Test(arguments: [0, 1, 50, 2_000])
    func `a text comes back from its bytes`(count: Int) {
        var composer = Composer(seed: 40)
        let text = SampleText.tokenized(
            paragraphs: [composer.words(count), count == 0 ? [] : ["2015", "كلمة"]])
        #expect(TokenBlock.text(from: TokenBlock.bytes(of: text)) == text)
    }

    @Test func `the seeds come back with all offsets`() throws {
        let seeds = try SeedArticles()
        #expect(TokenBlock.text(from: TokenBlock.bytes(of: seeds.report)) == seeds.report)
        #expect(TokenBlock.bytes(of: seeds.report).count < seeds.report.tokens.count * 11)
    }

    @Test func `damaged or cut bytes give no text`() {
        var composer = Composer(seed: 41)
        let bytes = TokenBlock.bytes(of: SampleText.tokenized(paragraphs: composer.paragraphs(2)))
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 1
            #expect(TokenBlock.text(from: damaged) == nil)
            #expect(TokenBlock.text(from: Array(bytes[..<index])) == nil)
        }
    }

    @Test func `gaps and lengths of any size come back`() {
        var tokens: [Token] = []
        var position: UInt32 = 0
        for size: UInt32 in [0, 1, 126, 127, 128, 255, 256, 70_000, 0, 1_000_000] {
            let start = position + size
            tokens.append(
                Token(hash: UInt64(size), start: start, end: start + size, isNumber: size == 128))
            position = start + size
        }
        let text = TokenizedText(tokens: tokens, paragraphStarts: [3, 7])
        #expect(TokenBlock.text(from: TokenBlock.bytes(of: text)) == text)
    }

    @Test func `a place is told without the others being decoded`() throws {
        var composer = Composer(seed: 42)
        for longWord in [40, 400] {
            let text = SampleText.tokenized(
                paragraphs: [
                    composer.words(30) + [String(repeating: "ط", count: longWord)]
                        + composer.words(30)
                ])
            try TokenBlock.bytes(of: text).withUnsafeBytes { bytes in
                let block = try #require(BlockText(bytes))
                for (index, token) in text.tokens.enumerated() {
                    let place = block.place(of: index)
                    #expect(place.start == Int(token.start))
                    #expect(place.end == Int(token.end))
                }
            }
        }
    }

    // The check was computed apart from this code, by a script that follows the definition.
    @Test func `a block of format 3 is what it was`() {
        let text = TokenizedText(
            tokens: [
                Token(hash: 0x0102_0304_0506_0708, start: 2, end: 5, isNumber: false),
                Token(hash: 9, start: 305, end: 309, isNumber: true),
            ], paragraphStarts: [0, 1])
        #expect(TokenBlock.formatVersion == 3)
        #expect(
            TokenBlock.bytes(of: text) == [
                3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0,  // version and counts
                140, 247, 42, 171, 189, 252, 124, 228,  // the check
                8, 7, 6, 5, 4, 3, 2, 1,  // hashes
                9, 0, 0, 0, 0, 0, 0, 0,
                2, 127,  // gaps
                6, 9,  // lengths and kinds
                0, 0, 0, 0, 1, 0, 0, 0,  // paragraphs
                44, 1, 0, 0,  // the wide gap
            ])
    }
}
