import ArabicText
import ArticleExtraction
import Testing

@testable import NewsEnrichment

/// What is found in a body of one paragraph.
func findings(in body: String) -> Findings {
    NewsEnricher().findings(
        in: CleanArticle(
            language: TextLanguage(tag: "ar", variety: "ar", evidence: []), body: body,
            paragraphs: [Paragraph(n: 1, start: 0, end: body.unicodeScalars.count)],
            encoding: .utf8, encodingEvidence: .validUTF8, wordCount: 1),
        crawled: nil)
}

struct PeopleTests {
    @Test(arguments: [
        ("قال السيد إدريس بنهيمة إن الورش مفتوح.", ["إدريس بنهيمة"]),
        ("استقبل وزير الصحة الحسين الوردي وفدا من الأطباء.", ["الحسين الوردي"]),
        ("ترأس رئيس الحكومة الحبيب الصيد جلسة عمل.", ["الحبيب الصيد"]),
        ("زار الأمير خالد بن سعود بن عبدالعزيز المعرض.", ["خالد بن سعود بن عبدالعزيز"]),
        ("استقبل الملك محمد السادس السفراء الجدد.", ["محمد السادس"]),
        ("وصل الملك عبد الله الثاني بن الحسين إلى عمان.", ["عبد الله الثاني بن الحسين"]),
        ("وأوضح الدكتور سعد بن ناصر السويدي أن المركز جاهز.", ["سعد بن ناصر السويدي"]),
        ("قال الرئيس الأمريكي باراك أوباما إنه متفائل.", ["باراك أوباما"]),
        ("أفاد الناطق الرسمي باسم وزارة الداخلية محمد علي العروي بذلك.", ["محمد علي العروي"]),
        ("صرح مدير عام المستشفى المهندس فهد القروني بأن العمل مستمر.", ["فهد القروني"]),
    ])
    func `a title, an office or a courtesy announces a name`(body: String, names: [String]) {
        #expect(findings(in: body).people.map(\.name) == names)
    }

    @Test(arguments: [
        (
            "وتأهل عبد الرحمن العوفي وفارس آل مالح ونايف خلف إلى النهائي.",
            ["عبد الرحمن العوفي", "فارس آل مالح", "نايف خلف"]
        ),
        (
            "سجل الهدفين كريم العريبي وماوريسيو أفونسو في الشوط الثاني.",
            ["كريم العريبي", "ماوريسيو أفونسو"]
        ),
        ("كان عمر بن عبد العزيز عادلا في حكمه.", ["عمر بن عبد العزيز"]),
        ("شارك رضا شرف الدين في الجلسة.", ["رضا شرف الدين"]),
        ("حضر صابر بوعطي الندوة.", ["صابر بوعطي"]),
        ("تحدث ستيفان دي روسي إلى الصحافة.", ["ستيفان دي روسي"]),
    ])
    func `a name alone is known by given names`(body: String, names: [String]) {
        #expect(findings(in: body).people.map(\.name) == names)
    }

    @Test(arguments: [
        "كما في أسماء القوائم على ورقة الاقتراع.",
        "ووافق الحاضرون علي الاتفاقية بالإجماع.",
        "يؤثر ذلك على هيكل المساهمين في الشركة.",
        "افتتحت القاعة في ملعب الطيب المهيري بصفاقس.",
        "تدرس بجامعة الملك سعود منذ عامين.",
        "وقعت الحادثة في مدينة سيدي بوزيد صباح اليوم.",
        "وقد أكد على أهمية التعاون في مجال رياض الأطفال.",
        "الحمد لله على توفيق الله وفضله.",
        "عبر عن أمل كبير في سلام عادل وشامل بالمنطقة.",
        "قال اللاعب الدولي السابق إن الفريق جاهز.",
        "وجه الرئيس الفرنسي رسالة إلى الشعب.",
        "جاء في بلاغ الناطق باسم النيابة العمومية أن البحث مستمر.",
    ])
    func `what only looks like a name is none`(body: String) {
        #expect(findings(in: body).people.map(\.name) == [])
    }

    @Test(arguments: [
        ("وأضاف السيد نبيل بنعزوز اقتبس من الكتاب فقرة.", "نبيل بنعزوز"),
        ("زار الأمير فيصل بن بندر أمير منطقة الرياض المستشفى.", "فيصل بن بندر"),
        ("قال وزير النقل أنيس غديرة اليوم إن الطريق مفتوحة.", "أنيس غديرة"),
        ("وجدد رامز جلال مؤكدا أن البرنامج مستمر.", "رامز جلال"),
        ("وصل الرئيس السابق علي عبدالله صالح المتحالف مع خصومه.", "علي عبدالله صالح"),
        ("كتب فتحي العياري ونشر كتابه في تونس.", "فتحي العياري"),
    ])
    func `a name ends before what follows it`(body: String, name: String) {
        #expect(findings(in: body).people.map(\.name) == [name])
    }

