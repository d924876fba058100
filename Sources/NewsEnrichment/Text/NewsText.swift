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
        var readings: [WordReading] = []
        var words = [Word](capacity: keys.words.count) { words in
            while words.count < keys.words.count {
                let (first, left) = (readings.count, keys.words.count - words.count)
                readings.append(addingCapacity: left + left / 2 + Word.maxReadings) { readings in
                    Word.read(keys, of: bytes.span, lexicon, to: &words, &readings, behind: first)
                }
            }
        }
        self.readings = readings
        (sentences, tail) = Self.place(&words, in: bytes.span, paragraphs)
        self.words = words
    }

    /// Says of words what stands before them and in which paragraph they are; returns where the
    /// sentences are, and what stands after the last word.
    private static func place(
        _ words: inout [Word], in text: Span<UInt8>, _ paragraphs: [Paragraph]
    ) -> (sentences: [Range<Int>], tail: Marks) {
        var sentences: [Range<Int>] = []
        var marks = MarkScanner()
        var words = words.mutableSpan
        var previousEnd = 0
        var firstOfSentence = 0
        var paragraph = 1
        var nextParagraph = start(of: 1, in: paragraphs)
        for index in 0..<words.count {
            let before = marks.scan(text, previousEnd..<Int(words[unchecked: index].startByte))
            if !before.isDisjoint(with: [.paragraph, .fullStop]), index > 0,
                before.contains(.paragraph) || isEnd(of: text, in: words.span, index)
            {
                sentences.append(firstOfSentence..<index)
                firstOfSentence = index
            }
            previousEnd = Int(words[unchecked: index].endByte)
            while nextParagraph <= Int(words[unchecked: index].start) {
                nextParagraph = start(of: paragraph + 1, in: paragraphs)
                paragraph += 1
            }
            words[unchecked: index].place(behind: before, inParagraph: paragraph)
        }
        if firstOfSentence < words.count { sentences.append(firstOfSentence..<words.count) }
        return (sentences, marks.scan(text, previousEnd..<text.count))
    }

    /// Where the paragraph of this index starts, in scalars; never if there is none.
    private static func start(of paragraph: Int, in paragraphs: [Paragraph]) -> Int {
        paragraph < paragraphs.count ? paragraphs[paragraph].start : .max
    }

    /// Whether a sentence ends before a word: where its scanner, given the three before, ends one.
    private static func isEnd(of text: Span<UInt8>, in words: Span<Word>, _ word: Int) -> Bool {
        let start = Int(words[max(0, word - 3)].startByte)
        let context = text.extracting(start..<Int(words[word].endByte))
        guard let last = SentenceScanner.sentences(in: context).last else { return false }
        return start + last.bytes.lowerBound >= Int(words[word - 1].endByte)
    }
}
