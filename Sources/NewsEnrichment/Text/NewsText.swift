internal import ArabicText
internal import ArticleExtraction

/// The words of a text, made once and read by every rule.
struct NewsText: Sendable {
    /// The text in display form.
    let utf8: [UInt8]
    /// Its words, in order.
    let words: [Word]
    /// The ways to read the words; each word knows its own.
    let readings: [WordReading]
    /// The folded letters of all words, as UTF-16.
    let letters: [UInt16]
    /// The words of each sentence, in order; every word is in one.
    let sentences: [Range<Int>]
    /// What stands after the last word.
    let tail: Marks

    /// The words of a body or title in display form.
    ///
    /// - Parameters:
    ///   - paragraphs: Those of the text, one if none are given. One without words is possible.
    ///   - lexicon: What is known of words.
    init(of text: String, paragraphs: [Paragraph] = [], lexicon: Lexicon = .shared) {
        let bytes = Array(text.utf8)
        let keys = KeyWords(of: bytes.span)
        utf8 = bytes
        letters = keys.letters
        var marks = MarkScanner()
        var previousEnd = 0
        var paragraph = 0
        var nextParagraph = Self.start(of: 1, in: paragraphs)
        var sentences: [Range<Int>] = []
        var words: [Word] = []
        readings = Array(capacity: Word.maxReadings(of: keys)) { readings in
            words = Array(capacity: keys.words.count) { words in
                var firstOfSentence = 0
                for key in keys.words {
                    let before = marks.scan(bytes.span, previousEnd..<Int(key.startByte))
                    if !before.isDisjoint(with: [.paragraph, .fullStop]), words.count > 0,
                        before.contains(.paragraph)
                            || Self.isEnd(of: bytes.span, in: words.span, key)
                    {
                        sentences.append(firstOfSentence..<words.count)
                        firstOfSentence = words.count
                    }
                    previousEnd = Int(key.endByte)
                    while nextParagraph <= key.start {
                        paragraph += 1
                        nextParagraph = Self.start(of: paragraph + 1, in: paragraphs)
                    }
                    words.append(
                        Word(
                            key, of: bytes.span, before: before,
                            paragraph: UInt32(truncatingIfNeeded: paragraph + 1),
                            letters: keys.letters.span, lexicon: lexicon, readings: &readings))
                }
                if firstOfSentence < words.count {
                    sentences.append(firstOfSentence..<words.count)
                }
            }
        }
        self.words = words
        self.sentences = sentences
        tail = marks.scan(bytes.span, previousEnd..<bytes.count)
    }

    /// Where the paragraph of this index starts, in scalars; never if there is none.
    private static func start(of paragraph: Int, in paragraphs: [Paragraph]) -> Int {
        paragraph < paragraphs.count ? paragraphs[paragraph].start : .max
    }

    /// Whether a sentence ends before a word: where its scanner, given the three before, ends one.
    private static func isEnd(
        of text: Span<UInt8>, in words: Span<Word>, _ key: KeyWords.Word
    ) -> Bool {
        let start = Int(words[max(0, words.count - 3)].startByte)
        let context = text.extracting(start..<Int(key.endByte))
        guard let last = SentenceScanner.sentences(in: context).last else { return false }
        return start + last.bytes.lowerBound >= Int(words[words.count - 1].endByte)
    }
}
