/// An office and what it is of: `المدير العام للشرطة الاسبانية`, `وزير الداخلية`.
struct OfficePhrase {
    /// Its words.
    private(set) var words: Range<Int>
    /// The end of its words with where it is held: القيادي في حركة النهضة.
    let wideEnd: Int
    /// How many letters of the first word are proclitics.
    let cut: Int
    /// What its first word is read with.
    let proclitics: WordReading.Proclitics
    /// The place of the body in it, among the organisations' mentions.
    let organisation: Int?
    /// Whether it says of what: a holder can be told by it.
    private(set) var isSpecific: Bool
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

    /// Says where it is held if it says of nothing else what it is of.
    mutating func widen() {
        guard !isSpecific, isDefinite, wideEnd > words.upperBound else { return }
        words = words.lowerBound..<wideEnd
        isSpecific = true
    }
}
