/// Finds what an Arabic text says about time.
///
/// All dialects of month names are known at once, with French and English ones. Matching runs over
/// UTF-8 bytes in time linear in the text. A value without the words for it is never made up: there
/// is no first of January for a year, no first day for a month.
public struct DateParser: Sendable {
    private let lexicon: Lexicon

    /// The Arabic words that the parser knows, without ال and without attached و ف ب ك ل.
    ///
    /// A word of the letters ء to ي that in key form is none of these, however its first letters are
    /// taken off, says nothing of time.
    public static var vocabulary: [String] {
        let words = LexiconWords.all.flatMap { $0.words.split(separator: " ") }
        return words.filter { $0.utf8.allSatisfy { $0 >= 0x80 } }.flatMap { word in
            // The parser takes ه for ة; the key form does not.
            let isEither = word.last == "ة" || word.last == "ه"
            return isEither ? [word.dropLast() + "ة", word.dropLast() + "ه"] : [String(word)]
        }
    }

    /// Makes a parser. Cheap after the first, which builds the table of words.
    public init() {
        lexicon = .shared
    }

    /// The first complete calendar date of `text`: day, month and year, whatever comes before it.
    ///
    /// `نشر يوم 08 - 03 - 2014`, `الأربعاء 12 مارس 2014 - 10:35`, `7 جمادى الأولى 1435`. A bare
    /// month and year is not one, nor is a year of two digits.
    public func completeDate(in text: Span<UInt8>) -> DatedSpan? {
        let grammar = Grammar(tokens: Lexer.tokens(of: text, lexicon: lexicon), anchor: nil)
        return grammar.firstCompleteDate()
    }

    /// Every time expression of `text`, in order; none lies inside another.
    ///
    /// - Parameters:
    ///   - text: UTF-8. Takes time linear in it.
    ///   - anchor: The day relative words count from: publication for a body, the crawl for a page's
    ///     headlines. Without one, values keep `X` where it would have spoken.
    public func expressions(in text: Span<UInt8>, anchor: CivilDate?) -> [TimeExpression] {
        Grammar(tokens: Lexer.tokens(of: text, lexicon: lexicon), anchor: anchor).expressions()
    }

    /// A reader for a text of so many bytes.
    public func reader(expecting byteCount: Int) -> DateReader {
        DateReader(lexer: Lexer(lexicon: lexicon, expecting: byteCount))
    }

    /// As above, for a string.
    public func expressions(in text: String, anchor: CivilDate?) -> [TimeExpression] {
        expressions(in: Array(text.utf8).span, anchor: anchor)
    }

    /// The first complete calendar date of a string.
    public func completeDate(in text: String) -> DatedSpan? {
        completeDate(in: Array(text.utf8).span)
    }
}
