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
    /// Its key form without ال.
    let lemma: String
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
}

/// What is known of the words of events, by hash. Built once; share it.
final class EventLexicon: Sendable {
    static let shared = EventLexicon()

    let nouns: [UInt64: EventNoun]
    let verbs: [UInt64: EventVerb]
    /// دورته and its like.
    let ownEditions: Set<UInt64>
    let generic: Set<UInt64>
    /// أشغال and its like.
    let fillers: Set<UInt64>
    let founding: Set<UInt64>
    let signing: Set<UInt64>
    let agreements: Set<UInt64>
    /// The numbers of ordinals, by their words.
    let ordinals: [UInt64: (number: Int, isFeminine: Bool)]

    private init() {
        ownEditions = Self.hashes(NewsEnrichment.ownEditions)
        generic = Self.hashes(genericEventWords, withArticle: true)
        fillers = Self.hashes(eventFillers)
        founding = Self.hashes(foundingWords)
        signing = Self.hashes(signingWords)
        agreements = Self.hashes(agreementNouns, withArticle: true)
        nouns = Self.makeNouns()
        verbs = Self.makeVerbs()
        ordinals = Self.makeOrdinals()
    }

    /// Every word, for the table that all parts share.
    var known: [(hash: UInt64, senses: Senses)] {
        nouns.keys.map { ($0, .eventNoun) }
            + (Array(verbs.keys) + founding + signing + agreements).map { ($0, .eventVerb) }
    }

    private static func hashes(_ words: String, withArticle: Bool = false) -> Set<UInt64> {
        var hashes: Set<UInt64> = []
        for word in words.split(whereSeparator: \.isWhitespace) {
            hashes.insert(WordHash.of(String(word)))
            if withArticle { hashes.insert(WordHash.of("ال" + word)) }
        }
        return hashes
    }

    private static func makeNouns() -> [UInt64: EventNoun] {
        var nouns: [UInt64: EventNoun] = [:]
        for (kind, isFeminine, words) in eventNouns {
            for word in words.split(separator: " ") {
                let key = KeyWords(of: String(word)).letters
                let noun = EventNoun(
                    kind: kind, isFeminine: isFeminine,
                    lemma: String(decoding: key, as: UTF16.self))
                nouns[WordHash.of(String(word))] = noun
                nouns[WordHash.of("ال" + word)] = noun
            }
        }
        return nouns
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
                func verb(_ tense: EventVerb.Tense) -> EventVerb {
                    EventVerb(
                        kind: kind, tense: tense, isFinite: true, hasObject: !ending.isEmpty)
                }
                for form in pastForms { add(form + ending, verb(.past)) }
                for form in ["ي" + present, "ت" + present] {
                    add(form + ending, verb(.present))
                    add("س" + form + ending, verb(.future))
                }
            }
        }
        for (kind, tense, words) in eventVerbNouns {
            for hash in hashes(words) {
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
    static let teens: Set<UInt64> = hashes("عشر عشرة")
    /// العشرون, والعشرين and the like.
    static let tens: [UInt64: Int] = {
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
    }()
}
