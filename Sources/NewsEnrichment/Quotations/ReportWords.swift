/// Single words that rules of quotations compare with.
enum ReportWords {
    static let before = WordHash.of("عن")
    static let upon = WordHash.of("على")
    static let to = WordHash.of("إلى")
    static let from = WordHash.of("من")
    static let what = WordHash.of("ما")
    static let earlier = WordHash.of("قبل")
    static let within = WordHash.of("في")
    static let thereby = WordHash.of("بذلك")
    /// Nouns that are the object of a verb of saying and no part of who speaks.
    static let neverSpeaker = ["عدم", "ضرورة", "أهمية", "وجوب", "وجود"].map { WordHash.of($0) }
    static let likewise = WordHash.of("كما")
}
