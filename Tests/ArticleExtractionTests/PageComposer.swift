/// A generator of numbers that gives the same ones for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A flattened page made of real headlines and a real article, and what it must give.
struct ComposedPage {
    var text = ""
    var title: String?
    var publisher: String?
    var date: String?
    var secondOfDay: Int?
    var paragraphs: [String] = []
    var headlines: [String] = []
    /// What it is made of, to name it when it fails.
    var recipe = ""
}

/// Makes flattened pages as sites of any country leave them.
struct PageComposer {
    private let articles: [CorpusArticle]
    private var random: SeededGenerator

    /// - Parameter seed: Chooses the pages.
    init(_ articles: [CorpusArticle], seed: UInt64) {
        self.articles = articles
        random = SeededGenerator(seed: seed)
    }

    /// The next page.
    mutating func next() -> ComposedPage {
        var page = ComposedPage()
        let chosen = Int.random(in: articles.indices, using: &random)
        let article = articles[chosen]
        page.title = folded(article.title)
        page.paragraphs = article.paragraphs
        var parts: [String] = []
        let place =
            ["top", "top", "top", "bottom", "both", "none"].randomElement(using: &random) ?? ""
        page.recipe = "ticker \(place)"
        if place == "top" || place == "both" { parts.append(ticker(&page, without: chosen)) }
        if chance(3) { parts.append(pick(Self.menus, &page)) }
        if chance(2) { parts.append(pick(Self.notices, &page)) }
        if chance(4) { parts.append(pick(Self.shareBars, &page)) }
        parts.append(head(&page))
        if chance(4) { parts.append(pick(Self.shareBars, &page)) }
        // A text with nothing around it that has no date line is all paragraphs.
        let isBare = parts.count == 1 && page.date == nil
        let gap = chance(2) ? "\n" : "\n\n"
        parts.append(page.paragraphs.joined(separator: gap))
        if chance(3) { parts.append(pick(Self.tags, &page)) }
        if chance(3) { parts.append(related(&page, without: chosen)) }
        if chance(2) { parts.append(pick(Self.links, &page)) }
        if chance(4) { parts.append(pick(Self.comments, &page)) }
        if chance(4) { parts.append(pick(Self.rights, &page)) }
        if place == "bottom" || place == "both" { parts.append(ticker(&page, without: chosen)) }
        if isBare, parts.count == 2 {
            page.paragraphs.insert(page.title ?? "", at: 0)
            page.title = nil
        }
        let breaks = ["\n\n", "\n\n\n", "\n", "\n \n\n"].randomElement(using: &random) ?? "\n\n"
        page.text = parts.joined(separator: breaks)
        if chance(5) { page.text = page.text.replacing("\n", with: "\r\n") }
        return page
    }

    private mutating func chance(_ oneIn: Int) -> Bool {
        Int.random(in: 0..<oneIn, using: &random) == 0
    }

    private mutating func pick(_ texts: [String], _ page: inout ComposedPage) -> String {
        let text = texts.randomElement(using: &random) ?? ""
        page.recipe += " | \(text.prefix(30))"
        return text
    }

    private mutating func ticker(_ page: inout ComposedPage, without chosen: Int) -> String {
        let count = [3, 4, 6, 10, 25, 55].randomElement(using: &random) ?? 10
        let gaps = [
            "\u{A0}\u{A0}\u{A0}\u{A0}", "\u{A0}\u{A0}\u{A0}", "   ", "     ", "\u{A0} \u{A0} ",
            "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}",
        ]
        let gap = gaps.randomElement(using: &random) ?? "    "
        var titles: [String] = []
        while titles.count < count {
            let index = Int.random(in: articles.indices, using: &random)
            let title = folded(articles[index].title)
            guard index != chosen, (10...220).contains(title.unicodeScalars.count) else { continue }
            titles.append(title)
        }
        page.headlines += titles
        page.recipe += " | ticker \(count) x \(gap.unicodeScalars.count)"
        return titles.joined(separator: gap) + (chance(2) ? gap : "")
    }

    private mutating func related(_ page: inout ComposedPage, without chosen: Int) -> String {
        let heading = [
            "مواضيع ذات صلة", "اقرأ أيضا", "قد يهمك أيضا:", "الأكثر قراءة", "أخبار ذات صلة",
        ]
        var lines = [heading.randomElement(using: &random) ?? ""]
        for _ in 0..<3 {
            let index = Int.random(in: articles.indices, using: &random)
            guard index != chosen else { continue }
            lines.append(folded(articles[index].title))
        }
        page.recipe += " | related"
        return lines.joined(separator: "\n")
    }

