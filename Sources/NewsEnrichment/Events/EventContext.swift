internal import ArabicDates

/// What stands around a mention: the verb that governs it, and the times, places and bodies that go
/// with it.
struct EventContext {
    /// The verb by which it takes place.
    var verb: EventVerb?
    /// A verb before it that says it is to come: «ستعرف هذه الندوة».
    var isToCome = false
    /// The first of its times.
    var time: Int?
    var place: Int?
    var organiser: Int?
    var theme: Int?
    /// The words that show verb, time and place with the mention.
    var words: Range<Int>

    /// Where the verb stands.
    var verbIndex: Int?

    /// The context of these words, with nothing around.
    init(words: Range<Int>) { self.words = words }

    mutating func widen(to range: Range<Int>) {
        words = min(words.lowerBound, range.lowerBound)..<max(words.upperBound, range.upperBound)
    }
}

/// Reads what stands around mentions.
///
/// It looks no further than the sentence and the next event, and past no verb of saying.
struct EventContextReader {
    let text: NewsText
    /// All mentions, those of the title first.
    private let mentions: [EventMention]
    private let times: [TimeMention]
    private let entities: EventEntities
    private let lexicon: EventLexicon
    /// For each word, whether it is part of a time, place or body.
    private let isEntity: [Bool]

    /// A reader of a body.
    init(
        text: NewsText, mentions: [EventMention], times: [TimeMention], entities: EventEntities,
        lexicon: EventLexicon
    ) {
        self.text = text
        self.mentions = mentions
        self.times = times
        self.entities = entities
        self.lexicon = lexicon
        var isEntity = [Bool](repeating: false, count: text.words.count)
        func mark(_ items: [EventEntities.Item]) {
            for item in items {
                for index in item.words { isEntity[index] = true }
            }
        }
        mark(entities.times)
        mark(entities.places)
        mark(entities.organisations)
        self.isEntity = isEntity
    }

    /// How far a verb may stand before the noun; names of bodies are long.
    private static let reachBefore = 14
    private static let reachAfter = 14
    /// How far a time may stand after a name that no verb governs.
    private static let reachWithoutVerb = 2
    private static let ends: Senses = [.sayingVerb, .sayingParticiple, .recommendVerb]
    private static let within = WordSet("في داخل")
    private static let cityWords = WordSet(
        """
        مدينة بمدينة العاصمة بالعاصمة بجماعة بإقليم بولاية بمحافظة محافظة ولاية إقليم
        """)
    private static let byWords = WordSet(
        """
        تنظيم بتنظيم بمبادرة مبادرة تنظمه تنظمها ينظمه ينظمها نظمه نظمها نظمته نظمتها
        """)
    private static let from = WordHash.of("من")

    /// The context of a mention in the body, by its number; `nil` if it runs out of its sentence.
    ///
    /// - Parameter dates: Takes the times that go with it.
    func context(of number: Int, dates: inout EventDates) -> EventContext? {
        let mention = mentions[number]
        guard let bounds = bounds(of: mention, number) else { return nil }
        var context = EventContext(words: mention.words)
        let after = endAfter(mention, bounds)
        findVerb(mention, bounds, after, &context)
        if isBeforeComing(mention, bounds) { context.isToCome = true }
        // «نهائي كأس المانيا أمس»: the day of a match.
        if context.verbIndex.map({ $0 < mention.head }) ?? true, isStage(mention, bounds) {
            return context
        }
        // Between its verb and it, or soon after.
        let first = mention.words.lowerBound
        let near = min(first, (context.verbIndex ?? first) + 1)..<after
        let reach = context.verb == nil ? Self.reachWithoutVerb : Self.reachAfter
        if context.verb != nil || !mention.noun.isCompetition {
            for item in entities.times.beginning(in: near)
            where isBeside(item, mention.words, reach) {
                dates.add(item.index, of: times, verb: context.verb?.kind)
                if context.time == nil { context.time = item.index }
                context.widen(to: item.words)
            }
        }
        if let item = entities.places.beginning(in: near).first(where: {
            isBeside($0, mention.words, reach) && isWhere($0)
        }) {
            context.place = item.index
            context.widen(to: item.words)
        }
        context.organiser =
            entities.organisations.beginning(in: near).first {
                isBeside($0, mention.words, reach) && isOrganiser($0, bounds)
            }?.index
        context.theme =
            entities.themes.first {
                $0.words.lowerBound >= mention.words.upperBound && $0.words.lowerBound < after
            }?.index
        return context
    }

    /// The words between a mention's neighbours in its sentence.
    private func bounds(of mention: EventMention, _ number: Int) -> Range<Int>? {
        let sentence = text.sentences[text.sentence(of: mention.head)]
        var (lower, upper) = (sentence.lowerBound, sentence.upperBound)
        if number > 0, !mentions[number - 1].isInTitle {
            lower = max(lower, mentions[number - 1].words.upperBound)
        }
        if number + 1 < mentions.count {
            upper = min(upper, mentions[number + 1].words.lowerBound)
        }
        guard lower <= mention.words.lowerBound, upper >= mention.words.upperBound else {
            return nil
        }
        return lower..<upper
    }

