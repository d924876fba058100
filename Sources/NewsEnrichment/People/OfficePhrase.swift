/// An office and what it is of: `المدير العام للشرطة الاسبانية`, `وزير الداخلية`.
struct OfficePhrase {
    /// Its words.
    let words: Range<Int>
    /// How many letters of the first word are proclitics.
    let cut: Int
    /// The place of the body in it, among the organisations' mentions.
    let organisation: Int?
    /// Whether it says of what: a holder can be told by it.
    let isSpecific: Bool
    /// Where a name follows it, if one does.
    let name: Int?
    /// Whether it is an office that one holds at a time.
    let isSole: Bool
    /// Whether it is no office but kinship: نجل, شقيق.
    let isKin: Bool
    /// Whether a title of courtesy stands between it and the name.
    let honorific: Range<Int>?
    /// Whether its head has the article.
    let isDefinite: Bool
}
