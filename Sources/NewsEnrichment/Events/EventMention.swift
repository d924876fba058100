/// A place where a text speaks of an event.
struct EventMention: Sendable {
    /// The noun that names what it is.
    let noun: EventNoun
    /// Its words: from the noun, or from دورة before it, to the end of its name.
    let words: Range<Int>
    /// The noun's own place.
    let head: Int
    /// The proclitics before the first word.
    let proclitics: WordReading.Proclitics
    /// How many letters at the start are proclitics.
    let cut: Int
    /// Its number in its series.
    let ordinal: Int?
    /// The words of its name in ``EventMentions/names``, without noun, ordinal and words that tell
    /// nothing.
    let name: Range<Int>
    /// How many other words it has: العلمية, الدولي.
    let generic: Int
    /// Whether it points back: هذه الندوة.
    let isAnaphor: Bool
    /// Whether the noun is definite, by ال or by what follows it.
    let isDefinite: Bool
    /// Whether it stands after دورة and the like.
    let isEdition: Bool
    /// Whether it stands in the title.
    let isInTitle: Bool
    /// The next mention of the same event, once known.
    var next: Int?

    /// Whether it is a noun alone.
    var isBare: Bool { name.isEmpty && ordinal == nil }
}

/// The mentions of an article, those of its title first.
struct EventMentions {
    /// In order.
    var list: [EventMention] = []
    /// The words of all their names.
    var names: [EventNameWord] = []

    init() {
        list.reserveCapacity(16)
        names.reserveCapacity(32)
    }

    /// The numbers of the mentions of a cluster, in order.
    func members(of cluster: EventCluster) -> some Sequence<Int> {
        sequence(first: cluster.first) { list[$0].next }
    }
}

/// A word of an event's name without its proclitics and ال. Two of one hash are the same.
struct EventNameWord: Sendable {
    let hash: UInt64
    /// Its letters in the title's or body's ``NewsText/letters``.
    let letters: Range<Int>
    let isInTitle: Bool
}

/// Reads event mentions: the noun and the phrase that names it.
///
/// A definite noun goes on as long as words are definite; an indefinite one takes what it is annexed to
/// («مهرجان قرطاج الدولي») or nothing. Then one complement: «للفيلم», «حول الأمن», «في مجال الأمن».
struct EventReader {
    let text: NewsText
    let isTitle: Bool
    let lexicon: EventLexicon

    /// The most words of a name.
    private static let limit = 10
    private static let demonstratives = WordSet(
        """
        هذا هذه بهذه بهذا لهذه لهذا وهذه وهذا نفس ذات
        """)
    private static let about = WordSet("حول بشأن بخصوص")
    private static let fields = WordSet("مجال ميدان مجالات")
    private static let inWord = WordHash.of("في")
    private static let from = WordHash.of("من")

    /// What stops a name.
    private static let stops: Senses = [
        .preposition, .particle, .pronoun, .relative, .verb, .adverb, .sayingVerb,
        .sayingParticiple, .accordingTo, .eventVerb, .month, .weekday, .numberWord,
        .recommendVerb, .decisionVerb, .themeNoun,
    ]

    /// The mention that begins at a word; `nil` if none does.
    ///
    /// - Parameter names: Receives the words of its name.
    func mention(at index: Int, names: inout [EventNameWord]) -> EventMention? {
        guard let (noun, reading) = noun(at: index) else { return nil }
        let isAnaphor = index > 0 && Self.demonstratives.contains(text.words[index - 1].hash)
        guard noun.kind == .edition else {
            return mention(
                noun, from: index, head: index, reading, edition: nil, isAnaphor: isAnaphor,
                names: &names)
        }
        // «الدورة الثانية للندوة …»: the number is of what follows.
        var next = index + 1
        let ordinal = EventOrdinal(
            in: text, at: next, isFeminine: true, takesDigits: true, lexicon: lexicon)
        next += ordinal?.length ?? 0
        if next < text.words.count, text.words[next].hash == Self.from { next += 1 }
        if next < text.words.count, text.words[next].before.isDisjoint(with: .breaks),
            let (inner, _) = self.noun(at: next), inner.kind != .edition
        {
            return mention(
                inner, from: index, head: next, reading, edition: ordinal?.number,
                isAnaphor: isAnaphor, names: &names)
        }
        return mention(
            noun, from: index, head: index, reading, edition: nil, isAnaphor: isAnaphor,
            names: &names)
    }

    private func noun(at index: Int) -> (EventNoun, WordReading)? {
        let word = text.words[index]
        guard let reading = text.reading(of: word, in: .eventNoun),
            let noun = lexicon.nouns[reading.hash]
        else { return nil }
        return (noun, reading)
    }

