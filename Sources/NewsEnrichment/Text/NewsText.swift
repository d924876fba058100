internal import ArabicText
internal import ArticleExtraction

/// The words of a text, made once and read by every rule.
struct NewsText: Sendable {
    /// The text in display form.
    let utf8: [UInt8]
    /// Its words, in order.
    private(set) var words: [Word] = []
    /// The ways to read the words; each word knows its own.
    private(set) var readings: [WordReading] = []
    /// The folded letters of all words, as UTF-16.
    let letters: [UInt16]
    /// The words of each sentence, in order; every word is in one.
    private(set) var sentences: [Range<Int>] = []
    /// What stands after the last word.
    private(set) var tail: Marks = []

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
        words.reserveCapacity(keys.words.count)
        readings.reserveCapacity(keys.words.count * 2)
        var marks = MarkScanner()
        var previousEnd = 0
        var paragraph = 0
        for key in keys.words {
            let before = marks.scan(bytes.span, previousEnd..<Int(key.startByte))
            previousEnd = Int(key.endByte)
            while paragraph + 1 < paragraphs.count, paragraphs[paragraph + 1].start <= key.start {
                paragraph += 1
            }
            add(key, before: before, paragraph: paragraph + 1, lexicon: lexicon)
        }
        tail = marks.scan(bytes.span, previousEnd..<bytes.count)
        findSentences()
    }

    private mutating func add(
        _ key: KeyWords.Word, before: Marks, paragraph: Int, lexicon: Lexicon
    ) {
        let first = Int(key.firstLetter)
        let count = Int(key.endLetter) - first
        // The hashes of the word without its first 2, 1 and 0 letters.
        let endings = Self.endings(of: letters.span, first, count)
        let firstReading = readings.count
        let kind = Self.kind(of: key, letters: letters)
        let whole = lexicon.senses(of: endings.0.value)
        var any = whole
        readings.append(
            WordReading(hash: endings.0.value, senses: whole, proclitics: [], cut: 0))
        if kind == .arabic, count > 2 {
            any.formUnion(addReadings(first, count, endings, lexicon))
        }
        words.append(
            Word(
                startByte: key.startByte, endByte: key.endByte, start: key.start, end: key.end,
                hash: endings.0.value, senses: whole, anySenses: any,
                firstReading: UInt32(truncatingIfNeeded: firstReading),
                readingCount: UInt8(readings.count - firstReading), kind: kind,
                letterCount: UInt8(clamping: count),
                isDefinite: kind == .arabic && isDefinite(first, count), before: before,
                paragraph: UInt32(truncatingIfNeeded: paragraph), firstLetter: key.firstLetter))
    }

    @inline(__always)
    private static func endings(
        of letters: Span<UInt16>, _ first: Int, _ count: Int
    ) -> (WordHash, WordHash, WordHash) {
        var hash = WordHash()
        var index = first + count
        while index > first + 2 {
            index -= 1
            hash.prepend(letters[unchecked: index])
        }
        let third = hash
        if count > 1 { hash.prepend(letters[unchecked: first + 1]) }
        let second = hash
        if count > 0 { hash.prepend(letters[unchecked: first]) }
        return (hash, second, third)
    }

    /// Adds the readings of a word of at least three letters without its proclitics, and returns what
    /// they may be.
    private mutating func addReadings(
        _ first: Int, _ count: Int, _ endings: (WordHash, WordHash, WordHash),
        _ lexicon: Lexicon
    ) -> Senses {
        var any: Senses = []
        func add(
            _ hash: WordHash, _ proclitics: WordReading.Proclitics, _ cut: Int,
            to readings: inout [WordReading]
        ) {
            let senses = lexicon.senses(of: hash.value)
            any.formUnion(senses)
            readings.append(
                WordReading(
                    hash: hash.value, senses: senses, proclitics: proclitics, cut: UInt8(cut)))
        }
        var conjunction: WordReading.Proclitics = []
        var at = 0
        var (here, next) = (endings.0, endings.1)
        switch letters[first] {
        case Letter.waw: conjunction = .waw
        case Letter.feh: conjunction = .fa
        default: break
        }
        if !conjunction.isEmpty {
            add(endings.1, conjunction, 1, to: &readings)
            at = 1
            (here, next) = (endings.1, endings.2)
        }
        guard count - at > 2 else { return any }
        switch letters[first + at] {
        case Letter.beh: add(next, conjunction.union(.ba), at + 1, to: &readings)
        case Letter.kaf: add(next, conjunction.union(.kaf), at + 1, to: &readings)
        case Letter.lam:
            if letters[first + at + 1] == Letter.lam, count - at > 3 {
                // للمغرب is ل and المغرب; للجنة is ل and اللجنة, or ل and لجنة.
                for var restored in [next, here] {
                    restored.prepend(Letter.alef)
                    add(restored, conjunction.union([.lam, .fused]), at, to: &readings)
                }
            }
            add(next, conjunction.union(.lam), at + 1, to: &readings)
        default: break
        }
        return any
    }

    /// Whether the word is ال and at least two letters, after و ف ب ك, or begins with لل.
    private func isDefinite(_ first: Int, _ count: Int) -> Bool {
        var at = first
        let end = first + count
        if end - at > 4, letters[at] == Letter.waw || letters[at] == Letter.feh { at += 1 }
        if end - at > 4, letters[at] == Letter.beh || letters[at] == Letter.kaf { at += 1 }
        guard end - at > 3 else { return false }
        return letters[at + 1] == Letter.lam
            && (letters[at] == Letter.alef || letters[at] == Letter.lam)
    }

    private static func kind(of key: KeyWords.Word, letters: [UInt16]) -> Word.Kind {
        if key.hasDigit { return .number }
        guard key.firstLetter < key.endLetter else { return .other }
        return switch letters[Int(key.firstLetter)] {
        case 0x600...0x6FF: .arabic
        case 0x41...0x24F: .latin
        default: .other
        }
    }

    /// A sentence ends between two words where its scanner, given these and the two before, ends one.
    private mutating func findSentences() {
        var first = 0
        for index in words.indices.dropFirst() {
            let before = words[index].before
            guard before.contains(.paragraph) || before.contains(.fullStop) && ends(before: index)
            else { continue }
            sentences.append(first..<index)
            first = index
        }
        if first < words.count { sentences.append(first..<words.count) }
    }

    private func ends(before index: Int) -> Bool {
        let start = Int(words[max(0, index - 3)].startByte)
        let context = utf8.span.extracting(start..<Int(words[index].endByte))
        guard let last = SentenceScanner.sentences(in: context).last else { return false }
        return start + last.bytes.lowerBound >= Int(words[index - 1].endByte)
    }
}
