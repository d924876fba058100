import Testing

@testable import NewsEnrichment

struct QuotationTests {
    private let speakers = Speakers(
        people: [
            ("person:salem", ["سالم الحداد", "الحداد"], ["وزير النقل"]),
            ("person:mona", ["منى العلوي"], []),
        ],
        bodies: [("org:transport", ["وزارة النقل"]), ("org:agency", ["وكالة الأنباء"])])

    /// `kind|speaker|form|cue|words`, one a quotation.
    private func lines(_ body: String) -> [String] {
        speakers.findings(in: body).quotations.map {
            "\($0.kind)|\($0.speaker)|\($0.speakerForm)|\($0.cue.text)|\($0.span.text)"
        }
    }

    @Test(arguments: [
        (  // The subject after the verb.
            "وأكد سالم الحداد أن الأشغال ستنتهي هذا العام.",
            ["indirect|person:salem|name|وأكد|الأشغال ستنتهي هذا العام"]
        ),
        (  // An office, and a name beside it.
            "أعلن وزير النقل، سالم الحداد، أمس أن الخط الجديد سيفتح قريبا.",
            ["indirect|person:salem|name|أعلن|الخط الجديد سيفتح قريبا"]
        ),
        (
            "وأوضح وزير النقل أنه سيزور الموقع غدا.",
            ["indirect|person:salem|role|وأوضح|سيزور الموقع غدا"]
        ),
        (  // An adverb between the verb and what is said.
            "وقال الحداد في تصريح لوكالة الأنباء إن الكلفة ارتفعت.",
            ["indirect|person:salem|name|وقال|الكلفة ارتفعت"]
        ),
        (  // The subject after the adverb.
            "وأكد، في كلمة ألقاها بالمناسبة، سالم الحداد أن المشروع مهم.",
            ["indirect|person:salem|name|وأكد|المشروع مهم"]
        ),
        (
            "وأفادت وزارة النقل في بيان لها بأن الحركة عادت إلى طبيعتها.",
            ["indirect|org:transport|name|وأفادت|الحركة عادت إلى طبيعتها"]
        ),
        (
            "وكان سالم الحداد قد أعلن أن المطار سيغلق.",
            ["indirect|person:salem|name|أعلن|المطار سيغلق"]
        ),
        (
            "واستقبل الوالي سالم الحداد الذي أكد أن الطريق سالكة.",
            ["indirect|person:salem|name|أكد|الطريق سالكة"]
        ),
        (
            "وجاء في بيان صادر عن وزارة النقل أن الحركة عادت.",
            ["indirect|org:transport|name|وجاء|الحركة عادت"]
        ),
        (
            "جاء ذلك خلال لقاء أكد فيه سالم الحداد أن الأمر مهم.",
            ["indirect|person:salem|name|أكد|الأمر مهم"]
        ),
        (  // Who is told or met does not speak.
            "قال مصدر أمني لوكالة الأنباء إن شخصين أوقفا.",
            ["indirect|role:مصدر-امني|role|قال|شخصين أوقفا"]
        ),
        (
            "ونقلت وكالة الأنباء عن منى العلوي قولها إن النتائج مشجعة.",
            ["indirect|person:mona|name|قولها|النتائج مشجعة"]
        ),
    ])
    func `a verb, its subject and a clause are an indirect quotation`(
        body: String, expected: [String]
    ) {
        #expect(lines(body) == expected)
    }

    @Test(arguments: [
        (
            "ونوه سالم الحداد بالجهود التي بذلت.",
            ["indirect|person:salem|name|ونوه|بالجهود التي بذلت"]
        ),
        (
            "وشدد الحداد على ضرورة احترام القانون.",
            ["indirect|person:salem|name|وشدد|ضرورة احترام القانون"]
        ),
        (
            "وأعربت منى العلوي عن أسفها لما حدث.",
            ["indirect|person:mona|name|وأعربت|أسفها لما حدث"]
        ),
        (
            "وأكد وزير النقل ، في تدخل له خلال الجلسة، العزم على مواصلة العمل.",
            ["indirect|person:salem|role|وأكد|العزم على مواصلة العمل"]
        ),
        (
            "وأشار الحداد إلى أهمية الحوار.",
            ["indirect|person:salem|name|وأشار|أهمية الحوار"]
        ),
    ])
    func `what is said can be a noun`(body: String, expected: [String]) {
        #expect(lines(body) == expected)
    }