    /// Where what follows the mention stops to speak of it.
    private func endAfter(_ mention: EventMention, _ bounds: Range<Int>) -> Int {
        let last = min(bounds.upperBound, mention.words.upperBound + Self.reachAfter)
        let (words, that) = (text.words.span, Self.that)
        var index = mention.words.upperBound
        while index < last {
            let senses = words[index].anySenses
            if !senses.isDisjoint(with: Self.ends) && verb(at: index) == nil
                || that.contains(words[index].hash)
            {
                return index
            }
            // After a comma only «التي …», «خلال …» and times go on.
            if words[index].before.contains(.comma), senses.isDisjoint(with: Self.goesOn) {
                return index
            }
            index += 1
        }
        return last
    }

    private static let goesOn: Senses = [
        .relative, .preposition, .timeNoun, .weekday, .month, .eventVerb, .adverb,
    ]
    private static let that = WordSet("أن إن بأن وأن لأن")

    private func verb(at index: Int) -> EventVerb? {
        guard let reading = text.reading(of: text.words[index], in: .eventVerb),
            reading.proclitics.isDisjoint(with: .prepositions)
        else { return nil }
        return lexicon.verbs[reading.hash]
    }

    /// Whether a verb before the mention can have it as subject or object: nothing stands right
    /// before it but the verb, «أشغال», or a time, place or body.
    private func canFollowVerb(_ mention: EventMention) -> Bool {
        guard mention.proclitics.isDisjoint(with: .prepositions) else { return false }
        var index = mention.words.lowerBound - 1
        if text.words[mention.words.lowerBound].before.contains(.comma) { return true }
        while index >= 0, lexicon.fillers.contains(text.words[index].hash) { index -= 1 }
        guard index >= 0 else { return false }
        return isEntity[index] || verb(at: index) != nil || isFuture(text.words[index])
    }

    private func findVerb(
        _ mention: EventMention, _ bounds: Range<Int>, _ after: Int,
        _ context: inout EventContext
    ) {
        let first = mention.words.lowerBound
        var index = canFollowVerb(mention) ? first - 1 : bounds.lowerBound - 1
        while index >= bounds.lowerBound, first - index <= Self.reachBefore {
            let word = text.words[index]
            if let found = verb(at: index), found.isFinite || first - index <= 4 {
                context.verb = found
                context.verbIndex = index
                context.widen(to: index..<index + 1)
                break
            }
            // اختتم is a verb of saying too, so this comes second.
            if !word.anySenses.isDisjoint(with: Self.ends) { break }
            if first - index <= 2, isFuture(word) { context.isToCome = true }
            index -= 1
        }
        if context.verb?.isFinite == true { return }
        let start = mention.words.upperBound
        for index in start..<max(start, min(start + 5, after)) {
            // «الانتخابات، بدأ عدد من المواطنين»: another sentence in all but its mark.
            guard let found = verb(at: index), context.verb == nil || found.isFinite else {
                continue
            }
            if found.isFinite, text.words[index].before.contains(.comma) { return }
            // «المهرجان الذي تنطلق فعالياته»: after الذي the verb may have any subject.
            guard text.words[index - 1].senses.contains(.relative) || agrees(found, with: mention)
            else { continue }
            context.verb = found
            context.verbIndex = index
            context.widen(to: index..<index + 1)
            return
        }
    }

    /// Whether a verb after a mention can have it as subject. What hosts it, or has it as its object,
    /// has another.
    private func agrees(_ verb: EventVerb, with mention: EventMention) -> Bool {
        guard let isFeminine = verb.isFeminine, !verb.hasObject else { return true }
        return switch verb.kind {
        case .hold, .open, .close: isFeminine == mention.noun.isFeminine || mention.isEdition
        case .host, .organise: true
        }
    }

    /// Whether a part of a competition is meant: «الجولة 26 من البطولة الفرنسية».
    private func isStage(_ mention: EventMention, _ bounds: Range<Int>) -> Bool {
        guard mention.noun.isCompetition else { return false }
        let first = mention.words.lowerBound
        return (max(bounds.lowerBound, first - 4)..<first).contains {
            lexicon.stages.contains(text.words[$0].hash)
                || text.readings(of: text.words[$0]).contains { lexicon.stages.contains($0.hash) }
        }
    }

    /// «مع اقتراب موعد الانتخابات».
    private func isBeforeComing(_ mention: EventMention, _ bounds: Range<Int>) -> Bool {
        let first = mention.words.lowerBound
        return (max(bounds.lowerBound, first - 2)..<first).contains {
            lexicon.coming.contains(text.words[$0].hash)
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

    /// Whether something stands before some words, or no farther than `reach` after them.
    private func isBeside(
        _ item: EventEntities.Item, _ words: Range<Int>, _ reach: Int
    ) -> Bool {
        item.words.upperBound <= words.lowerBound
            || 0...reach ~= item.words.lowerBound - words.upperBound
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

    /// Whether a body is said to hold an event: «تنظمها المديرية», «بمبادرة من الجمعية».
    private func isOrganiser(_ item: EventEntities.Item, _ bounds: Range<Int>) -> Bool {
        let first = item.words.lowerBound
        return (max(bounds.lowerBound, first - 3)..<max(bounds.lowerBound, first)).contains {
            index in
            if Self.byWords.contains(text.words[index].hash) { return true }
            guard index == first - 1, let found = verb(at: index) else { return false }
            return found.kind == .organise && found.isFinite
        }
    }
}
