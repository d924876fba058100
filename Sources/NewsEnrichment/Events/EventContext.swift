internal import ArabicDates

/// What stands around a mention: the verb that governs it, and the times, places and bodies that go
/// with it.
///
/// It looks no further than the sentence and the next event, and past no verb of saying.
struct EventContext {
    /// The verb by which it takes place.
    private(set) var verb: EventVerb?
    /// A verb before it that says it is to come: «ستعرف هذه الندوة».
    private(set) var isToCome = false
    private(set) var times: [Int] = []
    private(set) var place: Int?
    private(set) var organiser: Int?
    private(set) var theme: Int?
    /// The words that show verb, time and place with the mention.
    private(set) var words: Range<Int>

    private let text: NewsText
    private let lexicon: EventLexicon
    private let entities: EventEntities
    private let mention: EventMention
    private var verbIndex: Int?

    /// How far a verb may stand before the noun; names of bodies are long.
    private static let reachBefore = 14
    private static let reachAfter = 14
    /// How far a time may stand after a name that no verb governs.
    private static let reachWithoutVerb = 2
    private static let ends: Senses = [.sayingVerb, .sayingParticiple, .recommendVerb]
    private static let within: Set<UInt64> = Set(["في", "داخل"].map(WordHash.of))
    private static let cityWords: Set<UInt64> = Set(
        [
            "مدينة", "بمدينة", "العاصمة", "بالعاصمة", "بجماعة", "بإقليم", "بولاية", "بمحافظة",
            "محافظة", "ولاية", "إقليم",
        ]
        .map(WordHash.of))
    private static let byWords: Set<UInt64> = Set(
        [
            "تنظيم", "بتنظيم", "بمبادرة", "مبادرة", "تنظمه", "تنظمها", "ينظمه", "ينظمها", "نظمه",
            "نظمها", "نظمته", "نظمتها",
        ]
        .map(WordHash.of))
    private static let from = WordHash.of("من")

    /// The context of a mention in a body.
    ///
    /// - Parameter bounds: The words between the mention's neighbours in its sentence.
    init(
        of mention: EventMention, bounds: Range<Int>, in text: NewsText,
        entities: EventEntities, lexicon: EventLexicon
    ) {
        self.mention = mention
        self.text = text
        self.entities = entities
        self.lexicon = lexicon
        words = mention.words
        let after = endAfter(bounds)
        findVerb(bounds, after)
        findTimes(bounds, after)
        findPlace(bounds, after)
        findOrganiser(bounds, after)
        theme =
            entities.themes.first {
                $0.words.lowerBound >= mention.words.upperBound && $0.words.lowerBound < after
            }?.index
    }

    /// Where what follows the mention stops to speak of it.
    private func endAfter(_ bounds: Range<Int>) -> Int {
        let last = min(bounds.upperBound, mention.words.upperBound + Self.reachAfter)
        return (mention.words.upperBound..<max(last, mention.words.upperBound)).first {
            let word = text.words[$0]
            if !word.anySenses.isDisjoint(with: Self.ends) || Self.that.contains(word.hash) {
                return true
            }
            // After a comma only «التي …», «خلال …» and times go on.
            return word.before.contains(.comma)
                && word.anySenses.isDisjoint(with: Self.goesOn)
        } ?? last
    }

    private static let goesOn: Senses = [
        .relative, .preposition, .timeNoun, .weekday, .month, .eventVerb, .adverb,
    ]
    private static let that: Set<UInt64> = Set(["أن", "إن", "بأن", "وأن", "لأن"].map(WordHash.of))

    private func verb(at index: Int) -> EventVerb? {
        guard let reading = text.reading(of: text.words[index], in: .eventVerb),
            reading.proclitics.isDisjoint(with: .prepositions)
        else { return nil }
        return lexicon.verbs[reading.hash]
    }

    /// Whether a verb before the mention can have it as subject or object: nothing stands right
    /// before it but the verb, «أشغال», or a time, place or body.
    private var canFollowVerb: Bool {
        guard mention.proclitics.isDisjoint(with: .prepositions) else { return false }
        var index = mention.words.lowerBound - 1
        if !text.words[mention.words.lowerBound].before.isDisjoint(with: .comma) { return true }
        while index >= 0, lexicon.fillers.contains(text.words[index].hash) { index -= 1 }
        guard index >= 0 else { return false }
        return verb(at: index) != nil || isFuture(text.words[index])
            || (entities.times + entities.places + entities.organisations)
                .contains { $0.words.contains(index) }
    }