    private func mention(
        _ noun: EventNoun, from first: Int, head: Int, _ reading: WordReading, edition: Int?,
        isAnaphor: Bool, names: inout [EventNameWord]
    ) -> EventMention? {
        var phrase = EventPhrase(
            head: head, isDefinite: text.words[head].isDefinite, ordinal: edition)
        var index = head + 1
        while index < text.words.count, index - head <= Self.limit {
            let word = text.words[index]
            guard word.before.isDisjoint(with: Marks.breaks.union([.openQuote, .closeQuote])) else {
                break
            }
            if EventOrdinal.canBegin(word),
                let ordinal = EventOrdinal(
                    in: text, at: index, isFeminine: noun.isFeminine,
                    takesDigits: noun.kind == .edition, lexicon: lexicon)
            {
                guard phrase.ordinal == nil, isOfHead(ordinal, phrase, head: head) else { break }
                phrase.ordinal = ordinal.number
                index += ordinal.length
                phrase.end = index
                continue
            }
            if let length = complement(at: index, &phrase) {
                index += length
                phrase.end = index
                break
            }
            guard take(index, &phrase) else { break }
            index += 1
        }
        let end = max(phrase.isDefinite ? phrase.end : 0, head + 1)
        let firstName = names.count
        if phrase.isDefinite {
            for index in head + 1..<end where phrase.isName(index) { names.append(nameWord(index)) }
        } else {
            // «مؤتمر صحفي», «ورشة عمل»: no name.
            phrase.generic = 0
        }
        if phrase.ordinal == nil { phrase.ordinal = ownEdition(after: end) }
        return EventMention(
            noun: noun, words: first..<end, head: head,
            proclitics: reading.proclitics, cut: Int(reading.cut), ordinal: phrase.ordinal,
            name: firstName..<names.count, generic: phrase.generic,
            isAnaphor: isAnaphor, isDefinite: phrase.isDefinite, isEdition: first != head,
            isInTitle: isTitle)
    }

    /// Whether a number is the event's: of «بطولة الرابطة المحترفة الثانية» it is the league's.
    private func isOfHead(_ ordinal: EventOrdinal, _ phrase: EventPhrase, head: Int) -> Bool {
        guard !text.words[head].isDefinite, let annexed = phrase.firstName,
            let isFeminine = ordinal.isFeminine
        else { return true }
        return (text.letters(of: text.words[annexed]).last == Letter.tehMarbuta) != isFeminine
    }

    /// Takes the next word of a name, if it is one.
    private func take(_ index: Int, _ phrase: inout EventPhrase) -> Bool {
        let word = text.words[index]
        guard word.kind == .arabic, word.senses.isDisjoint(with: Self.stops) else { return false }
        let readings = text.readings(of: word)
        let isLam = isAfterLam(index)
        if isLam {
            // «بطولة العالم للأندية», but «مؤتمر لبحث الأزمة».
            guard phrase.isDefinite, word.isDefinite || isAnnexed(index) else { return false }
            phrase.isInComplement = true
            return phrase.take(index, isGeneric: false, isDefinite: word.isDefinite)
        }
        if readings.contains(where: { !$0.proclitics.isDisjoint(with: [.ba, .kaf]) }),
            !word.isDefinite || text.letters(of: word).first != Letter.alef,
            isWithBa(word)
        {
            return false
        }
        if text.letters(of: word).first == Letter.waw || text.letters(of: word).first == Letter.feh,
            word.isDefinite
        {
            return phrase.isInComplement && word.anySenses.isDisjoint(with: .functionWords)
                && phrase.take(index, isGeneric: false, isDefinite: true)
        }
        let isGeneric = lexicon.generic.contains(word.hash)
        if word.isDefinite {
            guard word.senses.isDisjoint(with: .timeNoun) || isGeneric else { return false }
            return phrase.take(index, isGeneric: isGeneric, isDefinite: true)
        }
        // A word without ال goes on only an indefinite noun, which it makes definite in the end.
        guard !phrase.isDefinite, phrase.indefinite < 2, word.senses.isDisjoint(with: .timeNoun)
        else { return false }
        let isPlace =
            word.senses.contains(.placeStart) && !word.anySenses.contains(.eventNoun)
        if !isPlace { phrase.indefinite += 1 }
        return phrase.take(index, isGeneric: isGeneric, isDefinite: isPlace)
    }

    /// ب before a word that the lexicon knows without it, or before ال.
    private func isWithBa(_ word: Word) -> Bool {
        let letters = text.letters(of: word)
        guard let first = letters.first, first == Letter.beh || first == Letter.waw else {
            return false
        }
        if word.isDefinite { return first == Letter.beh }
        return text.readings(of: word).dropFirst().contains { reading in
            reading.proclitics.contains(.ba)
                && (!reading.senses.isDisjoint(with: [.placeStart, .placeTrigger, .facilityTrigger])
                    || word.senses.isUnknown && reading.senses.contains(.commonWord))
        }
    }

