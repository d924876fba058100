/// Words that sites put before and between texts, in the languages of the news we read.
enum HTMLPhrases {
    /// Whether a short line only points to another article: `Read more: …`, `اقرأ أيضا: …`.
    static func isPointer(_ text: Span<UInt8>) -> Bool {
        for phrase in pointers where ASCIIText.hasPrefix(text, phrase) { return true }
        // What WordPress puts below the items of its feeds.
        return ASCIIText.contains(text, " appeared first on ")
            || ASCIIText.contains(text, "ظهرت أولاً على")
            || ASCIIText.contains(text, "ظهرت أولا على")
    }

    /// What a line is that only labels a part of the page; `nil` if it is none.
    static func label(_ text: Span<UInt8>) -> Removal.Reason? {
        guard text.count <= 90 else { return nil }
        var count = text.count
        while count > 0, isLabelEnd(text[count - 1]) { count -= 1 }
        let line = text.extracting(0..<count)
        for (reason, lines) in labels where lines.contains(where: { ASCIIText.equal(line, $0) }) {
            return reason
        }
        return nil
    }

    private static func isLabelEnd(_ byte: UInt8) -> Bool {
        ASCIIText.isSpace(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "!") || (byte >= 0x30 && byte <= 0x39)
            || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
    }

    private static let labels: [(Removal.Reason, [StaticString])] = [
        (
            .furniture,
            [
                "advert", "advertisement", "advertising", "sponsored", "promoted", "ad", "loading",
                "this slideshow requires javascript", "javascript is disabled", "print", "email",
                "publicité", "إعلان", "إعلانات", "اعلان", "جاري التحميل", "طباعة", "تكبير الخط",
                "تصغير الخط",
            ]
        ),
        (
            .comments,
            [
                "comments", "comment", "leave a comment", "leave a reply", "post a comment",
                "add a comment", "commentaires", "laisser un commentaire", "التعليقات", "تعليقات",
                "أضف تعليق", "أضف تعليقا", "أضف تعليقاً", "أضف تعليقك", "اترك تعليقا", "اترك تعليقاً",
                "اترك تعليقك", "شارك برأيك", "علق على الخبر", "تعليق", "لا توجد تعليقات",
                "كتابة تعليق",
                "شروط التعليق", "tell us what you think",
            ]
        ),
        (
            .shareBar,
            [
                "share", "share this", "share this article", "share this:", "share on facebook",
                "share on twitter", "tweet", "like this", "partager", "شارك", "مشاركة", "شاركها",
                "شارك الخبر", "شارك المقال", "شارك هذا الموضوع", "انشر", "انشر الخبر", "غرد",
                "فيسبوك", "تويتر", "واتساب", "مشاركة الخبر", "نسخ الرابط", "تم نسخ الرابط",
                "like this story? share it with a friend", "مشاركة عبر",
            ]
        ),
        (
            .relatedLinks,
            [
                "related", "related news", "related articles", "related stories", "read more",
                "don't miss", "more stories", "recommended", "most read", "trending", "see also",
                "more on this story", "you may also like", "à lire aussi", "articles similaires",
                "مواضيع ذات صلة", "موضوعات ذات صلة", "مقالات ذات صلة", "أخبار ذات صلة",
                "اخبار ذات صلة",
                "مواضيع متعلقة", "أخبار متعلقة", "مقالات مشابهة", "مواضيع مشابهة", "اقرأ أيضا",
                "اقرأ أيضاً", "إقرأ أيضا", "قد يعجبك أيضا", "قد يهمك أيضا", "قد يعجبك ايضا",
                "الأكثر قراءة", "الأكثر مشاهدة", "شاهد أيضا", "شاهد أيضاً", "المزيد", "آخر الأخبار",
            ]
        ),
        (
            .keywords,
            [
                "tags", "keywords", "topics", "كلمات دلالية", "الكلمات الدلالية", "وسوم", "الوسوم",
                "كلمات مفتاحية", "الكلمات المفتاحية",
            ]
        ),
    ]

    /// Whether a text is a site's notice about its cookies.
    static func isSiteNotice(_ text: Span<UInt8>) -> Bool {
        guard text.count < 4000 else { return false }
        // News about cookies does not speak of itself: both kinds of words are needed.
        return cookies.contains { ASCIIText.contains(text, $0) }
            && ownVoice.contains { ASCIIText.contains(text, $0) }
    }

    private static let cookies: [StaticString] = [
        "cookies", "ملفات تعريف الارتباط", "الكوكيز", "ملفات الارتباط",
    ]

    private static let ownVoice: [StaticString] = [
        "your experience", "we use", "this website", "our website", "this site", "our site",
        "the website to function", "ce site", "notre site", "هذا الموقع", "موقعنا", "نستخدم",
        "تجربتك",
    ]

    private static let pointers: [StaticString] = [
        "read more", "read also", "also read", "see also:", "related:", "more:", "watch:",
        "read:", "recommended:", "don't miss:", "lire aussi", "lire la suite", "à lire aussi",
        "voir aussi", "اقرأ أيضا", "اقرأ أيضًا", "إقرأ أيضا", "إقرأ أيضًا", "اقرأ ايضا",
        "اقرا ايضا", "اقرأ المزيد", "اقرأ كذلك", "إقرأ المزيد", "اقرأي أيضا", "طالع أيضا",
        "طالع أيضًا", "شاهد أيضا", "شاهد أيضًا", "شاهد ايضا", "انظر أيضا", "مواضيع ذات صلة",
        "أخبار ذات صلة", "مقالات ذات صلة", "للمزيد:", "تابع أيضا", "تابعوا أيضا",
    ]
}

/// Comparing texts of a page.
enum HTMLText {
    /// Whether two texts have the same letters and digits, whatever stands between them.
    static func equal(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
        var i = 0
        var j = 0
        while true {
            while i < a.count, isFiller(a[i]) { i += 1 }
            while j < b.count, isFiller(b[j]) { j += 1 }
            guard i < a.count, j < b.count else { return i == a.count && j == b.count }
            guard ASCIIText.lowered(a[i]) == ASCIIText.lowered(b[j]) else { return false }
            i += 1
            j += 1
        }
    }

    /// The letters and digits of `text`, ASCII in lower case.
    static func letters(_ text: Span<UInt8>) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(text.count)
        for index in text.indices where !isFiller(text[index]) {
            letters.append(ASCIIText.lowered(text[index]))
        }
        return letters
    }

    private static func isFiller(_ byte: UInt8) -> Bool {
        byte < 0x30 || (byte > 0x39 && byte < 0x41) || (byte > 0x5A && byte < 0x61)
            || (byte > 0x7A && byte < 0x80)
    }
}