    private mutating func findVerb(_ bounds: Range<Int>, _ after: Int) {
        let first = mention.words.lowerBound
        var index = canFollowVerb ? first - 1 : bounds.lowerBound - 1
        while index >= bounds.lowerBound, first - index <= Self.reachBefore {
            let word = text.words[index]
            if !word.anySenses.isDisjoint(with: Self.ends) { break }
            if let found = verb(at: index), found.isFinite || first - index <= 4 {
                verb = found
                verbIndex = index
                words = index..<words.upperBound
                break
            }
            if first - index <= 2, isFuture(word) { isToCome = true }
            index -= 1
        }
        if verb?.isFinite == true { return }
        for index in mention.words
            .upperBound..<min(mention.words.upperBound + 5, max(after, mention.words.upperBound))
        {
            if let found = verb(at: index), verb == nil || found.isFinite {
                verb = found
                verbIndex = index
                words = words.lowerBound..<index + 1
                return
            }
        }
    }

    /// ستعرف, وسيشهد: س and a present verb.
    private func isFuture(_ word: Word) -> Bool {
        var letters = text.letters(of: word)
        if letters.first == Letter.waw { letters = letters.dropFirst() }
        guard letters.count > 4, letters.first == Letter.seen else { return false }
        let second = letters[letters.startIndex + 1]
        return (second == Letter.teh || second == Letter.yeh)
            && word.anySenses.isDisjoint(with: [.givenName, .familyName, .placeStart, .honorific])
    }

    /// Whether something stands with the mention: between its verb and it, or soon after.
    private func isNear(_ item: EventEntities.Item, _ after: Int) -> Bool {
        let start = item.words.lowerBound
        if let verbIndex, verbIndex < mention.words.lowerBound, start > verbIndex,
            item.words.upperBound <= mention.words.lowerBound
        {
            return true
        }
        guard start >= mention.words.upperBound, start < after else { return false }
        return verb != nil || start - mention.words.upperBound <= Self.reachWithoutVerb
    }

    private mutating func findTimes(_ bounds: Range<Int>, _ after: Int) {
        for time in entities.times where isNear(time, after) {
            times.append(time.index)
            words =
                min(
                    words.lowerBound, time.words.lowerBound)..<max(
                    words.upperBound, time.words.upperBound)
        }
    }

    private mutating func findPlace(_ bounds: Range<Int>, _ after: Int) {
        for item in entities.places where isNear(item, after) && isWhere(item) {
            place = item.index
            words =
                min(
                    words.lowerBound, item.words.lowerBound)..<max(
                    words.upperBound, item.words.upperBound)
            return
        }
    }

    /// Whether a place is said to be where: «بمراكش», «في مراكش», «احتضنتها مدينة قرطبة».
    private func isWhere(_ item: EventEntities.Item) -> Bool {
        let first = item.words.lowerBound
        let word = text.words[first]
        if item.start > Int(word.start) {
            return text.readings(of: word).contains { $0.proclitics.contains(.ba) }
        }
        var before = first - 1
        if before >= 0, Self.cityWords.contains(text.words[before].hash) {
            if text.letters(of: text.words[before]).first == Letter.beh { return true }
            before -= 1
        }
        guard before >= 0, word.before.isDisjoint(with: .breaks) else { return false }
        if Self.within.contains(text.words[before].hash) { return true }
        return verb(at: before)?.kind == .host
    }

    private mutating func findOrganiser(_ bounds: Range<Int>, _ after: Int) {
        for item in entities.organisations where isNear(item, after) {
            let first = item.words.lowerBound
            let index = (max(bounds.lowerBound, first - 3)..<first).last { index in
                let word = text.words[index]
                if Self.byWords.contains(word.hash) { return true }
                let found = verb(at: index)
                return found?.kind == .organise && found?.isFinite == true && index == first - 1
            }
            if index != nil {
                organiser = item.index
                return
            }
        }
    }
}
