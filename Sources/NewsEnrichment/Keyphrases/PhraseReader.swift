/// A noun phrase where it stands.
struct Phrase {
    /// What is the same in all forms of it: the stems of its words.
    let key: UInt64
    /// Its first word.
    let first: Int
    /// How many words it has.
    let count: Int

    var words: Range<Int> { first..<first + count }
}

/// Reads noun phrases: definite words in a row («التعاون الأمني»), or an indefinite noun and the definite
/// words that it is annexed to («محاربة التطرف»).
struct PhraseReader {
    private let shapes: PhraseShapes
    private let frequencies: WordFrequencies
    private let negation = Self.negation
    /// Each word as part of a phrase, if it was read.
    private var parts: [PhrasePart]
    /// The words that phrases begin with.
    let starts: [Int]

    /// The most words of a phrase.
    private static let limit = 5
    private static let negation = WordHash.of("غير")

    /// A reader of a text.
    ///
    /// - Parameter isTaken: For each word, whether it can be in no phrase.
    init(text: NewsText, frequencies: WordFrequencies, isTaken: [Bool]) {
        let shapes = PhraseShapes(text: text, isTaken: isTaken)
        var parts = [PhrasePart](repeating: PhrasePart(), count: text.words.count)
        let candidates = shapes.starts
        starts = Array(capacity: candidates.count) { starts in
            var parts = parts.mutableSpan
            for index in candidates {
                let part = PhrasePart(index, in: text, frequencies)
                parts[index] = part
                guard part.isDefinite || shapes.isAnnexed(index + 1) && shapes.isNoun(index, part),
                    !shapes.isStop(index, part)
                else { continue }
                starts.append(index)
            }
        }
        self.shapes = shapes
        self.parts = parts
        self.frequencies = frequencies
    }

    /// Whether a phrase can go on with a word.
    @inline(__always)
    private func goesOn(_ index: Int) -> Bool {
        index < parts.count && shapes.goesOn(index)
            && (shapes.text.words[index].isDefinite || shapes.text.words[index].hash == negation)
    }

    /// The phrases that begin at ``starts``: those of two words and more, and the word itself if it is
    /// definite and often said.
    ///
    /// - Parameters:
    ///   - stems: Those that phrases begin with, counted; one that was counted once begins none.
    ///   - isTerm: Whether words from one on are a term, which is told once.
    mutating func phrases(stems: StemCounts, isTerm: (Int) -> Bool) -> [Phrase] {
        var phrases: [Phrase] = []
        phrases.reserveCapacity(starts.count)
        for start in starts {
            let first = parts[start]
            var key = first.stem
            guard stems.isRepeated(key) || goesOn(start + 1) && isTerm(start) else { continue }
            if first.isDefinite, stems.isOften(key) {
                phrases.append(Phrase(key: key, first: start, count: 1))
            }
            var last = start + 1
            let end = min(start + Self.limit, parts.count)
            while last < end, shapes.goesOn(last) {
                if shapes.text.words[last].hash == negation {
                    key = Self.join(key, negation)
                    last += 1
                    continue
                }
                guard shapes.text.words[last].isDefinite, shapes.isInside(last) else { break }
                read(last)
                let part = parts[last]
                // «تبادل المعلومات والخبرات», «الإنتاج المشترك للأمن»: and no more after that.
                guard part.isDefinite,
                    part.startsWithArticle
                        || last > start + 1
                            && (part.isFused || part.hasConjunction && !first.isDefinite)
                else { break }
                key = Self.join(key, part.stem)
                last += 1
                phrases.append(Phrase(key: key, first: start, count: last - start))
                if !part.startsWithArticle { break }
            }
        }
        return phrases
    }

    /// How many letters of a phrase are proclitics before it.
    func cut(of phrase: Phrase) -> Int { Int(parts[phrase.first].cut) }

    /// Whether a phrase stands so in the text: «للتعاون الأمني» has no «التعاون الأمني».
    func isWhole(_ phrase: Phrase) -> Bool { !parts[phrase.first].isFused }

    /// How telling the words of a phrase are, together.
    func rarity(of phrase: Phrase) -> Float {
        var rarity: Float = 0
        let text = shapes.text
        for index in phrase.words
        where index == phrase.first || text.words[index].hash != negation {
            rarity += parts[index].rarity(of: text.words[index], in: text, frequencies)
        }
        return rarity
    }

    /// The stems of ``starts``.
    var startStems: some Sequence<UInt64> { starts.lazy.map { [parts] in parts[$0].stem } }

    /// The stems of some words, all of which were read.
    func stems(of words: Range<Int>) -> some Sequence<UInt64> { parts[words].lazy.map(\.stem) }

    /// Whether the words of the shorter of two phrases stand in the other, in any form; all were read.
    func overlap(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let (words, other) = left.count < right.count ? (right, left) : (left, right)
        let (long, short) = (parts.span.extracting(words), parts.span.extracting(other))
        for shift in 0...long.count - short.count {
            var same = 0
            while same < short.count,
                long[unchecked: shift &+ same].stem == short[unchecked: same].stem
            { same &+= 1 }
            if same == short.count { return true }
        }
        return false
    }

    @inline(__always)
    private static func join(_ left: UInt64, _ right: UInt64) -> UInt64 {
        (left << 7 | left >> 57) &* 0x9FB2_1C65_1E98_DF25 ^ right
    }

    /// Reads a word as part of a phrase, once.
    @inline(__always)
    mutating func read(_ index: Int) {
        if parts[index].stem == 0 { readAnew(index) }
    }

    private mutating func readAnew(_ index: Int) {
        parts[index] = PhrasePart(index, in: shapes.text, frequencies)
    }
}
