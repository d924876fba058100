import NearDuplicates
import Testing

struct NumberAgreementTests {
    static let templates = [
        // A weather bulletin.
        """
        تتوقع الهيئة العامة للأرصاد الجوية طقسا حارا نهارا معتدلا ليلا على أغلب المناطق وتكون الرياح شمالية غربية
        سرعتها # كيلومترا في الساعة ودرجة الحرارة العظمى في العاصمة # درجة والصغرى # درجة وفي الساحل # درجة وتصل
        الرطوبة النسبية إلى # في المئة
        """,
        // A bourse report.
        """
        أغلق مؤشر السوق المالية اليوم على ارتفاع بلغ # نقطة ليصل إلى مستوى # نقطة وبلغت قيمة التداولات # مليون ريال
        وعدد الأسهم المتداولة # مليون سهم تقاسمتها # صفقة سجلت فيها أسهم # شركة ارتفاعا في قيمتها فيما أغلقت أسهم #
        شركة على تراجع
        """,
        // Prayer times.
        """
        مواقيت الصلاة اليوم حسب التوقيت المحلي لمدينة الرياض وضواحيها الفجر # والشروق # والظهر # والعصر # والمغرب #
        والعشاء # تقبل الله منا ومنكم صالح الأعمال
        """,
        // A match day.
        """
        تقام اليوم مباريات الجولة # من الدوري الوطني لكرة القدم بداية من الساعة # حيث يستقبل صاحب المركز الأول برصيد
        # نقطة منافسه الذي يملك # نقطة ويدخل اللقاء بعد سلسلة من # مباريات دون هزيمة سجل خلالها # هدفا
        """,
    ]

    @Test(arguments: templates)
    func `a template with other numbers is no duplicate`(template: String) {
        var composer = Composer(seed: 20)
        let days = (0..<40).map { _ in SampleText.tokenized(composer.filled(template)) }
        for (index, later) in days.enumerated() {
            for earlier in days[..<index] {
                let relation = TextComparer.compare(earlier, later).relation
                #expect(relation == .reuses || relation == nil)
            }
        }
    }

    @Test func `a table of other values under the same long preface is no duplicate`() {
        var composer = Composer(seed: 21)
        for _ in 0..<150 {
            let preface = composer.words(80)
            let names = (0..<15).map { "سهم\($0)" }
            let days = (0..<2).map { _ in
                SampleText.tokenized(
                    paragraphs: [preface]
                        + names.map { [$0, "\(Int.random(in: 10...99_999, using: &composer))"] })
            }
            #expect(TextComparer.compare(days[0], days[1]).relation == .reuses)
        }
    }

    @Test(arguments: [
        ("مدتها ستون يوما", "مدتها 60 يوما"),  // a numeral against a word
        ("لعام 2015م عن", "لعام 2015 عن"),  // the year's letter joined to it
        ("وبتاريخ 1 9 2015 للمنشآت", "وبتاريخ 2015 9 1 للمنشآت"),  // a date turned round
        ("قال أمس", "قال أمس رويترز 14 30"),  // an agency's closing line
    ])
    func `a number against no number leaves the texts near`(one: String, other: String) {
        var composer = Composer(seed: 22)
        let before = composer.words(40).joined(separator: " ")
        let after = one.hasPrefix("قال") ? "" : composer.words(40).joined(separator: " ")
        let comparison = TextComparer.compare(
            SampleText.tokenized("\(before) \(one) \(after)"),
            SampleText.tokenized("\(before) \(other) \(after)"))
        #expect(comparison.relation == .near)
    }

    @Test func `one other number of many leaves the texts near and one of few does not`() {
        var composer = Composer(seed: 23)
        let lines = (0..<20).map { composer.words(6) + ["\($0 + 100)"] }
        var manyChanged = lines
        manyChanged[7][6] = "999"
        let many = TextComparer.compare(
            SampleText.tokenized(lines.joined().joined(separator: " ")),
            SampleText.tokenized(manyChanged.joined().joined(separator: " ")))
        #expect(many.relation == .near)
        #expect(many.numbersAgree == 0.95)
        let few = TextComparer.compare(
            SampleText.tokenized(lines[..<9].joined().joined(separator: " ")),
            SampleText.tokenized(manyChanged[..<9].joined().joined(separator: " ")))
        #expect(few.relation == .reuses)
    }
}
