/// Recognises lines of buttons: share, print, rate.
enum ShareBar {
    /// The role of the line of `words` if it is nothing but buttons and their counts.
    ///
    /// A single button may be a word of the text: it counts at the edges of a page only.
    static func role(of words: borrowing LineWords) -> LineRole? {
        guard (1...24).contains(words.words.count) else { return nil }
        var buttons = 0
        var others = 0
        for index in words.words.indices {
            let word = words.word(index)
            if buttonWords.contains(word) {
                buttons += 1
            } else if !fillWords.contains(word), !words.isNumber(index) {
                others += 1
            }
        }
        guard others == 0, buttons > 0 else { return nil }
        return buttons > 1 ? .furniture(.shareBar) : .edgeFurniture(.shareBar)
    }

    private static func slices(_ texts: [String]) -> Set<ArraySlice<UInt8>> {
        Set(texts.map { LineWords.key(of: $0).dropLast() })
    }

    /// Words that make a button.
    private static let buttonWords = slices([
        "شارك", "شاركها", "شاركه", "شاركنا", "مشاركة", "المشاركة", "شاركوا", "فيسبوك", "الفيسبوك",
        "تويتر", "التويتر", "واتساب", "واتس", "الواتساب", "تلغرام", "تلجرام", "تيليجرام",
        "تلكرام", "تليغرام", "لينكدإن", "لينكد", "بنترست", "بينتيريست", "ماسنجر", "مسنجر",
        "انستغرام", "إنستغرام", "جوجل", "غوغل", "بلس", "طباعة", "اطبع", "للطباعة", "غرد", "تغريد",
        "تغريدة", "facebook", "twitter", "whatsapp", "tweet", "share", "linkedin", "telegram",
        "pinterest", "messenger", "google", "print", "email", "partager", "imprimer", "viber",
        "فايبر", "reddit", "copy", "link", "instagram", "youtube", "يوتيوب", "أعجبني", "like", "x",
        "ارسل", "إرسال", "tumblr", "vkontakte", "skype", "pocket", "buffer", "gmail",
    ])
    /// Words that may stand between them.
    private static let fillWords = slices([
        "على", "عبر", "من", "خلال", "في", "هذا", "هذه", "المقال", "المقالة", "الخبر", "الموضوع",
        "الصفحة", "إلى", "لصديق", "صديق", "بريد", "البريد", "الإلكتروني", "الالكتروني", "نسخ",
        "الرابط", "رابط", "حجم", "الخط", "تكبير", "تصغير", "مع", "أصدقائك", "أصدقاءك", "و", "أو",
        "this", "on", "by", "via", "the", "article", "a", "to", "اب", "أب", "اكتب", "رأيك",
        "مواقع", "التواصل", "الاجتماعي", "شبكات", "ان", "إن", "المنشور", "أنشر", "انشر", "حفظ",
        "plus", "sms", "pdf", "تعليق", "تعليقات", "مشاهدة", "مشاهدات", "المفضلة", "أضف",
    ])
}
