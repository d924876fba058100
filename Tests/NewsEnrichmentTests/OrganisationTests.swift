import Testing

@testable import NewsEnrichment

struct OrganisationTests {
    @Test(arguments: [
        ("أعلنت وزارة التربية والتعليم عن نتائجها.", ["وزارة التربية والتعليم"]),
        ("أفادت وزارة الشؤون البلدية والقروية بذلك.", ["وزارة الشؤون البلدية والقروية"]),
        ("صادق مجلس نواب الشعب على القانون.", ["مجلس نواب الشعب"]),
        ("اجتمعت اللجنة الوطنية للحج والعمرة أمس.", ["اللجنة الوطنية للحج والعمرة"]),
        ("نقل إلى مستشفى فرحات حشاد أمس.", ["مستشفى فرحات حشاد"]),
        ("درس في جامعة الملك سعود ثلاث سنوات.", ["جامعة الملك سعود"]),
        ("قالت صحيفة \"الأخبار\" إن الاجتماع تأجل.", ["صحيفة \"الأخبار\""]),
        (
            "دعت الرابطة التونسية للدفاع عن حقوق الإنسان إلى الحوار.",
            ["الرابطة التونسية للدفاع عن حقوق الإنسان"]
        ),
        ("أعلنت وزارة الدفاع الجزائرية ذلك أمس.", ["وزارة الدفاع الجزائرية"]),
        ("تعاقد نادي حمام الأنف مع حارس جديد.", ["نادي حمام الأنف"]),
        ("قررت الأمم المتحدة واليونسكو دعم المشروع.", ["الأمم المتحدة", "اليونسكو"]),
    ])
    func `a noun that gives a body away takes its name`(body: String, names: [String]) {
        #expect(findings(in: body).organisations.map(\.name) == names)
    }

    @Test(arguments: [
        "اتفق الطرفان على احداث لجنة لتتبع تنفيذ التوصيات.",
        "وقالت اللجنة المعنية إن الملف مفتوح.",
        "تعمل المصالح الامنية على توقيف المشتبه فيه.",
        "بلغت حركة المسافرين أعلى مستوياتها.",
        "انضم إلى فريق العمل أمس.",
        "عبرت السفينة قناة السويس صباحا.",
        "شدد على تنظيم البطولة العربية في موعدها.",
    ])
    func `a group or a plan is no body`(body: String) {
        #expect(findings(in: body).organisations.map(\.name) == [])
    }

    @Test(arguments: [
        ("حضر ممثلو وزارة الداخلية والجيش والسكان.", "وزارة الداخلية"),
        ("قالت وزارة الخارجية الجمعة إن السفير وصل.", "وزارة الخارجية"),
        ("أكد بلاغ لوزارة الصحة اليوم ذلك.", "وزارة الصحة"),
        ("زار وزارة العدل المغربية السيد سامي العياري.", "وزارة العدل المغربية"),
    ])
    func `a name of a body ends before what follows it`(body: String, name: String) {
        #expect(findings(in: body).organisations.map(\.name) == [name])
    }

    @Test
    func `shorter and fused forms are one body`() throws {
        let found = findings(
            in: """
                اجتمعت اللجنة الأمنية الاستراتيجية بالرباط. وتنظم اجتماعات للجنة الاستراتيجية كل سنة. وقررت \
                اللجنة الاستراتيجية مواصلة العمل.
                """
        ).organisations
        let body = try #require(found.first)
        #expect(found.count == 1)
        #expect(body.name == "اللجنة الأمنية الاستراتيجية")
        #expect(body.ref == "org:اللجنة-الامنية-الاستراتيجية")
        #expect(
            body.variants == [
                "اللجنة الأمنية الاستراتيجية", "للجنة الاستراتيجية", "اللجنة الاستراتيجية",
            ])
        #expect(body.trigger == "اللجنة")
    }

    @Test(arguments: [
        ("وقال مصدر للحرس الوطني إن", "الحرس الوطني", "org:الحرس-الوطني"),
        (
            "وقدم للجنة الوطنية للانتخابات تقريرا", "اللجنة الوطنية للانتخابات",
            "org:اللجنة-الوطنية-للانتخابات"
        ),
        ("وقدم للجنة الشؤون الخارجية تقريرا", "لجنة الشؤون الخارجية", "org:لجنة-الشؤون-الخارجية"),
        ("وقال وللاتحاد الأوروبي دور", "الاتحاد الأوروبي", "org:الاتحاد-الاوروبي"),
        ("وقالت لوزارة الداخلية ذلك", "وزارة الداخلية", "org:وزارة-الداخلية"),
    ])
    func `a name is the same behind ل`(body: String, name: String, ref: String) throws {
        let organisation = try #require(findings(in: body).organisations.first)
        #expect(organisation.name == name)
        #expect(organisation.ref == ref)
    }

    @Test
    func `the adjective of a country that no list of places has tells the body's`() {
        let found = findings(in: "تعاقد نادي ايفرتون الإنجليزي مع حارس جديد.").organisations
        #expect(found.map(\.countries) == [["GB"]])
    }

    @Test
    func `a word left out joins only one longer name`() {
        let found = findings(
            in: "التقت وزارة الداخلية الفرنسية ووزارة الداخلية المغربية. وقالت وزارة الداخلية ذلك."
        ).organisations
        #expect(found.map(\.countries) == [["FR"], ["MA"], []])
    }

    @Test
    func `a role is no body`() {
        let found = findings(in: "حضر والمدير العام للشرطة السيد نبيل بنعزوز الحفل.")
        #expect(found.organisations.isEmpty)
        #expect(found.people.first?.roles.first?.title == "المدير العام للشرطة")
    }
}
