import ArticleExtraction
import Testing

@testable import NewsEnrichment

struct HeadlineGrouperTests {
    private let grouper = HeadlineGrouper()

    private func groups(_ headlines: [String]) -> [HeadlineGroup] {
        grouper.groups(of: headlines.map { NewsText(of: $0) })
    }

    @Test
    func `headlines of one event are one story`() {
        let found = groups([
            "برقية تعزية من الملك محمد السادس إلى الرئيس الفرنسي إثر مرور إعصار تشيدو على أرخبيل مايوت",
            "حجز آلاف الأدوية المهربة في مراكش",
            "جلالة الملك يواسي ماكرون إثر مرور إعصار تشيدو على أرخبيل مايوت",
            "الملك يعزي الرئيس ماكرون في ضحايا إعصار تشيدو بأرخبيل مايوت",
            "فرنسا تقيم الخسائر بعد إعصار مايوت",
        ])
        #expect(found == [HeadlineGroup(relation: .sameStory, headlines: [0, 2, 3])])
    }

    @Test
    func `headlines with the same words are near duplicates`() {
        let found = groups([
            "توفيق بوعشرين يكتب.. \"رواية جديدة لأحمد التوفيق: المغرب بلد علماني\"",
            "توفيق بوعشرين يكتب: \"رواية\" جديدة لأحمد التوفيق.. المغرب بلد علماني",
        ])
        #expect(found == [HeadlineGroup(relation: .nearDuplicate, headlines: [0, 1])])
    }

    @Test(arguments: [
        (
            "القيادة تهنئ رئيس سنغافورة بذكرى اليوم الوطني لبلاده",
            "القيادة تهنئ رئيس تشاد بذكرى اليوم الوطني لبلاده"
        ),
        (
            "مؤشر الأسهم يرتفع 135 نقطة بتداولات 4 مليارات",
            "مؤشر الأسهم يرتفع 44 نقطة بتداولات 3 مليارات"
        ),
        (
            "حكيمي ضمن أفضل 100 لاعب لسنة 2024",
            "الاحتياطي الفدرالي يخفض سعر الفائدة للمرة الثالثة خلال 2024"
        ),
        ("كيوسك الخميس", "كيوسك الجمعة"),
        (
            "برنامج النقل التلفزي للجولة الأولى من البلاي أوف",
            "برنامج النقل التلفزي للجولة الثانية من البلاي أوف"
        ),
        ("زلزال بقوة 5.7 درجات يضرب اليونان", "زلزال بقوة 6.1 درجات يضرب إيطاليا"),
    ])
    func `headlines of one form are no story`(first: String, second: String) {
        #expect(groups([first, second]).isEmpty)
    }

    @Test
    func `groups do not chain`() {
        let first = "حريق ضخم يلتهم مستودعات الأخشاب بميناء طنجة"
        let second = "حريق ضخم يلتهم مستودعات الأخشاب بميناء طنجة وإخلاء الثكنات المجاورة والورشات"
        let third = "إخلاء الثكنات المجاورة والورشات بعد انهيار جسر معلق بمستودعات الأخشاب"
        let found = groups([first, second, third])
        #expect(found == [HeadlineGroup(relation: .sameStory, headlines: [0, 1])])
    }

    @Test
    func `no headlines make no group`() {
        #expect(groups([]).isEmpty)
        #expect(groups(["", "عاجل", "عاجل"]).isEmpty)
    }
}
