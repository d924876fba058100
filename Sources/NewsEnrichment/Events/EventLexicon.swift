internal import ArabicText

/// A noun that names something that takes place.
struct EventNoun: Sendable {
    /// How sure it is that a named event follows.
    enum Kind: Sendable {
        /// مؤتمر, مهرجان: has a name, mostly.
        case named
        /// اجتماع, زيارة: needs more to be an event of its own.
        case common
        /// دورة, نسخة: one of a series, which is named after it.
        case edition
    }

    let kind: Kind
    let isFeminine: Bool
    /// Whether it is one of many matches, so that a day beside it may be a match's.
    let isCompetition: Bool
    /// The hash of its key form without ال.
    let hash: UInt64
    /// The number of its key form without ال in ``EventLexicon/lemmas``.
    let lemma: Int
}

/// A verb by which an event takes place, or a noun of one.
struct EventVerb: Sendable {
    /// What it says of the event.
    enum Kind: Sendable {
        case hold, open, close
        /// A place, or a body, holds it.
        case host
        case organise
    }

    /// When it says so. `open` leaves it to the rest of the text.
    enum Tense: Sendable {
        case past, present, future, open
    }

    let kind: Kind
    let tense: Tense
    /// Whether it is a verb of a sentence, no noun.
    let isFinite: Bool
    /// Whether it has its object with it: نظمها. What follows is its subject.
    var hasObject = false
    /// The gender of its subject; `nil` if it has none or either.
    var isFeminine: Bool?
}

/// What is known of the words of events, by hash. Built once; share it.
final class EventLexicon: Sendable {
    static let shared = EventLexicon()

    let nouns: WordTable<EventNoun>
    /// The key forms of nouns without ال.
    let lemmas: [String]
    let verbs: WordTable<EventVerb>
    /// دورته and its like.
    let ownEditions = WordSet(NewsEnrichment.ownEditions)
    let generic = WordSet(genericEventWords, withArticle: true)
    /// أشغال and its like.
    let fillers = WordSet(eventFillers)
    /// نهائي and its like: what is said beside it is said of a match.
    let stages = WordSet(competitionStages, withArticle: true)
    /// اقتراب and its like: what follows is to come.
    let coming = WordSet(comingWords)
    let founding = WordSet(foundingWords)
    let signing = WordSet(signingWords)
    let agreements = WordSet(agreementNouns, withArticle: true)
    /// The numbers of ordinals, by their words.
    let ordinals = WordTable(makeOrdinals())
    /// Every word, for the table that all parts share.
    let known: [(hash: UInt64, senses: Senses)]

    private init() {
        let (nouns, lemmas) = Self.makeNouns()
        let verbs = Self.makeVerbs()
        self.nouns = WordTable(nouns)
        self.lemmas = lemmas
        self.verbs = WordTable(verbs)
        let deeds = [founding, signing, agreements].flatMap(\.hashes)
        known =
            nouns.keys.map { ($0, .eventNoun) }
            + (Array(verbs.keys) + deeds).map { ($0, .eventVerb) }
    }

    private static func makeNouns() -> ([UInt64: EventNoun], lemmas: [String]) {
        let competitions = WordSet(competitionNouns)
        var nouns: [UInt64: EventNoun] = [:]
        var lemmas: [String] = []
        for (kind, isFeminine, words) in eventNouns {
            for word in words.split(separator: " ") {
                let key = KeyWords(of: String(word)).letters
                let noun = EventNoun(
                    kind: kind, isFeminine: isFeminine,
                    isCompetition: competitions.contains(WordHash.of(String(word))),
                    hash: WordHash.of(String(word)), lemma: lemmas.count)
                lemmas.append(String(decoding: key, as: UTF16.self))
                nouns[noun.hash] = noun
                nouns[WordHash.of("ال" + word)] = noun
            }
        }
        return (nouns, lemmas)
    }

    private static func makeVerbs() -> [UInt64: EventVerb] {
        var verbs: [UInt64: EventVerb] = [:]
        func add(_ form: String, _ verb: EventVerb) {
            let hash = WordHash.of(form)
            if verbs[hash] == nil { verbs[hash] = verb }
        }
        for (kind, past, present) in eventVerbs {
            let pastForms = past.hasSuffix("ت") ? [past] : [past, past + "ت"]
            for ending in ["", "ه", "ها"] {
                func verb(_ tense: EventVerb.Tense, isFeminine: Bool) -> EventVerb {
                    EventVerb(
                        kind: kind, tense: tense, isFinite: true, hasObject: !ending.isEmpty,
                        isFeminine: isFeminine)
                }
                for form in pastForms {
                    add(form + ending, verb(.past, isFeminine: form.hasSuffix("ت")))
                }
                for (form, isFeminine) in [("ي" + present, false), ("ت" + present, true)] {
                    add(form + ending, verb(.present, isFeminine: isFeminine))
                    add("س" + form + ending, verb(.future, isFeminine: isFeminine))
                }
            }
        }
        for (kind, tense, words) in eventVerbNouns {
            for hash in WordSet(words).hashes {
                verbs[hash] = EventVerb(kind: kind, tense: tense, isFinite: false)
            }
        }
        return verbs
    }

    private static func makeOrdinals() -> [UInt64: (number: Int, isFeminine: Bool)] {
        let units: [(Int, String, String)] = [
            (1, "أول", "أولى"), (1, "حادي", "حادية"), (1, "واحد", "واحدة"), (2, "ثاني", "ثانية"),
            (3, "ثالث", "ثالثة"), (4, "رابع", "رابعة"), (5, "خامس", "خامسة"), (6, "سادس", "سادسة"),
            (7, "سابع", "سابعة"), (8, "ثامن", "ثامنة"), (9, "تاسع", "تاسعة"), (10, "عاشر", "عاشرة"),
        ]
        var ordinals: [UInt64: (number: Int, isFeminine: Bool)] = [:]
        for (number, masculine, feminine) in units {
            ordinals[WordHash.of("ال" + masculine)] = (number, false)
            ordinals[WordHash.of("ال" + feminine)] = (number, true)
        }
        return ordinals
    }

    /// عشر, عشرة after a unit.
    let teens = WordSet("عشر عشرة")
    /// العشرون, والعشرين and the like.
    let tens = WordTable(makeTens())

    private static func makeTens() -> [UInt64: Int] {
        var tens: [UInt64: Int] = [:]
        let stems = [
            (20, "عشر"), (30, "ثلاث"), (40, "أربع"), (50, "خمس"), (60, "ست"), (70, "سبع"),
            (80, "ثمان"),
            (90, "تسع"),
        ]
        for (number, stem) in stems {
            for form in ["ال\(stem)ون", "ال\(stem)ين", "وال\(stem)ون", "وال\(stem)ين"] {
                tens[WordHash.of(form)] = number
            }
        }
        return tens
    }
}
