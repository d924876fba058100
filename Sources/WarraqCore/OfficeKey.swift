internal import ArabicText

/// An office, whoever holds it: its title's key form, and the body it belongs to.
struct OfficeKey: Hashable {
    let title: String
    let organisation: String?

    init(title: String, organisation: String?) {
        self.title = KeyForm.of(title)
        self.organisation = organisation
    }

    /// Whether two texts mean one office: the same title, if it names the body or both say the same one; or
    /// the same kind of office of one body.
    ///
    /// What several people are at once, a deputy or an adviser, is no one's office.
    func means(_ other: OfficeKey) -> Bool {
        guard let head = title.split(separator: " ").first, !Self.shared.contains(head) else {
            return false
        }
        let isOneBody = organisation != nil && organisation == other.organisation
        guard title == other.title else { return isOneBody && kind == other.kind }
        guard organisation == nil || other.organisation == nil || isOneBody else { return false }
        return isOneBody || namesBody
    }

    /// The words before the title comes to its body: المدير العام, رئيس, وزير.
    private var kind: [Substring] {
        let words = title.split(separator: " ")
        return Array(words.prefix(1) + words.dropFirst().prefix { Self.general.contains($0) })
    }

    private var namesBody: Bool {
        let words = title.split(separator: " ")
        // رئيس مجلس is cut off: of which council?
        guard words.count > 2 || words.last?.hasPrefix("ال") ?? false else { return false }
        return words.dropFirst().contains { !Self.general.contains($0) }
    }

    private static let shared: Set<Substring> = [
        "نائب", "نايب", "نائبة", "نواب", "مساعد", "مساعدة", "مستشار", "مستشارة", "عضو", "عضوة",
        "اعضاء",
        "وكيل", "وكيلة", "متحدث", "متحدثة", "المتحدث", "المتحدثة", "ناطق", "ناطقة", "مسؤول",
        "مسؤولة",
        "مصدر", "ضابط", "خبير", "خبيرة", "محلل", "مندوب", "مندوبة", "ممثل", "ممثلة", "سفير",
        "سفيرة",
        "مبعوث", "مبعوثة", "احد", "احدي", "كبير", "كبار", "استاذ", "استاذة", "باحث", "باحثة",
        "دبلوماسي",
        "قيادي", "قيادية", "كاتب", "كاتبة", "لاعب", "مهاجم", "حارس", "مدافع", "شيخ", "امام",
    ]

    /// Words that say what kind of director or secretary it is, not of what.
    private static let general: Set<Substring> = [
        "العام", "العامه", "العامة", "الاول", "الاولي", "الثاني", "التنفيذي", "التنفيذية", "الرسمي",
        "الرسمية", "المساعد", "المنتدب", "المفوض", "الاقليمي", "الجهوي", "المحلي", "الوطني",
        "المركزي",
        "الفني", "التقني", "الاداري", "المالي", "السابق", "الاسبق", "الحالي", "الجديد", "بالنيابة",
    ]
}
