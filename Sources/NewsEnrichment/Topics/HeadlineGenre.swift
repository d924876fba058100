/// Tells what a headline announces, if it is not plain news.
enum HeadlineGenre {
    /// What `headline` announces; `nil` for news, or where unsure.
    static func genre(of headline: NewsText) -> PageHeadlineTopic.Genre? {
        let words = headline.words
        guard let first = words.first else { return nil }
        let hashes = words.map(\.hash)
        if starts(hashes, with: pressReviews) { return .pressReview }
        if starts(hashes, with: forecasts) { return .forecast }
        if isColumn(words) || starts(hashes, with: columns) { return .opinion }
        if starts(hashes, with: analyses) { return .analysis }
        // «للطغيان وجه واحد …فهل من معتبر؟»: who writes news asks nobody.
        let asks = text(headline).contains("؟")
        if asks, starts(hashes, with: asking) { return .analysis }
        if asks, words.contains(where: { rhetorical.contains($0.hash) && $0.before != [] }) {
            return .opinion
        }
        if first.hash == why, words.count > 1, firstPerson.contains(words[1].hash) {
            return .opinion
        }
        return nil
    }

    private static let pressReviews = hashes([
        "كيوسك", "جولة في الصحافة", "جولة في الصحف", "قراءة في الصحف", "قراءة في أبرز عناوين",
        "أبرز عناوين الصحف", "أبرز اهتمامات الصحف", "أبرز ما جاء في الصحف", "أقوال الصحف",
        "عناوين الصحف", "عرض الصحف", "الصحف الصادرة", "أهم عناوين الصحف", "مقتطفات من الصحف",
    ])
    private static let forecasts = hashes([
        "توقعات أحوال الطقس", "توقعات الطقس", "توقعات حالة الطقس", "أحوال الطقس", "حالة الطقس",
        "طقس اليوم", "طقس الغد", "الطقس اليوم", "الطقس غدا", "توقعات الأرصاد", "الطقس المتوقع",
        "نشرة الطقس", "توقعات الأرصاد الجوية", "التوقعات الجوية", "طقس الجمعة", "طقس السبت",
        "طقس الأحد", "طقس الإثنين", "طقس الثلاثاء", "طقس الأربعاء", "طقس الخميس",
    ])
    private static let columns = hashes(["رأي", "مقال رأي", "وجهة نظر", "افتتاحية", "عمود"])
    private static let analyses = hashes(["تحليل", "قراءة تحليلية", "تحليل إخباري"])
    private static let asking = hashes([
        "ما هي التحديات", "ما أهمية", "ما دلالات", "ما تداعيات", "أي مستقبل", "إلى أين",
        "ماذا يعني", "ماذا تعني", "ما هي السيناريوهات", "ما الذي يعنيه", "هل تنجح", "هل ينجح",
    ])
    private static let rhetorical: Set<UInt64> = Set(
        ["فهل", "فمتى", "فأين", "هل"].map(WordHash.of))
    private static let why = WordHash.of("لماذا")
    /// What who writes a column says of himself: أعلن and its like are others' verbs too.
    private static let firstPerson: Set<UInt64> = Set(
        [
            "أرفض", "أكتب", "أحب", "أكره", "أؤمن", "أعارض", "أؤيد", "أعتقد", "أخاف", "أخشى",
            "أقاطع",
            "أصوت", "أطالب",
        ].map(WordHash.of))
    private static let writes: Set<UInt64> = Set(["يكتب", "تكتب"].map(WordHash.of))

    private static func hashes(_ phrases: [String]) -> [[UInt64]] { phrases.map(WordHash.all) }

    private static func starts(_ words: [UInt64], with phrases: [[UInt64]]) -> Bool {
        phrases.contains { words.starts(with: $0) }
    }

    /// «فلان يكتب: …»: the name of who writes, then the title of the column.
    private static func isColumn(_ words: [Word]) -> Bool {
        for (index, word) in words.enumerated().prefix(5).dropFirst()
        where writes.contains(word.hash) {
            guard index + 1 < words.count else { return false }
            return !words[index + 1].before.isDisjoint(
                with: [.colon, .dots, .openQuote, .dash, .other])
        }
        return false
    }

    private static func text(_ text: NewsText) -> String {
        String(decoding: text.utf8, as: UTF8.self)
    }
}
