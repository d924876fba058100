import NearDuplicates
import Testing

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

    @Test func `a block of format 2 is what it was`() {
        let text = TokenizedText(
            tokens: [
                Token(hash: 0x0102_0304_0506_0708, start: 2, end: 5, isNumber: false),
                Token(hash: 9, start: 305, end: 309, isNumber: true),
            ], paragraphStarts: [0, 1])
        #expect(TokenBlock.formatVersion == 2)
        #expect(
            TokenBlock.bytes(of: text) == [
                2, 2,  // version, tokens
                8, 7, 6, 5, 4, 3, 2, 1,  // hashes
                9, 0, 0, 0, 0, 0, 0, 0,
                2, 6, 0xAC, 2, 9,  // gap, length and kind
                2, 0, 1,  // paragraphs
                192, 35, 124, 21,  // the check
            ])
    }
}
