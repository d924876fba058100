/// What names of people and bodies ask of a word besides its classes.
///
/// Only words that are candidates already are looked up here.
struct NameTraits: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    /// Family names that mean one person or family alone: ميركل.
    static let knownFamily = NameTraits(rawValue: 1 << 0)
    /// Adjectives that say which body is meant, not what it is called: المعنية، الحالية.
    static let stop = NameTraits(rawValue: 1 << 1)
    /// What a body is for: joined by و inside one name.
    static let field = NameTraits(rawValue: 1 << 2)
    /// Triggers that are a body's name only with more than an adjective: مركز، إدارة.
    static let weak = NameTraits(rawValue: 1 << 3)
    /// Triggers that take any name: شركة، قناة، حزب.
    static let proper = NameTraits(rawValue: 1 << 4)
    /// Triggers called after people and places: مستشفى، جامعة.
    static let eponym = NameTraits(rawValue: 1 << 5)
    /// First words of sports clubs, before a place: شبيبة القبائل.
    static let club = NameTraits(rawValue: 1 << 6)
    /// Verbal nouns of founding: what follows them is not yet a body.
    static let founding = NameTraits(rawValue: 1 << 7)
    /// Offices that one holds at a time: وزير، والي.
    static let sole = NameTraits(rawValue: 1 << 8)
    /// نجل، شقيق: whose name follows is named, and by no office.
    static let kin = NameTraits(rawValue: 1 << 9)
    /// Things called after people: جائزة، ملعب، شارع.
    static let namesake = NameTraits(rawValue: 1 << 10)
    /// Names that take الله after them: نصر الله.
    static let divine = NameTraits(rawValue: 1 << 11)
    /// Titles that stand before a family name alone: الدكتور السمراني.
    static let courtesy = NameTraits(rawValue: 1 << 12)
    /// What stands before the name of a club: لاعب، مهاجم، جماهير.
    static let sport = NameTraits(rawValue: 1 << 13)
}

/// A list of words with a trait, as it stands in the source.
struct TraitList: Sendable {
    let traits: NameTraits
    let article: WordList.Article
    let words: StaticString

    /// A list of these values.
    init(_ traits: NameTraits, _ article: WordList.Article, _ words: StaticString) {
        self.traits = traits
        self.article = article
        self.words = words
    }
}

/// The traits of words, by the hash of their key form.
struct TraitTable: Sendable {
    static let shared = TraitTable(nameTraits)

    private let traits: WordTable<NameTraits>

    /// The traits of these lists.
    init(_ lists: [TraitList]) {
        var traits: [UInt64: NameTraits] = [:]
        for list in lists {
            let words = list.words.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                traits[WordHash.of(String(word)), default: []].formUnion(list.traits)
                if list.article == .either {
                    traits[WordHash.of("ال" + word), default: []].formUnion(list.traits)
                }
            }
        }
        self.traits = WordTable(traits)
    }

    /// The traits of the word with this hash.
    subscript(hash: UInt64) -> NameTraits { traits[hash] ?? [] }
}
