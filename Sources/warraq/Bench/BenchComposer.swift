/// Articles that nobody wrote, of real words: those of the demo's texts.
struct BenchComposer {
    private let words: [Substring.UTF8View]
    private let bytes: Int
    private var state: UInt64 = 42

    init(bytes: Int) {
        self.bytes = bytes
        let text = String(
            decoding: PackageResources.page_txt + PackageResources.brief_txt, as: UTF8.self)
        words = text.split { $0 == " " || $0 == "\n" || $0 == "\u{00A0}" }.map(\.utf8)
    }

    /// The next article: paragraphs of sentences of words drawn evenly, the same run after run.
    mutating func next() -> [UInt8] {
        var article: [UInt8] = []
        article.reserveCapacity(bytes + 64)
        var wordsInSentence = 0
        var sentences = 0
        while article.count < bytes {
            // Steele, Lea and Flood's SplitMix64.
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            article += words[Int(truncatingIfNeeded: (mixed ^ mixed >> 31) % UInt64(words.count))]
            wordsInSentence += 1
            guard wordsInSentence == 22 else {
                article.append(0x20)
                continue
            }
            wordsInSentence = 0
            sentences += 1
            article += sentences % 4 == 0 ? ".\n".utf8 : ". ".utf8
        }
        return article
    }
}
