internal import NearDuplicates
internal import WarraqCore
internal import WarraqTesting

/// The index of near-duplicates with 20,000 articles in it, and the comparison of two texts.
enum DuplicateBenchmarks {
    private static let documents = 20_000

    static func all() throws -> [Benchmark] {
        let article = tokens(try BenchmarkInput.article())
        let page = tokens(try BenchmarkInput.flattenedPage())
        let edited = edited(article)
        let words = try BenchmarkInput.corpus().flatMap { $0.text.split(separator: " ") }
        return [
            Benchmark("fingerprint/news-4KB") { Fingerprint(of: article).keys.count },
            Benchmark("query/near-copy-in-20k") {
                let index = FilledIndex(documents, words)
                let text = Fingerprint(of: Self.edited(index.texts[7]))
                return { index.candidates(text) }
            },
            Benchmark("query/new-in-20k") {
                let index = FilledIndex(documents, words)
                let text = Fingerprint(of: article)
                return { index.candidates(text) }
            },
            Benchmark("insert/news-4KB-in-20k") {
                let index = FilledIndex(documents, words)
                return { index.insertNext() }
            },
            Benchmark("compare/near-copy-4KB") {
                TextComparer.compare(article, edited).passages.count
            },
            Benchmark("compare/unrelated-4KB-17KB") {
                TextComparer.compare(article, page).passages.count
            },
        ]
    }

    private static func tokens(_ text: [UInt8]) -> TokenizedText {
        ArticleTokens.text(ofBody: text, paragraphStarts: [0])
    }

    /// `text` with every fortieth word another.
    private static func edited(_ text: TokenizedText) -> TokenizedText {
        TokenizedText(
            tokens: text.tokens.enumerated().map { place, token in
                guard place % 40 == 39 else { return token }
                return Token(
                    hash: token.hash &+ 1, start: token.start, end: token.end,
                    isNumber: token.isNumber)
            }, paragraphStarts: text.paragraphStarts)
    }
}

/// An index in a steady state: it holds a number of articles, and forgets one for each that it takes.
private final class FilledIndex {
    /// The first few texts.
    private(set) var texts: [TokenizedText] = []
    private var index = NearDuplicateIndex()
    private var fingerprints: [Fingerprint] = []
    private var time: Int64 = 0
    private let step: Int64
    private var place = 0

    /// An index of `count` articles of 400 of `words` each.
    init(_ count: Int, _ words: [Substring]) {
        step = index.configuration.windowMilliseconds / Int64(count)
        var random = SplitMix64(seed: 42)
        for number in 0..<count {
            var text: [UInt8] = []
            for _ in 0..<400 {
                text += words[Int(truncatingIfNeeded: random.next() % UInt64(words.count))].utf8
                text.append(0x20)
            }
            let tokens = ArticleTokens.text(ofBody: text, paragraphStarts: [0])
            if number < 10 { texts.append(tokens) }
            fingerprints.append(Fingerprint(of: tokens))
        }
        for _ in 0..<count { _ = insertNext() }
    }

    func insertNext() -> Int {
        time += step
        let number = index.insert(fingerprints[place], host: UInt64(place % 40), at: time)
        index.confirm()
        place = (place + 1) % fingerprints.count
        return Int(number.rawValue)
    }

    func candidates(_ fingerprint: Fingerprint) -> Int {
        index.candidates(for: fingerprint, host: 1, at: time).count
    }
}