    /// Headline and lines of publication.
    private mutating func head(_ page: inout ComposedPage) -> String {
        let year = Int.random(in: 2009...2025, using: &random)
        let month = Int.random(in: 1...12, using: &random)
        let day = Int.random(in: 1...28, using: &random)
        let hour = Int.random(in: 0...23, using: &random)
        let minute = Int.random(in: 0...59, using: &random)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let names = Self.months.randomElement(using: &random) ?? []
        let name = names[month - 1]
        let outlet = Self.outlets.randomElement(using: &random) ?? ""
        let clock = "\(two(hour)):\(two(minute))"
        let title = page.title ?? ""
        page.date = "\(year)-\(two(month))-\(two(day))"
        let form = Int.random(in: 0..<13, using: &random)
        page.recipe += " | form \(form)"
        let second = hour * 3_600 + minute * 60
        switch form {
        case 0:
            page.publisher = outlet
            return "\(title)\nنشر في \(outlet) يوم \(two(day)) - \(two(month)) - \(year)"
        case 1:
            page.publisher = outlet
            return "\(title)\nنشر في \(outlet) بتاريخ \(day) \(name) \(year)"
        case 2:
            page.secondOfDay = second
            return "\(title)\n\(day) \(name) \(year) - \(clock)"
        case 3:
            page.secondOfDay = second
            return "\(title)\nنشر بتاريخ \(two(day))/\(two(month))/\(year) على الساعة \(clock)"
        case 4: return "\(title)\nآخر تحديث: \(day) \(name) \(year)"
        case 5: return "\(title)\nبقلم: أحمد العلوي\nنشر يوم \(day) \(name) \(year)"
        case 6: return "\(title)\nتاريخ النشر: \(year)-\(two(month))-\(two(day))"
        case 7: return "\(title)\nالرباط - و م ع\n\(day) \(name) \(year)"
        case 8: return "\(title)\nمراكش/ \(day) \(name) \(year)/ ومع/"
        case 9:
            page.secondOfDay = second
            return "\(title)\nأضيف في \(day) \(name) \(year) الساعة \(clock)"
        case 10:
            page.publisher = outlet
            return "\(title)\n\nنشر في \(outlet) يوم \(day) \(name) \(year)"
        case 11:
            page.secondOfDay = second
            return "نشر في: \(day) \(name) \(year) - \(clock)\n\(title)"
        default:
            page.date = nil
            return "\(title)\n"
        }
    }

    private static let outlets = [
        "أخبارنا", "هسبريس", "اليوم 24", "شعب بريس", "المغرب اليوم", "صحيفة الوسط", "الصباح",
        "بوابة الأهرام", "كود", "القدس العربي", "النهار الجديد", "أخبار الجنوب", "الجزيرة نت",
    ]
    private static let months = [
        [
            "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر",
            "نونبر", "دجنبر",
        ],
        [
            "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر",
            "نوفمبر", "ديسمبر",
        ],
        [
            "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
            "تشرين الأول", "تشرين الثاني", "كانون الأول",
        ],
        [
            "يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
            "أكتوبر", "نوفمبر", "ديسمبر",
        ],
    ]
    private static let menus = [
        "الرئيسية » سياسة", "الرئيسية | مجتمع | رياضة | اقتصاد", "الصفحة الرئيسية > أخبار",
    ]
    private static let notices = [
        "شكرا على الإبلاغ!\nسيتم حجب هذه الصورة تلقائيا عندما يتم الإبلاغ عنها من طرف عدة أشخاص.",
        "الإبلاغ عن صورة غير لائقة", "شكرا على التبليغ",
    ]
    private static let shareBars = [
        "فيسبوك تويتر واتساب", "شارك المقال على فيسبوك", "طباعة أرسل إلى صديق",
        "شارك\nTweet\nWhatsApp", "Facebook Twitter 12 WhatsApp 3",
    ]
    private static let tags = [
        "الكلمات المفتاحية: تونس، الرياضة، الثقافة", "وسوم: اقتصاد تونس مالية", "Tags: تونس, أخبار",
    ]
    private static let links = [
        "انقر هنا لقراءة الخبر من مصدره.", "اقرأ الخبر من المصدر", "اضغط هنا لقراءة المقال كاملا",
        "المصدر الأصلي", "اقرأ المزيد ...",
    ]
    private static let comments = [
        "التعليقات (0)", "أضف تعليقك",
        "الآراء الواردة في التعليقات تعبر عن أصحابها ولا تعبر عن رأي الموقع.",
        "شروط التعليق: عدم الإساءة للكاتب أو للأشخاص أو للمقدسات.", "لا توجد تعليقات",
    ]
    private static let rights = [
        "جميع الحقوق محفوظة © 2014", "حقوق النشر محفوظة لموقعنا 2012-2024", "تابعونا على فيسبوك",
    ]
}