    @Test(arguments: [
        (
            "وقال سالم الحداد: «الطريق طويلة. لكننا سنصل». وغادر بعد ذلك.",
            ["direct|person:salem|name|وقال|الطريق طويلة. لكننا سنصل"]
        ),
        (  // Straight marks, no colon.
            "وقال الحداد \"نحن نعمل ليلا ونهارا\".",
            ["direct|person:salem|name|وقال|نحن نعمل ليلا ونهارا"]
        ),
        (
            "واشار الحداد الى أن \" الوضع صعب جدا. ونحن نعرف ذلك\" .",
            ["direct|person:salem|name|واشار|الوضع صعب جدا. ونحن نعرف ذلك"]
        ),
        (  // A pair inside the pair.
            "قالت منى العلوي “قرأت كتاب «الأيام» في صغري”.",
            ["direct|person:mona|name|قالت|قرأت كتاب «الأيام» في صغري"]
        ),
        (  // Not closed: its paragraph ends it.
            "وأضاف الحداد: «سنعود قريبا إلى العمل\n\nانتهى الخبر.",
            ["direct|person:salem|name|وأضاف|سنعود قريبا إلى العمل"]
        ),
        (  // The words before the verb.
            "«لن نغادر هذا المكان»، قال سالم الحداد أمام الجمهور.",
            ["direct|person:salem|name|قال|لن نغادر هذا المكان"]
        ),
        (  // A colon without marks.
            "وقال الحداد: نحن نبارك هذه الخطوة.",
            ["direct|person:salem|name|وقال|نحن نبارك هذه الخطوة"]
        ),
        (
            "وقال الحداد: إن الخطوة مباركة.",
            ["indirect|person:salem|name|وقال|الخطوة مباركة"]
        ),
        (  // A name, a colon and the words.
            "سالم الحداد: \"لن نغادر هذا المكان\".",
            ["direct|person:salem|name|الحداد|لن نغادر هذا المكان"]
        ),
        (
            "وختم الحداد تصريحه بالقول إن المستقبل واعد.",
            ["indirect|person:salem|name|وختم|المستقبل واعد"]
        ),
        (  // The name of a medium on the way.
            "وقال الحداد لبرنامج \"صباح الخير\" إن الحركة عادت.",
            ["indirect|person:salem|name|وقال|الحركة عادت"]
        ),
    ])
    func `words in quotation marks are a direct quotation`(body: String, expected: [String]) {
        #expect(lines(body) == expected)
    }

    @Test(arguments: [
        (
            "ونوه سالم الحداد بالندوة التي توجت بنتائج \" تجاوزت الانتظارات \" في الميدان.",
            [
                "indirect|person:salem|name|ونوه|بالندوة التي توجت بنتائج \" تجاوزت الانتظارات \" في الميدان",
                "fragment|person:salem|name|ونوه|تجاوزت الانتظارات",
            ]
        ),
        (  // A name in quotation marks is none.
            "وقال الحداد إن تنظيم \"الدولة الإسلامية\" هاجم القرية.",
            ["indirect|person:salem|name|وقال|تنظيم \"الدولة الإسلامية\" هاجم القرية"]
        ),
        (
            "وقال الحداد إن «العاصمة» آمنة.", ["indirect|person:salem|name|وقال|«العاصمة» آمنة"]
        ),
    ])
    func `quoted words inside a report are a fragment`(body: String, expected: [String]) {
        #expect(lines(body) == expected)
    }