    @Test
    func `spellings and shorter forms are one person`() throws {
        let people = findings(
            in: """
                أكد المدير العام للأرصاد السيد بوجمعة ازروال أن الأمطار قادمة. وقال السيد بوجمعة أزروال \
                إن التوقعات دقيقة. وأوضح أزروال أن الثلوج ستتساقط. وشدد المدير العام للأرصاد على الحذر.
                """
        ).people
        let person = try #require(people.first)
        #expect(people.count == 1)
        #expect(person.name == "بوجمعة أزروال")
        #expect(person.ref == "person:بوجمعة-ازروال")
        #expect(person.variants == ["بوجمعة ازروال", "بوجمعة أزروال", "أزروال"])
        #expect(person.mentions.map(\.form) == [.full, .full, .family])
        #expect(person.honorifics == ["السيد"])
        #expect(person.roles.map(\.title) == ["المدير العام للأرصاد"])
        #expect(
            person.roleMentions.map(\.span.text)
                == ["المدير العام للأرصاد", "المدير العام للأرصاد"])
    }

    @Test
    func `an office whose holder is not named is the record's`() throws {
        let found = findings(
            in: "تنظم المديرية العامة للجمارك ندوة بحضور المدير العام للجمارك ووزير المالية.")
        #expect(found.people.isEmpty)
        #expect(found.offices.map(\.span.text) == ["المدير العام للجمارك", "وزير المالية"])
        #expect(found.offices.first?.organisation == found.organisations.first?.ref)
        #expect(found.offices.first?.ref == "role:المدير-العام-للجمارك")
    }

    @Test
    func `two families of one name are not joined`() {
        let people = findings(
            in: "حضر سامي العياري وكمال العياري. وقال العياري إن الموعد مناسب."
        ).people
        #expect(people.count == 3)
    }

    @Test(arguments: [
        ("أغلقت الطرقات المؤدية من وإلى البرادعة صباح اليوم.", []),
        ("وذكر أن عامل الوراثة سبب المرض.", []),
        ("وهو مستشفى ملك للدولة منذ سنوات.", []),
        ("استقبل والي جهة مراكش الوفد.", ["والي جهة مراكش"]),
        ("ترأس عامل إقليم آسفي اللقاء.", ["عامل إقليم آسفي"]),
    ])
    func `an office without its holder's name ends with what it is of`(
        body: String, offices: [String]
    ) {
        #expect(findings(in: body).offices.map(\.span.text) == offices)
    }

    @Test(arguments: [
        ("وأكد وزير العدل، غازي الجريبي وكاتب الدولة أن", "غازي الجريبي", "وزير العدل"),
        (
            "قال القيادي في حركة نداء تونس، لزهر العكرمي، إن الحزب", "لزهر العكرمي",
            "القيادي في حركة نداء تونس"
        ),
        (
            "وحضر مسعد فودة رئيس اتحاد الفنانين العرب ونقيب المهن", "مسعد فودة",
            "رئيس اتحاد الفنانين العرب"
        ),
        ("قال عمر العوني، عضو المكتب السياسي، إن الأمر", "عمر العوني", "عضو المكتب السياسي"),
        (
            "التقى سمير ديلو، النائب عن حركة النهضة، بالصحفيين", "سمير ديلو",
            "النائب عن حركة النهضة"
        ),
        (
            "وأكد الدكتور بدر السمحان، المدير الإقليمي للحملة، أن", "بدر السمحان",
            "المدير الإقليمي للحملة"
        ),
        ("أشاد وكيل محافظة بلقرن فايز العلياني بالدور", "فايز العلياني", "وكيل محافظة بلقرن"),
        (
            "أدى الأمير عبدالله بن مساعد رئيس الهيئة صلاة الميت أمس", "عبدالله بن مساعد",
            "رئيس الهيئة"
        ),
    ])
    func `an office beside a name is its holder's`(body: String, name: String, role: String) throws
    {
        let person = try #require(findings(in: body).people.first)
        #expect(person.name == name)
        #expect(person.roles.map(\.title) == [role])
    }

    @Test(arguments: [
        // Another holds the office.
        "استقبل الملك سلمان بن عبدالعزيز رئيس الوزراء حيدر العبادي في الرياض.",
        // Of those without a mark before them, only offices that one holds at a time.
        "شكر محمد العلوي عضو المجلس على حضوره.",
    ])
    func `an office beside a name is not its holder's if another may hold it`(body: String) throws {
        let person = try #require(findings(in: body).people.first)
        #expect(person.roles.allSatisfy { $0.title == "الملك" })
    }

    @Test(arguments: [
        "وقال عبد الله العنزي إن الأمر", "وقال عبدالله العنزي إن الأمر",
        "حضر خالد السالم وعبد الله العنزي أمس. وقال عبدالله العنزي إن الأمر",
    ])
    func `عبد الله and عبدالله are one`(body: String) {
        #expect(
            findings(in: body).people.map(\.ref).filter { $0.hasPrefix("person:عبد") }
                == ["person:عبدالله-العنزي"])
    }

    @Test
    func `every person says why`() {
        let people = findings(in: "قال السيد إدريس بنهيمة إن سامي العياري حضر.").people
        #expect(people.map(\.reason.rule) == ["person.honorificName", "person.givenName"])
        #expect(people.first?.reason.words?.text == "السيد")
    }
}
