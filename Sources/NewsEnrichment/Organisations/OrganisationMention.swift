/// Words that name a body.
struct OrganisationMention {
    /// Its words.
    let words: Range<Int>
    /// How many letters of the first word are proclitics.
    let cut: Int
    /// What its first word is read with.
    let proclitics: WordReading.Proclitics
    /// The words that give it away; `nil` for a body known by its name.
    let trigger: Range<Int>?
    /// The hashes of its words without article, و and ل: what two spellings of a name have in common.
    let stems: [UInt64]
    /// Its country by its name, if that is known.
    let country: String?
    /// The rule that found it.
    let rule: String
}
