import Testing

@testable import NewsEnrichment

struct RecommendationTests {
    private let speakers = Speakers(
        people: [("person:salem", ["سالم الحداد"], ["وزير النقل"])],
        bodies: [("org:council", ["مجلس الوزراء"]), ("org:union", ["اتحاد الشغل"])])

    /// `id|kind|words`, one a recommendation.
    private func lines(_ body: String) -> [String] {
        speakers.findings(in: body).recommendations.map { "\($0.id)|\($0.kind)|\($0.span.text)" }
    }

    @Test(arguments: [
        (
            "كما أوصى الخبراء المشاركون، بإعداد مخطط عمل برسم سنة 2014.",
            ["r1|plan|إعداد مخطط عمل برسم سنة 2014"]
        ),
        (
            "وأوصى مجلس الوزراء بإحداث لجنة لمتابعة الملف.",
            ["r1|create|إحداث لجنة لمتابعة الملف"]
        ),
        (
            "واتفق المشاركون في هذا اللقاء على أهمية تنظيم اجتماعات سنوية.",
            ["r1|agreement|تنظيم اجتماعات سنوية"]
        ),
        (
            "ودعا اتحاد الشغل الحكومة إلى فتح حوار مع النقابات.",
            ["r1|request|فتح حوار مع النقابات"]
        ),
        (
            "وقرر مجلس الوزراء تأجيل الانتخابات، مؤكدا أن الأمر مؤقت.",
            ["r1|decision|تأجيل الانتخابات"]
        ),
        ("وتقرر إغلاق الطريق ليلا.", ["r1|decision|إغلاق الطريق ليلا"]),
        (
            "وأوصى مجلس الوزراء بإعداد خطة عمل، مطالبا بالعمل على خلق فرص جديدة.",
            ["r1|plan|إعداد خطة عمل", "r2|request|خلق فرص جديدة"]
        ),
        (
            "وهمت هذه التوصيات، أيضا، الدعوة الى احداث لجنة للتتبع، بالإضافة الى انشاء صندوق للدعم.",
            ["r1|create|احداث لجنة للتتبع", "r2|create|انشاء صندوق للدعم"]
        ),
    ])
    func `what is to be done is found`(body: String, expected: [String]) {
        #expect(lines(body) == expected)
    }

    @Test
    func `parts of the next sentence are kept together`() {
        let found = speakers.findings(
            in: """
                وأوصى مجلس الوزراء بإنشاء لجان فرعية.

                ويتعلق الأمر باللجنة الفرعية للتكوين، واللجنة الفرعية للأمن، فضلا عن اللجنة الفرعية الثالثة للإعلام.
                """
        ).recommendations
        #expect(found.map(\.id) == ["r1", "r1.1", "r1.2", "r1.3"])
        #expect(found[0].parts == ["r1.1", "r1.2", "r1.3"])
        #expect(found.dropFirst().map(\.ordinal) == [1, 2, 3])
        #expect(found.dropFirst().map(\.partOf) == ["r1", "r1", "r1"])
        #expect(
            found.dropFirst().map(\.span.text) == [
                "اللجنة الفرعية للتكوين", "اللجنة الفرعية للأمن", "اللجنة الفرعية الثالثة للإعلام",
            ])
    }

    @Test(arguments: [
        "والتي اتفق فيها الوفدان على تنظيم لقاءات.",
        "وقرر الشاب السباحة في البحر.",
        "ودعا الله أن يحفظ البلاد.",
        "وكان مجلس الوزراء قد قرر تأجيل الانتخابات.",
        "وحصل الطالب على جائزة إعداد البحوث.",
        "ولم يوص مجلس الوزراء بتأجيل الانتخابات.",
    ])
    func `what nobody decides is none`(body: String) {
        #expect(lines(body) == [])
    }

    @Test
    func `a committee tells what it is for`() {
        let found = speakers.findings(in: "وأوصى مجلس الوزراء بإحداث لجنة لتتبع التنفيذ.")
        #expect(found.recommendations.map(\.what) == ["followUpCommittee"])
        #expect(found.recommendations.map(\.reason.rule) == ["recommendation.recommend"])
    }
}
