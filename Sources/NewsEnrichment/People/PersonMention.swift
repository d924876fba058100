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
    /// The office that it follows.
    let office: OfficePhrase?
    /// The office that follows it.
    let following: OfficePhrase?
    /// Whether its first word is a given name, and rarely another word.
    let isGiven: Bool

    /// The offices on both sides, in order.
    var offices: [OfficePhrase] {
        switch (office, following) {
        case (nil, nil): []
        case (let one?, nil), (nil, let one?): [one]
        case (let one?, let other?): [one, other]
        }
    }
}
