/// Cuts UTF-8 into the tokens of the grammar, in one pass.
///
/// Takes time linear in the text; bytes that are not UTF-8 end a word and are otherwise passed over.
struct Lexer {
    private let lexicon: Lexicon
    private var tokens: [Token] = []
    /// Scalars read so far.
    private var offset: Int32 = 0
    private var blanks = 0
    private var isSpaced = false
    private var word = Word()

    /// A word being read.
    struct Word {
        var key: UInt64 = 0
        var length: UInt64 = 0
        var start: Int32 = 0
        var end: Int32 = 0
        /// Where the second and third letters start.
        var second: Int32 = 0
        var third: Int32 = 0
        var lastLetter: UInt8 = 0
        /// Has a letter that no word of the lexicon has.
        var isForeign = false
    }

    /// A lexer that knows `lexicon`.
    init(lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// The tokens of `text`, with scalar offsets.
    ///
    /// - Parameter silent: Runs of words that are not in the lexicon.
    static func tokens(
        of text: Span<UInt8>, lexicon: Lexicon, without silent: [SilentRun] = []
    ) -> [Token] {
        var lexer = Lexer(lexicon: lexicon)
        lexer.tokens.reserveCapacity(text.count / 16 + 16)
        let (arabic, ascii) = (LetterCode.arabic, LetterCode.ascii)
        let runs = silent.span
        var (start, next) = (0, 0)
        while true {
            let end = next < runs.count ? runs[unchecked: next].bytes.lowerBound : text.count
            lexer.read(text, start..<end, arabic.span, ascii.span)
            lexer.flushWord()
            guard next < runs.count else { break }
            lexer.skip(runs[unchecked: next])
            start = runs[unchecked: next].bytes.upperBound
            next += 1
        }
        return lexer.tokens
    }

    /// Takes unknown words, which are one token.
    @inline(__always)
    private mutating func skip(_ run: SilentRun) {
        let start = offset
        offset += Int32(truncatingIfNeeded: run.scalarCount)
        takeUnknown(start..<offset, run.firstWord)
    }

    /// Takes unknown words: more of the last token if that is unknown too, else a token.
    @inline(__always)
    private mutating func takeUnknown(_ scalars: Range<Int32>, _ first: SilentRun.FirstWord) {
        if extendOther(to: scalars.upperBound) { return }
        var token = Token(kind: .other, start: scalars.lowerBound, end: scalars.upperBound)
        switch first {
        case .definite: token.traits = .definite
        case .counted: token.traits = .counted
        case .other: break
        }
        append(token)
    }

    /// Adds an unknown word to the one before it, if that is unknown too.
    @inline(__always)
    private mutating func extendOther(to end: Int32) -> Bool {
        let last = tokens.count - 1
        guard last >= 0, tokens[last].kind == .other else { return false }
        tokens[last].end = end
        isSpaced = false
        blanks = 0
        return true
    }

    @inline(__always)
    private mutating func read(
        _ text: Span<UInt8>, _ range: Range<Int>, _ arabic: Span<UInt8>, _ ascii: Span<UInt8>
    ) {
        precondition(range.upperBound <= text.count, "a silent run outside of its text")
        var index = range.lowerBound
        let count = text.count
        while index < range.upperBound {
            let byte = text[unchecked: index]
            if byte == 0x20 {
                flushWord()
                appendBlank()
                offset += 1
                index += 1
            } else if byte < 0x80 {
                accept(ascii[Int(byte)], isLatin: true, markByte: byte)
                index += 1
            } else if byte & 0xFC == 0xD8, index + 1 < count {
                let low = UInt8(truncatingIfNeeded: (byte & 3) << 6 | text[index + 1] & 0x3F)
                // 0xD8 to 0xDB are U+0600 to U+06FF.
                let code = arabic[Int(low)]
                if code < 32, word.length == 0 {
                    index = readLetters(text, at: index, arabic)
                    continue
                }
                accept(
                    code, isLatin: false,
                    markByte: code == LetterCode.mark ? LetterCode.markByte(arabicLow: low) : 0)
                index += 2
            } else {
                index += acceptRare(text, at: index)
            }
        }
    }

    /// Takes the Arabic letters that begin a word, which is most of a text; returns where they end.
    @inline(__always)
    private mutating func readLetters(
        _ text: Span<UInt8>, at start: Int, _ arabic: Span<UInt8>
    ) -> Int {
        var index = start
        var key: UInt64 = 0
        var shift: UInt64 = 0
        var code: UInt8 = 0
        let last = text.count &- 1
        while index < last, text[unchecked: index] & 0xFC == 0xD8 {
            let low = (text[unchecked: index] & 3) << 6 | text[unchecked: index &+ 1] & 0x3F
            let next = arabic[unchecked: Int(low)]
            guard next < 32 else { break }
            code = next
            if shift < 60 {
                key |= UInt64(code) &<< shift
                shift &+= 5
            }
            index &+= 2
        }
        let begin = offset
        let length = (index &- start) >> 1
        offset &+= Int32(truncatingIfNeeded: length)
        // Most words of a text without its silent runs are known as they stand.
        if index <= last, text[unchecked: index] == 0x20, length <= 12,
            let entry = lexicon.entry(for: key)
        {
            append(
                Token(
                    kind: entry.kind, size: entry.size, value: Int32(entry.value), start: begin,
                    end: offset))
            return index
        }
        word = Word(
            key: key, length: UInt64(length), start: begin, end: offset, second: begin &+ 1,
            third: begin &+ 2, lastLetter: code, isForeign: length > 12)
        return index
    }

    /// Takes one scalar outside ASCII and the Arabic block; returns its length in bytes.
    private mutating func acceptRare(_ text: Span<UInt8>, at index: Int) -> Int {
        let byte = text[index]
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        guard length > 1, index + length <= text.count else {
            accept(LetterCode.stop, isLatin: false, markByte: 0)
            return 1
        }
        var scalar = UInt32(byte) & (0xFF >> UInt32(length + 1))
        for following in 1..<length {
            scalar = scalar << 6 | UInt32(text[index + following] & 0x3F)
        }
        switch scalar {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
            accept(LetterCode.blank, isLatin: false, markByte: 0)
        case 0xC0...0xFF:
            accept(LetterCode.latin1[Int(scalar - 0xC0)], isLatin: true, markByte: 0)
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
            accept(LetterCode.skipped, isLatin: false, markByte: 0)
        case 0x2010...0x2015, 0x2212:
            accept(LetterCode.mark, isLatin: false, markByte: UInt8(ascii: "-"))
        case 0xAB, 0xBB, 0x2018...0x201F:
            accept(LetterCode.mark, isLatin: false, markByte: UInt8(ascii: "\""))
        case 0x2028, 0x2029, 0x85:
            accept(LetterCode.lineBreak, isLatin: false, markByte: 0)
        case 0x80...0xBF, 0x2000...0x2BFF:
            accept(LetterCode.stop, isLatin: false, markByte: 0)
        default:
            acceptForm(scalar)
        }
        return length
    }

    /// Takes a presentation form as its letter, anything else as a foreign letter.
    private mutating func acceptForm(_ scalar: UInt32) {
        guard let low = LetterCode.base(presentationForm: scalar) else {
            accept(LetterCode.foreign, isLatin: false, markByte: 0)
            return
        }
        accept(LetterCode.arabic[Int(low)], isLatin: false, markByte: 0)
        if scalar >= 0xFEF5 {
            // A lam-alef ligature: one scalar, two letters.
            offset -= 1
            accept(UInt8(LetterCode.alef), isLatin: false, markByte: 0)
        }
    }

    @inline(__always)
    private mutating func accept(_ code: UInt8, isLatin: Bool, markByte: UInt8) {
        if code < 32 {
            appendLetter(code, isLatin: isLatin)
        } else if code == LetterCode.skipped {
            if word.length > 0 { word.end = offset + 1 }
        } else if code >= LetterCode.digit {
            appendDigit(code - LetterCode.digit)
        } else if code == LetterCode.foreign {
            if word.length == 0 { appendLetter(0, isLatin: isLatin) }
            word.isForeign = true
            word.end = offset + 1
        } else {
            flushWord()
            appendSeparator(code, markByte: markByte)
        }
        offset += 1
    }

    @inline(__always)
    private mutating func appendLetter(_ code: UInt8, isLatin: Bool) {
        let script: UInt64 = isLatin ? LetterCode.latin : 0
        if word.length > 0, word.key & LetterCode.latin != script { flushWord() }
        if word.length == 0 {
            word.start = offset
            word.key = script
        } else if word.length == 1 {
            word.second = offset
        } else if word.length == 2 {
            word.third = offset
        }
        if word.length < 12 {
            word.key |= UInt64(code) << (word.length * 5)
        } else {
            word.isForeign = true
        }
        word.length += 1
        word.lastLetter = code
        word.end = offset + 1
    }

    private mutating func appendDigit(_ value: UInt8) {
        flushWord()
        if let last = tokens.indices.last, tokens[last].kind == .number, !isSpaced,
            tokens[last].end == offset
        {
            tokens[last].end = offset + 1
            if tokens[last].size < 9 {
                tokens[last].value = tokens[last].value * 10 + Int32(value)
                tokens[last].size += 1
            } else {
                // Too long for a number of time.
                tokens[last].value = 999_999_999
                tokens[last].size = 10
            }
            return
        }
        append(Token(kind: .number, size: 1, value: Int32(value), start: offset, end: offset + 1))
    }

    private mutating func appendSeparator(_ code: UInt8, markByte: UInt8) {
        switch code {
        case LetterCode.blank: appendBlank()
        case LetterCode.mark:
            append(
                Token(
                    kind: .mark, value: Int32(markByte), start: offset, end: offset + 1))
        default:
            appendStop()
            isSpaced = true
        }
    }

    @inline(__always)
    private mutating func appendBlank() {
        blanks += 1
        isSpaced = true
        // Three blanks part the slots of a page, as in a ticker.
        if blanks == 3 { appendStop() }
    }

    private mutating func appendStop() {
        if let last = tokens.last, last.kind == .stop { return }
        tokens.append(Token(kind: .stop, start: offset, end: offset))
    }

    private mutating func append(_ token: Token) {
        var token = token
        if isSpaced { token.traits.insert(.spaced) }
        isSpaced = false
        blanks = 0
        tokens.append(token)
    }

    @inline(__always)
    private mutating func flushWord() {
        if word.length > 0 { endWord() }
    }

    private mutating func endWord() {
        let read = word
        word.length = 0
        word.isForeign = false
        if !read.isForeign, let token = lexicon.token(of: read) {
            append(token)
            return
        }
        takeUnknown(
            read.start..<read.end,
            read.isDefinite ? .definite : read.isCounted ? .counted : .other)
    }
}