    @Test
    func `a fragment knows the quotation around it`() throws {
        let found = speakers.findings(
            in: "قالت منى العلوي إنها بخير. وقال الحداد إن هدفه \"توعية الناس بما يجري\" فقط.")
        #expect(found.quotations.map(\.within) == [nil, nil, 1])
    }

    @Test(arguments: [
        (
            "وقال سالم الحداد إن الأشغال بدأت. وأضاف أن الكلفة كبيرة. كما نوه بهذه المناسبة، بدعم السكان.",
            [
                "indirect|person:salem|name|وقال|الأشغال بدأت",
                "indirect|person:salem|implied|وأضاف|الكلفة كبيرة",
                "indirect|person:salem|implied|نوه|بدعم السكان",
            ]
        ),
        (  // A participle goes on with the speaker of its sentence and ends the report before it.
            "وأكدت منى العلوي أن النتائج جيدة، مضيفة أن العمل مستمر، ومشيرة إلى أهمية الوقت.",
            [
                "indirect|person:mona|name|وأكدت|النتائج جيدة",
                "indirect|person:mona|implied|مضيفة|العمل مستمر",
                "indirect|person:mona|implied|ومشيرة|أهمية الوقت",
            ]
        ),
        (  // The subject of a verb that is none of saying.
            "وزار سالم الحداد الموقع، مؤكدا أن الأشغال تتقدم.",
            ["indirect|person:salem|implied|مؤكدا|الأشغال تتقدم"]
        ),
        (  // Another gender is another speaker, and nobody known.
            "وقال سالم الحداد إن الأشغال بدأت. وأوضحت أن الكلفة كبيرة.",
            ["indirect|person:salem|name|وقال|الأشغال بدأت"]
        ),
        (
            "وقال مصدر أمني إن رجلا أوقف. وأضاف المصدر ذاته أن البحث مستمر.",
            [
                "indirect|role:مصدر-امني|role|وقال|رجلا أوقف",
                "indirect|role:مصدر-امني|role|وأضاف|البحث مستمر",
            ]
        ),
        (
            "وقال وزير النقل سالم الحداد إن الخط جاهز. وأضاف الوزير أن التذاكر رخيصة.",
            [
                "indirect|person:salem|name|وقال|الخط جاهز",
                "indirect|person:salem|role|وأضاف|التذاكر رخيصة",
            ]
        ),
        (
            "وقال سالم الحداد إن الخط جاهز. وأكد معاليه أن التذاكر رخيصة.",
            [
                "indirect|person:salem|name|وقال|الخط جاهز",
                "indirect|person:salem|role|وأكد|التذاكر رخيصة",
            ]
        ),
        (  // Named in an attribution, which is no quotation itself.
            "وأوقف شخصان وفق ما أكده سالم الحداد. وأضاف أن البحث مستمر.",
            ["indirect|person:salem|implied|وأضاف|البحث مستمر"]
        ),
        (
            "وبحسب مصدر أمني، فإن النار أخمدت. وأضاف المصدر ذاته أن لا إصابات.",
            ["indirect|role:مصدر-امني|role|وأضاف|لا إصابات"]
        ),
        (  // A paper speaks for the body that issued it.
            "وأفاد بلاغ لوزارة النقل أن الخط جاهز. وأضاف البلاغ أن التذاكر رخيصة.",
            [
                "indirect|org:transport|name|وأفاد|الخط جاهز",
                "indirect|org:transport|role|وأضاف|التذاكر رخيصة",
            ]
        ),
        (  // Described once, then by a part of that.
            "وقال مارك تونر المتحدث باسم الخارجية إن الأمر جاد. وأضاف تونر أن الوقت ضيق. وأكد المتحدث باسم الخارجية أن الحل قريب.",
            [
                "indirect|role:مارك-تونر-المتحدث-باسم-الخارجية|role|وقال|الأمر جاد",
                "indirect|role:مارك-تونر-المتحدث-باسم-الخارجية|role|وأضاف|الوقت ضيق",
                "indirect|role:مارك-تونر-المتحدث-باسم-الخارجية|role|وأكد|الحل قريب",
            ]
        ),
        (  // The office in other words.
            "قال وزير النقل سالم الحداد إن الخط جاهز. واستقبلت منى العلوي الوفد وقالت إن اللقاء مفيد. وأضاف الوزير أن التذاكر رخيصة.",
            [
                "indirect|person:salem|name|قال|الخط جاهز",
                "indirect|person:mona|implied|وقالت|اللقاء مفيد",
                "indirect|person:salem|role|وأضاف|التذاكر رخيصة",
            ]
        ),
        (
            "ودعا رئيس البرلمان إلى الهدوء، قائلا: \"علينا أن نتحاور اليوم\".",
            ["direct|role:رئيس-البرلمان|implied|قائلا|علينا أن نتحاور اليوم"]
        ),
    ])
    func `a speaker goes on`(body: String, expected: [String]) {
        #expect(lines(body) == expected)
    }

