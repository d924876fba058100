/// A text as comparing sees it: its words side by side, and where they stand only when asked.
struct ComparedText: Sendable {
    /// The words' hashes.
    let words: [UInt64]
    /// For each word a byte whose lowest bit is set if it is a number.
    private let kinds: [UInt8]
    /// The index of the first word of every paragraph.
    let paragraphStarts: [Int]
    private let places: Places

    private enum Places: Sendable {
        case tokens([Token])
        case block(BlockText)
    }

    init(_ text: TokenizedText) {
        words = text.tokens.map(\.hash)
        kinds = text.tokens.map { $0.isNumber ? 1 : 0 }
        paragraphStarts = text.paragraphStarts
        places = .tokens(text.tokens)
    }

    /// `nil` if the bytes are no text.
    init?(block bytes: [UInt8]) {
        guard let block = BlockText(bytes), let starts = block.paragraphStarts else { return nil }
        words = block.hashes
        kinds = block.kinds
        paragraphStarts = starts
        places = .block(block)
    }

    /// Words.
    var count: Int { words.count }

    @inline(__always)
    func isNumber(_ word: Int) -> Bool { kinds[word] & 1 == 1 }

    /// How many words are numbers.
    var numberCount: Int { kinds.reduce(0) { $0 &+ Int($1 & 1) } }

    /// Offset of a word's first character.
    func start(of word: Int) -> Int {
        switch places {
        case .tokens(let tokens): Int(tokens[word].start)
        case .block(let block): block.place(of: word).start
        }
    }

    /// Offset after a word's last character.
    func end(of word: Int) -> Int {
        switch places {
        case .tokens(let tokens): Int(tokens[word].end)
        case .block(let block): block.place(of: word).end
        }
    }
}
