/// A text as comparing sees it: its words side by side, and where they stand only when asked.
///
/// A view of memory that is another's: it is used inside ``WordColumns/withText(_:)`` or while the bytes
/// of a block are at hand, and copies nothing.
struct ComparedText {
    /// The words' hashes.
    let words: UnsafeBufferPointer<UInt64>
    /// For each word a byte whose lowest bit is set if it is a number.
    private let kinds: UnsafeBufferPointer<UInt8>
    private let source: Source

    private enum Source {
        case text(tokens: UnsafeBufferPointer<Token>, paragraphStarts: UnsafeBufferPointer<Int>)
        case block(BlockText)
    }

    fileprivate init(
        words: UnsafeBufferPointer<UInt64>, kinds: UnsafeBufferPointer<UInt8>,
        tokens: UnsafeBufferPointer<Token>, paragraphStarts: UnsafeBufferPointer<Int>
    ) {
        self.words = words
        self.kinds = kinds
        source = .text(tokens: tokens, paragraphStarts: paragraphStarts)
    }

    /// `nil` if the bytes are no text.
    init?(block bytes: UnsafeRawBufferPointer) {
        guard let block = BlockText(bytes), block.hasRisingParagraphs else { return nil }
        words = block.hashes
        kinds = block.kinds
        source = .block(block)
    }

    /// Words.
    var count: Int { words.count }

    @inline(__always)
    func isNumber(_ word: Int) -> Bool { kinds[word] & 1 == 1 }

    /// The index of the first word of every paragraph.
    var paragraphStarts: [Int] {
        switch source {
        case .text(_, let paragraphStarts): Array(paragraphStarts)
        case .block(let block): block.paragraphStarts
        }
    }

    /// Offset of a word's first character.
    func start(of word: Int) -> Int {
        switch source {
        case .text(let tokens, _): Int(tokens[word].start)
        case .block(let block): block.place(of: word).start
        }
    }

    /// Offset after a word's last character.
    func end(of word: Int) -> Int {
        switch source {
        case .text(let tokens, _): Int(tokens[word].end)
        case .block(let block): block.place(of: word).end
        }
    }
}

/// A text with its words' hashes side by side.
struct WordColumns: Sendable {
    let text: TokenizedText
    let hashes: [UInt64]
    private let kinds: [UInt8]

    init(_ text: TokenizedText) {
        self.text = text
        hashes = Self.column(of: text, \.hash)
        kinds = Self.column(of: text) { $0.isNumber ? 1 : 0 }
    }

    // A third of what `map` takes: it looks whether there is room at every word.
    @inline(__always)
    private static func column<Value>(
        of text: TokenizedText, _ value: (Token) -> Value
    ) -> [Value] {
        [Value](unsafeUninitializedCapacity: text.tokens.count) { column, count in
            for (index, token) in text.tokens.enumerated() {
                column.initializeElement(at: index, to: value(token))
            }
            count = text.tokens.count
        }
    }

    /// Calls `body` with what comparing sees, which is of no use afterwards.
    func withText<Result>(_ body: (ComparedText) -> Result) -> Result {
        hashes.withUnsafeBufferPointer { hashes in
            kinds.withUnsafeBufferPointer { kinds in
                text.tokens.withUnsafeBufferPointer { tokens in
                    text.paragraphStarts.withUnsafeBufferPointer { starts in
                        body(
                            ComparedText(
                                words: hashes, kinds: kinds, tokens: tokens,
                                paragraphStarts: starts))
                    }
                }
            }
        }
    }
}
