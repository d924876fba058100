/// A word of a body, with what every rule asks of it.
struct Word: Sendable {
    /// What it is written with.
    enum Kind: UInt8, Sendable {
        case arabic, latin, number, other
    }

    /// Where it starts, in bytes.
    let startByte: UInt32
    /// Where it ends, in bytes.
    let endByte: UInt32
    /// Where it starts, in Unicode scalars.
    let start: UInt32
    /// Where it ends, in Unicode scalars.
    let end: UInt32
    /// The hash of the whole word.
    let hash: UInt64
    /// What the lexicon knows of the whole word.
    let senses: Senses
    /// What the lexicon knows of any of its readings.
    let anySenses: Senses
    /// Its first reading's place in ``NewsText/readings``. The first is the whole word.
    let firstReading: UInt32
    /// How many readings it has, from 1.
    let readingCount: UInt8
    let kind: Kind
    /// How many letters its key form has.
    let letterCount: UInt8
    /// What its spelling shows.
    let traits: Traits
    /// What stands before it.
    fileprivate(set) var before: Marks = []
    /// The number of its paragraph, from 1.
    fileprivate(set) var paragraph: UInt32 = 1
    /// The place of its first folded letter in ``NewsText/letters``.
    let firstLetter: UInt32
}

extension Word {
    /// What the spelling of a word shows: asked of every word by several parts.
    struct Traits: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        /// It begins with the article, after proclitics if it has any.
        static let definite = Traits(rawValue: 1)
        /// It begins with ال and has two letters more: not آليات, which has no article.
        static let article = Traits(rawValue: 2)
        /// It is written with أ, إ, آ or ؤ at its start, which of the first three the key form does not
        /// show.
        static let hamza = Traits(rawValue: 4)
        /// It is the letters ء to ي without marks, and no word of time. What others stand for (ڤ, ڭ, ە)
        /// only the parser of dates knows.
        static let silent = Traits(rawValue: 8)
    }

    /// Whether it begins with the article, after proclitics if it has any.
    @inline(__always)
    var isDefinite: Bool { traits.contains(.definite) }

    /// Puts it in its place.
    @inline(__always)
    mutating func place(behind marks: Marks, inParagraph paragraph: Int) {
        before = marks
        self.paragraph = UInt32(truncatingIfNeeded: paragraph)
    }
}

/// A way to read a word: whole, or without proclitics.
struct WordReading: Hashable, Sendable {
    /// The proclitics a word can be read with.
    struct Proclitics: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        static let waw = Proclitics(rawValue: 1)
        static let fa = Proclitics(rawValue: 2)
        static let ba = Proclitics(rawValue: 4)
        static let lam = Proclitics(rawValue: 8)
        static let kaf = Proclitics(rawValue: 16)
        /// The article swallowed its alef: للمغرب is ل and المغرب, and its span cannot be cut so.
        static let fused = Proclitics(rawValue: 32)
        /// Besides, the word itself begins with ل: للجنة is ل and اللجنة.
        static let doubled = Proclitics(rawValue: 64)
        /// A preposition is among them.
        static let prepositions: Proclitics = [.ba, .lam, .kaf]
        static let conjunctions: Proclitics = [.waw, .fa]
    }

    /// The hash of what is left.
    let hash: UInt64
    /// What the lexicon knows of it.
    let senses: Senses
    /// What was taken off.
    let proclitics: Proclitics
    /// How many letters were taken off: as many scalars, unless the word carries marks there.
    let cut: UInt8
}
