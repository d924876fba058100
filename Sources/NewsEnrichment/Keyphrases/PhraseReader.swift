/// A noun phrase where it stands.
struct Phrase {
    /// What is the same in all forms of it: the stems of its words.
    let key: UInt64
    let words: Range<Int>
    /// The key of the phrase with one word more; 0 if there is none.
    var longer: UInt64 = 0
}

/// Reads noun phrases: definite words in a row («التعاون الأمني»), or an indefinite noun and the definite
/// words that it is annexed to («محاربة التطرف»).
struct PhraseReader {
    /// What can be seen of a word without knowing what it means, as far as phrases ask.
    private struct Shape: OptionSet {
        let rawValue: UInt8
        /// It can begin a phrase.
        static let start = Shape(rawValue: 1)
        /// Arabic, with nothing but white space before it, and no part of a name.
        static let goesOn = Shape(rawValue: 2)
        /// Definite, and of a class that phrases have.
        static let definite = Shape(rawValue: 4)
        /// Written with ال and nothing before it.
        static let article = Shape(rawValue: 8)
        /// What a noun is annexed to.
        static let annexed: Shape = [.goesOn, .definite, .article]
    }

    private let text: NewsText
    private let frequencies: WordFrequencies
    private let negation = Self.negation
    private var parts: [PhrasePart]
    /// The shape of each word, and one for the end.
    private let shapes: [Shape]

    /// The most words of a phrase.
    private static let limit = 5
    private static let negation = WordHash.of("غير")
    private static let breaks = Marks.breaks.union([.openQuote, .closeQuote])

    /// What stands in no phrase.
    private static let outside = Senses.functionWords.union([
        .honorific, .weekday, .month, .timeNoun, .numberWord, .ordinal, .kinship,
    ])
    /// What begins none.
    private static let noStart = outside.union([.keyphraseStop, .title, .officeNoun, .officePlural])

    /// A reader of a text.
    ///
    /// - Parameter isTaken: For each word, whether it can be in no phrase.
    init(text: NewsText, frequencies: WordFrequencies, isTaken: [Bool]) {
        self.text = text
        self.frequencies = frequencies
        parts = [PhrasePart](repeating: PhrasePart(), count: text.words.count)
        let (outside, noStart, breaks) = (Self.outside, Self.noStart, Self.breaks)
        let words = text.words.span
        shapes = Array(capacity: words.count + 1) { shapes in
            for index in words.indices {
                var shape: Shape = words[unchecked: index].traits.contains(.article) ? .article : []
                let senses = words[unchecked: index].senses
                let isInside = senses.isDisjoint(with: outside)
                if words[unchecked: index].kind == .arabic, !isTaken[index] {
                    if words[unchecked: index].before.isDisjoint(with: breaks) {
                        shape.formUnion(.goesOn)
                    }
                    if isInside, words[unchecked: index].letterCount > 2,
                        senses.isDisjoint(with: noStart)
                    {
                        shape.formUnion(.start)
                    }
                }
                if isInside, words[unchecked: index].isDefinite { shape.formUnion(.definite) }
                shapes.append(shape)
            }
            shapes.append([])
        }
    }

    /// The words that phrases begin with.
    mutating func starts() -> [Int] {
        var starts: [Int] = []
        starts.reserveCapacity(parts.count / 2)
        for index in parts.indices where shapes[index].contains(.start) {
            let isAnnexing = shapes[index + 1].isSuperset(of: .annexed)
            // After a definite word it is an adjective: «التعاون الأمني».
            let isAdjective =
                index > 0 && shapes[index].isSuperset(of: [.goesOn, .article])
                && shapes[index - 1].contains(.article)
            guard shapes[index].contains(.definite) ? !isAdjective : isAnnexing else { continue }
            read(index)
            guard parts[index].isDefinite || isAnnexing && isNoun(index, parts[index]),
                !isStop(index)
            else { continue }
            starts.append(index)
        }
        return starts
    }

