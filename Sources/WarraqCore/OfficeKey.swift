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
    func means(_ other: OfficeKey) -> Bool {
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
        title.split(separator: " ").dropFirst().contains { !Self.general.contains($0) }
    }

    /// Words that say what kind of director or secretary it is, not of what.
    private static let general: Set<Substring> = [
        "العام", "العامه", "العامة", "الاول", "الاولي", "الثاني", "التنفيذي", "التنفيذية", "الرسمي",
        "الرسمية", "المساعد", "المنتدب", "المفوض", "الاقليمي", "الجهوي", "المحلي", "الوطني", "المركزي",
        "الفني", "التقني", "الاداري", "المالي", "السابق", "الاسبق", "الحالي", "الجديد", "بالنيابة",
    ]
}