    @Test
    func `a verb without a subject is tied to the person`() {
        let found = speakers.findings(
            in: "وقال سالم الحداد إن الأشغال بدأت. وأضاف أن الكلفة كبيرة.")
        #expect(found.impliedSubjects.map(\.person) == ["person:salem"])
        #expect(found.impliedSubjects.map(\.span.text) == ["وأضاف"])
    }

    @Test(arguments: [
        ("وقال سالم الحداد إن الوضع صعب، وفق تعبيره.", "الوضع صعب"),
        ("وقال سالم الحداد إن الوضع صعب على حد قوله.", "الوضع صعب"),
        (
            "وقال سالم الحداد إن الوضع صعب وكثر الحديث عنه.كما حضر الوالي الحفل.",
            "الوضع صعب وكثر الحديث عنه"
        ),
    ])
    func `a report ends where the reporter goes on`(body: String, words: String) {
        #expect(speakers.findings(in: body).quotations.map(\.span.text) == [words])
    }

    @Test(arguments: [
        "وحسب وزارة النقل، فإن الأشغال ستبدأ غدا.",
        "ويذكر أن الخط افتتح سنة 2010.",
        "واتفق الطرفان على أن اللقاء سيعقد غدا.",
        "ولم يقل سالم الحداد إن الأشغال بدأت.",
        "التعاون القائم بين الجانبين، خاصة وأن وزارة النقل أبرمت اتفاقا.",
        "وأضاف المنتخب هدفا ثانيا قبل أن تنتهي المباراة.",
        "وتشير المعطيات الأولية إلى أن الحادث وقع ليلا.",
        "تم توقيف شخصين وفق ما أكده مصدر أمني.",
        "وقال إن الأشغال بدأت.",
        "ونفى سالم الحداد أن تكون الأشغال قد توقفت.",
        "قال الله تعالى: «إن مع العسر يسرا» في كتابه.",
        "ودون ذكر المصدر أو التلميح إلى أن الأمر جديد.",
    ])
    func `what nobody says is no quotation`(body: String) {
        #expect(lines(body) == [])
    }

    @Test
    func `a speaker that is only described is an office of the record`() {
        let found = speakers.findings(in: "وقالت مصادر طبية إن المصاب بخير.")
        #expect(found.offices.map(\.ref) == ["role:مصادر-طبية"])
        #expect(found.offices.map(\.span.text) == ["مصادر طبية"])
        #expect(found.quotations.map(\.speaker) == ["role:مصادر-طبية"])
    }

    @Test
    func `every quotation says why`() {
        let found = speakers.findings(
            in: "وقال الحداد إن «الأمر صعب عليه جدا» اليوم، مؤكدا أنه باق.")
        #expect(
            found.quotations.map(\.reason.rule) == [
                "quotation.verb", "quotation.fragment", "quotation.participle",
            ])
        #expect(found.quotations.map(\.reason.words?.text) == ["وقال", "وقال", "مؤكدا"])
    }
}