    /// Adds the phrases that begin at one of ``starts()``: those of two words and more, and the word itself
    /// if it is definite.
    mutating func collect(at index: Int, into phrases: inout [Phrase]) {
        let first = parts[index]
        var key = first.stem
        var latest = -1
        if first.isDefinite {
            latest = phrases.count
            phrases.append(Phrase(key: key, words: index..<index + 1))
        }
        var last = index + 1
        while last - index < Self.limit, shapes[last].contains(.goesOn) {
            if text.words[last].hash == negation {
                key = Self.join(key, negation)
                last += 1
                continue
            }
            guard shapes[last].contains(.definite) else { return }
            read(last)
            let part = parts[last]
            // «تبادل المعلومات والخبرات», «الإنتاج المشترك للأمن»: and no more after that.
            let isLast = !shapes[last].contains(.article)
            guard part.isDefinite,
                !isLast
                    || last > index + 1
                        && (part.isFused || part.hasConjunction && !first.isDefinite)
            else { return }
            key = Self.join(key, part.stem)
            last += 1
            if latest >= 0 { phrases[latest].longer = key }
            latest = phrases.count
            phrases.append(Phrase(key: key, words: index..<last))
            if isLast { return }
        }
    }

    /// How many letters of a phrase are proclitics before it.
    func cut(of phrase: Phrase) -> Int { Int(parts[phrase.words.lowerBound].cut) }

    /// Whether a phrase stands so in the text: «للتعاون الأمني» has no «التعاون الأمني».
    func isWhole(_ phrase: Phrase) -> Bool { !parts[phrase.words.lowerBound].isFused }

    /// How telling the words of a phrase are, together.
    func rarity(of phrase: Phrase) -> Float {
        var rarity: Float = 0
        for index in phrase.words
        where index == phrase.words.lowerBound || text.words[index].hash != negation {
            rarity += parts[index].rarity(of: text.words[index], in: text, frequencies)
        }
        return rarity
    }

    /// What the forms of a word share, once it was read.
    func stem(at index: Int) -> UInt64 { parts[index].stem }

    /// The stems of some words, all of which were read.
    func stems(of words: Range<Int>) -> some Sequence<UInt64> { parts[words].lazy.map(\.stem) }

    /// Whether the words of the shorter of two phrases stand in the other, in any form; all were read.
    func overlap(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let (words, other) = left.count < right.count ? (right, left) : (left, right)
        return (0...words.count - other.count).contains { shift in
            other.indices.allSatisfy {
                parts[words.lowerBound + shift + $0 - other.lowerBound].stem == parts[$0].stem
            }
        }
    }

    @inline(__always)
    private static func join(_ left: UInt64, _ right: UInt64) -> UInt64 {
        (left << 7 | left >> 57) &* 0x9FB2_1C65_1E98_DF25 ^ right
    }

    /// Whether the word without its proclitics is too general to begin a phrase.
    @inline(__always)
    private func isStop(_ index: Int) -> Bool {
        guard !text.words[index].anySenses.isDisjoint(with: Self.noStart) else { return false }
        return text.readings(of: text.words[index]).contains { reading in
            !reading.senses.isDisjoint(with: Self.noStart)
                && (parts[index].cut > 0 || parts[index].isFused || reading.cut == 0)
        }
    }

    /// Reads a word as part of a phrase, once.
    @inline(__always)
    mutating func read(_ index: Int) {
        guard parts[index].stem == 0 else { return }
        parts[index] = PhrasePart(
            index, hasArticle: shapes[index].contains(.article), in: text, frequencies)
    }

    /// Whether a word without ال looks like a noun, and not like a verb before its subject.
    private func isNoun(_ index: Int, _ part: PhrasePart) -> Bool {
        let word = text.words[index]
        let start = Int(word.firstLetter) + Int(part.cut)
        let end = Int(word.firstLetter) + Int(word.letterCount)
        guard end - start > 3 else { return false }
        let (first, last, beforeLast) = (
            text.letters[start], text.letters[end - 1], text.letters[end - 2]
        )
        // محاربة, مكافحة: no verb ends so.
        if last == Letter.tehMarbuta { return true }
        // تعاونت, but اتفاقيات.
        if last == Letter.teh { return beforeLast == Letter.alef }
        if first == Letter.yeh || first == Letter.seen && end - start > 4 { return false }
        // تعزيز, تطوير: a noun; تعزز, تطور: perhaps not.
        if first == Letter.teh { return end - start == 5 && beforeLast == Letter.yeh }
        // مجلس, مشروع, مخطط.
        if first == Letter.meem { return true }
        // إنتاج, إصلاح, ارتفاع.
        return first == Letter.alef && beforeLast == Letter.alef
    }
}
