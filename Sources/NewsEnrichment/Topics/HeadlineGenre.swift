/// Tells what a headline announces, if it is not plain news.
enum HeadlineGenre {
    /// What `headline` announces; `nil` for news, or where unsure.
    static func genre(of headline: NewsText) -> PageHeadlineTopic.Genre? {
        let words = headline.words
        guard let first = words.first else { return nil }
        let opening = openings[first.hash]?.first { opening in
            opening.words.count <= words.count
                && zip(opening.words, words).allSatisfy { $0 == $1.hash }
        }
        // «للطغيان وجه واحد …فهل من معتبر؟»: who writes news asks nobody.
        let asks = asks(headline)
        switch opening?.meaning {
        case .genre(let genre): return genre
        case .asking where asks: return .analysis
        case .asking, nil: break
        }
        if isColumn(words) { return .opinion }
        if asks, words.contains(where: { rhetorical.contains($0.hash) && $0.before != [] }) {
            return .opinion
        }
        if first.hash == why, words.count > 1, firstPerson.contains(words[1].hash) {
            return .opinion
        }
        return nil
    }

    /// What a headline's first words say.
    private struct Opening {
        enum Meaning {
            case genre(PageHeadlineTopic.Genre)
            /// Analysis, if the headline asks.
            case asking
        }

        let words: [UInt64]
        let meaning: Meaning
    }

    /// The openings, by their first word.
    private static let openings: [UInt64: [Opening]] = {
        let lists: [([String], Opening.Meaning)] = [
            (pressReviews, .genre(.pressReview)), (forecasts, .genre(.forecast)),
            (columns, .genre(.opinion)), (analyses, .genre(.analysis)), (asking, .asking),
        ]
        var openings: [UInt64: [Opening]] = [:]
        for (phrases, meaning) in lists {
            for phrase in phrases {
                let words = WordHash.all(of: phrase)
                openings[words[0], default: []].append(Opening(words: words, meaning: meaning))
            }
        }
        return openings
    }()

    private static let pressReviews = [
        "كيوسك", "جولة في الصحافة", "جولة في الصحف", "قراءة في الصحف", "قراءة في أبرز عناوين",
        "أبرز عناوين الصحف", "أبرز اهتمامات الصحف", "أبرز ما جاء في الصحف", "أقوال الصحف",
        "عناوين الصحف", "عرض الصحف", "الصحف الصادرة", "أهم عناوين الصحف", "مقتطفات من الصحف",
    ]
    private static let forecasts = [
        "توقعات أحوال الطقس", "توقعات الطقس", "توقعات حالة الطقس", "أحوال الطقس", "حالة الطقس",
        "طقس اليوم", "طقس الغد", "الطقس اليوم", "الطقس غدا", "توقعات الأرصاد", "الطقس المتوقع",
        "نشرة الطقس", "توقعات الأرصاد الجوية", "التوقعات الجوية", "طقس الجمعة", "طقس السبت",
        "طقس الأحد", "طقس الإثنين", "طقس الثلاثاء", "طقس الأربعاء", "طقس الخميس",
    ]
    private static let columns = ["رأي", "مقال رأي", "وجهة نظر", "افتتاحية", "عمود"]
    private static let analyses = ["تحليل", "قراءة تحليلية", "تحليل إخباري"]
    private static let asking = [
        "ما هي التحديات", "ما أهمية", "ما دلالات", "ما تداعيات", "أي مستقبل", "إلى أين",
        "ماذا يعني", "ماذا تعني", "ما هي السيناريوهات", "ما الذي يعنيه", "هل تنجح", "هل ينجح",
    ]
    private static let rhetorical = WordSet("فهل فمتى فأين هل")
    private static let why = WordHash.of("لماذا")
    /// What who writes a column says of himself: أعلن and its like are others' verbs too.
    private static let firstPerson = WordSet(
        """
        أرفض أكتب أحب أكره أؤمن أعارض أؤيد أعتقد أخاف أخشى أقاطع أصوت أطالب
        """)
    private static let writes = WordSet("يكتب تكتب")

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

    /// Whether a question mark, ؟ or ?, stands in a headline.
    private static func asks(_ headline: NewsText) -> Bool {
        let bytes = headline.utf8
        return bytes.indices.contains { index in
            bytes[index] == UInt8(ascii: "?")
                || bytes[index] == 0x9F && index > 0 && bytes[index - 1] == 0xD8
        }
    }
}
