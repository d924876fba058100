/// Words that name a person.
struct PersonMention {
    /// Its words.
    let words: Range<Int>
    /// How many letters of the first word are proclitics.
    let cut: Int
    /// The hashes of its names, without بن and its like; عبد and what follows are one.
    let tokens: [UInt64]
    /// The rule that found it.
    let rule: String
    /// The words that announced it.
    let evidence: Range<Int>?
    /// Titles of courtesy before it.
    let honorific: Range<Int>?
    /// The office that it follows or that follows it.
    let office: OfficePhrase?
    /// Whether its first word is a given name, and rarely another word.
    let isGiven: Bool
}
