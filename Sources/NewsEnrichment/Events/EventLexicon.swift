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
struct EventLexicon: Sendable {
    static let shared = EventLexicon()

    private(set) var nouns: [UInt64: EventNoun] = [:]
    private(set) var verbs: [UInt64: EventVerb] = [:]
    /// دورته and its like.
    let ownEditions: Set<UInt64>
    let generic: Set<UInt64>
    /// أشغال and its like.
    let fillers: Set<UInt64>
    let founding: Set<UInt64>
    let signing: Set<UInt64>
    let agreements: Set<UInt64>
    /// The numbers of ordinals, by their words without ال.
    private(set) var ordinals: [UInt64: (number: Int, isFeminine: Bool)] = [:]

    private init() {
        ownEditions = Self.hashes(NewsEnrichment.ownEditions)
        generic = Self.hashes(genericEventWords, withArticle: true)
        fillers = Self.hashes(eventFillers)
        founding = Self.hashes(foundingWords)
        signing = Self.hashes(signingWords)
        agreements = Self.hashes(agreementNouns, withArticle: true)
        for line in eventNouns { addNouns(line.kind, line.isFeminine, line.words) }
        for (kind, past, present) in eventVerbs { addVerb(kind, past, present) }
        for (kind, tense, words) in eventVerbNouns {
            for hash in Self.hashes(words) {
                verbs[hash] = EventVerb(kind: kind, tense: tense, isFinite: false)
            }
        }
        addOrdinals()
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

    private mutating func addNouns(_ kind: EventNoun.Kind, _ isFeminine: Bool, _ words: String) {
        for word in words.split(separator: " ") {
            let key = KeyWords(of: String(word)).letters
            let noun = EventNoun(
                kind: kind, isFeminine: isFeminine, lemma: String(decoding: key, as: UTF16.self))
            nouns[WordHash.of(String(word))] = noun
            nouns[WordHash.of("ال" + word)] = noun
        }
    }

    private mutating func addVerb(_ kind: EventVerb.Kind, _ past: String, _ present: String) {
        let isFeminine = past.hasSuffix("ت")
        let pastForms = isFeminine ? [past] : [past, past + "ت"]
        let presentForms = ["ي" + present, "ت" + present]
        for ending in ["", "ه", "ها"] {
            for form in pastForms { add(form + ending, kind, .past, hasObject: !ending.isEmpty) }
            for form in presentForms {
                add(form + ending, kind, .present, hasObject: !ending.isEmpty)
                add("س" + form + ending, kind, .future, hasObject: !ending.isEmpty)
            }
        }
    }

    private mutating func add(
        _ form: String, _ kind: EventVerb.Kind, _ tense: EventVerb.Tense, hasObject: Bool
    ) {
        let hash = WordHash.of(form)
        guard verbs[hash] == nil else { return }
        verbs[hash] = EventVerb(kind: kind, tense: tense, isFinite: true, hasObject: hasObject)
    }

    private mutating func addOrdinals() {
        let units: [(Int, String, String)] = [
            (1, "أول", "أولى"), (1, "حادي", "حادية"), (1, "واحد", "واحدة"), (2, "ثاني", "ثانية"),
            (3, "ثالث", "ثالثة"),
            (4, "رابع", "رابعة"), (5, "خامس", "خامسة"), (6, "سادس", "سادسة"), (7, "سابع", "سابعة"),
            (8, "ثامن", "ثامنة"), (9, "تاسع", "تاسعة"), (10, "عاشر", "عاشرة"),
        ]
        for (number, masculine, feminine) in units {
            ordinals[WordHash.of("ال" + masculine)] = (number, false)
            ordinals[WordHash.of("ال" + feminine)] = (number, true)
        }
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