    /// للأندية, لكرة: ل before ال, or before a noun.
    private func isAfterLam(_ index: Int) -> Bool {
        let letters = text.letters(of: text.words[index])
        guard letters.count > 2, letters.first == Letter.lam else { return false }
        return letters.count > 3 && letters.dropFirst().first == Letter.lam || isAnnexed(index)
    }

    /// An indefinite word before a definite one.
    private func isAnnexed(_ index: Int) -> Bool {
        guard index + 1 < text.words.count else { return false }
        let next = text.words[index + 1]
        return next.isDefinite && next.before.isDisjoint(with: .breaks)
            && text.letters(of: next).first == Letter.alef
    }

    /// «حول الأمن», «في مجال مكافحة الجريمة»: how many words it has.
    private func complement(at index: Int, _ phrase: inout EventPhrase) -> Int? {
        guard phrase.isDefinite else { return nil }
        let hash = text.words[index].hash
        var next = index + 1
        if hash == Self.inWord {
            guard next < text.words.count, Self.fields.contains(text.words[next].hash) else {
                return nil
            }
            next += 1
        } else if !Self.about.contains(hash) {
            return nil
        }
        let first = next
        while next < text.words.count, next - first < 5 {
            let word = text.words[next]
            guard word.before.isDisjoint(with: Marks.breaks.union([.openQuote, .closeQuote])),
                word.kind == .arabic, word.senses.isDisjoint(with: Self.stops),
                word.senses.isDisjoint(with: .timeNoun)
            else { break }
            guard word.isDefinite || next == first && isAnnexed(next) else { break }
            guard !isWithBa(word) else { break }
            phrase.addName(next)
            next += 1
        }
        return next > first ? next - index : nil
    }

    /// «… في دورته الثالثة».
    private func ownEdition(after end: Int) -> Int? {
        for index in end..<min(end + 3, text.words.count)
        where lexicon.ownEditions.contains(text.words[index].hash) {
            return EventOrdinal(
                in: text, at: index + 1, isFeminine: true, takesDigits: true, lexicon: lexicon)?
                .number
        }
        return nil
    }

    /// A word of a name without its proclitics and ال.
    private func nameWord(_ index: Int) -> EventNameWord {
        var letters = text.letters(of: text.words[index])
        if letters.count > 4, letters.first == Letter.waw, text.words[index].isDefinite {
            letters = letters.dropFirst()
        }
        let isLamSecond = letters.count > 3 && letters[letters.startIndex + 1] == Letter.lam
        if isLamSecond, letters.first == Letter.alef {
            // ألمانيا has no article.
            let startsWithHamza =
                letters.count == text.words[index].letterCount
                && text.words[index].traits.contains(.hamza)
            if !startsWithHamza { letters = letters.dropFirst(2) }
        } else if isLamSecond, letters.first == Letter.lam {
            // للأندية is ل and الأندية; للجنة is ل and اللجنة, whose ل is its own.
            let restored = text.readings(of: text.words[index]).filter {
                $0.proclitics.contains(.fused)
            }
            let keepsLam =
                restored.count == 2 && restored[0].senses.isUnlisted
                && !restored[1].senses.isUnlisted
            letters = letters.dropFirst(keepsLam ? 1 : 2)
        } else if isAfterLam(index) {
            letters = letters.dropFirst()
        }
        return EventNameWord(
            hash: WordHash.of(text.letters, letters.indices), letters: letters.indices,
            isInTitle: isTitle)
    }
}

/// A name while it is read.
struct EventPhrase {
    /// The noun's place.
    let head: Int
    var isDefinite: Bool
    var ordinal: Int?
    /// Which words after the noun tell its name from others, the next one by the lowest bit. A name
    /// and its complement end within 18 words.
    private var names: UInt32 = 0
    var generic = 0
    /// Indefinite words so far.
    var indefinite = 0
    var isInComplement = false
    /// Where it ends, once it is definite.
    var end = 0

    init(head: Int, isDefinite: Bool, ordinal: Int?) {
        self.head = head
        self.isDefinite = isDefinite
        self.ordinal = ordinal
    }

    /// Notes that a word tells the name from others.
    mutating func addName(_ index: Int) { names |= 1 << UInt32(index - head - 1) }

    /// Whether a word tells the name from others.
    func isName(_ index: Int) -> Bool { names >> UInt32(index - head - 1) & 1 == 1 }

    /// The first word that does.
    var firstName: Int? { names == 0 ? nil : head + 1 + names.trailingZeroBitCount }

    /// Takes a word; always `true`.
    mutating func take(_ index: Int, isGeneric: Bool, isDefinite: Bool) -> Bool {
        if isGeneric { generic += 1 } else { addName(index) }
        if isDefinite {
            self.isDefinite = true
            // What a noun is annexed to may be followed by the like: للتربية والتعليم.
            if indefinite > 0 { isInComplement = true }
        }
        end = index + 1
        return true
    }
}
