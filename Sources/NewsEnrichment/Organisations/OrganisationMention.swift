/// Words that name a body.
struct OrganisationMention {
    /// Its words.
    let words: Range<Int>
    /// How many letters of the first word are proclitics.
    let cut: Int
    /// What its first word is read with.
    let proclitics: WordReading.Proclitics
    /// Whether its first word gives it away, or it is known by its name.
    let hasTrigger: Bool
    /// The places of its stems among those of the text: the hashes of its words without article, و and
    /// ل, what two spellings of a name have in common.
    let stems: Range<Int>
    /// The hash of all its stems.
    let key: UInt64
    /// Its country by its name, if that is known.
    let country: CountryCode

    /// The rule that found it.
    var rule: String { hasTrigger ? "organisation.trigger" : "organisation.known" }
}
