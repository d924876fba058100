/// A noun phrase where it stands.
struct Phrase {
    /// What is the same in all forms of it: its words without proclitics and ال.
    let key: UInt64
    let words: Range<Int>
    /// How many letters at the start are proclitics.
    let cut: Int
    /// Whether the text has it whole: of «للتعاون الأمني» no part is «التعاون الأمني».
    let isWhole: Bool
    /// How telling its words are, together.
    let rarity: Float
}

/// Reads noun phrases: definite words in a row («التعاون الأمني»), or an indefinite noun and the definite
/// words that it is annexed to («محاربة التطرف»).
struct PhraseReader {
    let text: NewsText
    let frequencies: WordFrequencies

    /// The most words of a phrase.
    private static let limit = 4
    private static let negation = WordHash.of("غير")

    /// What stands in no phrase.
    private static let outside = Senses.functionWords.union([
        .honorific, .weekday, .month, .timeNoun, .numberWord, .ordinal, .kinship,
    ])
    /// What begins none.
    private static let noStart = outside.union([.keyphraseStop, .title, .officeNoun, .officePlural])

    /// A word as part of a phrase: where its letters begin without proclitics and ال.
    private struct Part {
        var cut = 0
        var isDefinite = false
        var isFused = false
        var hash: UInt64 = 0
    }

    /// Adds the phrases that begin at a word, of two words and more, and the word itself if it is
    /// definite.
    func collect(at index: Int, into phrases: inout [Phrase]) {
        let word = text.words[index]
        guard word.kind == .arabic, word.letterCount > 2, word.anySenses.isDisjoint(with: Self.noStart)
        else { return }
        let first = part(index, isFirst: true)
        guard first.isDefinite || isNoun(word, first) && isAnnexed(index) else { return }
        var key = first.hash
        var rarity = self.rarity(of: index, first)
        if first.isDefinite {
            phrases.append(
                Phrase(
                    key: key, words: index..<index + 1, cut: first.cut, isWhole: !first.isFused,
                    rarity: rarity))
        }
        var last = index + 1
        while last < text.words.count, last - index < Self.limit {
            let next = text.words[last]
            guard next.kind == .arabic, next.before.isDisjoint(with: Self.breaks) else { return }
            if next.hash == Self.negation, last > index {
                key = WordHash.join([key, next.hash])
                last += 1
                continue
            }
            guard next.senses.isDisjoint(with: Self.outside), startsWithArticle(last) else { return }
            let part = part(last, isFirst: false)
            key = WordHash.join([key, part.hash])
            rarity += self.rarity(of: last, part)
            last += 1
            phrases.append(
                Phrase(
                    key: key, words: index..<last, cut: first.cut, isWhole: !first.isFused,
                    rarity: rarity))
        }
    }

    private static let breaks = Marks.breaks.union([.openQuote, .closeQuote])

    private func startsWithArticle(_ index: Int) -> Bool {
        let letters = text.letters(of: text.words[index])
        return letters.count > 3 && letters.starts(with: [Letter.alef, Letter.lam])
    }

    private func isAnnexed(_ index: Int) -> Bool {
        guard index + 1 < text.words.count else { return false }
        let next = text.words[index + 1]
        return next.before.isDisjoint(with: Self.breaks) && startsWithArticle(index + 1)
            && next.senses.isDisjoint(with: Self.outside)
    }

    private func part(_ index: Int, isFirst: Bool) -> Part {
        let word = text.words[index]
        var letters = text.letters(of: word)
        var part = Part()
        if isFirst, letters.count > 4 {
            let first = letters.first ?? 0
            let isDefiniteWithProclitic = word.isDefinite && first != Letter.alef
            if isDefiniteWithProclitic {
                while let letter = letters.first, letter != Letter.alef, letter != Letter.lam {
                    letters = letters.dropFirst()
                    part.cut += 1
                }
                if letters.first == Letter.lam {
                    part.isFused = true
                    part.isDefinite = true
                    letters = letters.dropFirst(2)
                }
            } else if let reading = text.readings(of: word).dropFirst().first(where: {
                frequencies.halfBits(of: $0.hash) + 2 < frequencies.halfBits(of: word.hash)
            }), !reading.proclitics.contains(.fused) {
                part.cut = Int(reading.cut)
                letters = letters.dropFirst(part.cut)
            }
        }
        if letters.count > 3, letters.starts(with: [Letter.alef, Letter.lam]) {
            part.isDefinite = true
            letters = letters.dropFirst(2)
        }
        var hash = WordHash()
        for letter in letters.reversed() { hash.prepend(letter) }
        part.hash = hash.value
        return part
    }

    private func rarity(of index: Int, _ part: Part) -> Float {
        let word = text.words[index]
        var bits = Float(min(frequencies.halfBits(of: word.hash), 20))
        for reading in text.readings(of: word).dropFirst() {
            bits = min(bits, Float(frequencies.halfBits(of: reading.hash)))
        }
        bits = min(bits, Float(frequencies.halfBits(of: part.hash)))
        if word.anySenses.contains(.topicStart) { bits += 4 }
        return word.anySenses.contains(.keyphraseStop) ? bits / 3 : bits
    }

    /// Whether a word without ال looks like a noun, and not like a verb before its subject.
    private func isNoun(_ word: Word, _ part: Part) -> Bool {
        let letters = text.letters(of: word).dropFirst(part.cut)
        guard let first = letters.first, let last = letters.last, letters.count > 3 else {
            return false
        }
        // محاربة, مكافحة: no verb ends so.
        if last == Letter.tehMarbuta { return true }
        let beforeLast = letters[letters.endIndex - 2]
        // تعاونت, but اتفاقيات.
        if last == Letter.teh { return beforeLast == Letter.alef }
        if first == Letter.yeh || first == Letter.seen && letters.count > 4 { return false }
        // تعزيز, تطوير: a noun; تعزز, تطور: perhaps not.
        if first == Letter.teh { return letters.count == 5 && beforeLast == Letter.yeh }
        // مجلس, مشروع, مخطط.
        if first == Letter.meem { return true }
        // إنتاج, إصلاح, ارتفاع.
        return first == Letter.alef && beforeLast == Letter.alef
    }
}
