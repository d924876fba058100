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
    /// Whether it begins with the article, after proclitics if it has any.
    let isDefinite: Bool
    /// What stands before it.
    let before: Marks
    /// The number of its paragraph, from 1.
    let paragraph: UInt32
    /// The place of its first folded letter in ``NewsText/letters``.
    let firstLetter: UInt32
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
