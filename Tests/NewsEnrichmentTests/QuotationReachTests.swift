import Testing

@testable import NewsEnrichment

/// Reports whose verb, subject and words stand further apart, or in other forms, than is usual.
struct QuotationReachTests {
    private let speakers = Speakers(
        people: [
            ("person:salem", ["سالم الحداد", "الحداد"], ["وزير النقل"]),
            ("person:mona", ["منى العلوي"], []),
        ],
        bodies: [("org:transport", ["وزارة النقل"]), ("org:agency", ["وكالة الأنباء"])])

    /// `speaker|cue|words`, one a quotation.
    private func lines(_ body: String) -> [String] {
        speakers.findings(in: body).quotations.map {
            "\($0.speaker)|\($0.cue.text)|\($0.span.text)"
        }
    }

    @Test(arguments: [
        (
            "أكد وزير النقل، سالم الحداد، توفر الوقود في المحطات، مبرزا ضرورة ترشيد استهلاكه.",
            ["person:salem|أكد|توفر الوقود في المحطات", "person:salem|مبرزا|ضرورة ترشيد استهلاكه"]
        ),
        (
            "أكد مصدر أمني لوكالة الأنباء، القبض على مشتبه به.",
            ["role:مصدر-امني|أكد|القبض على مشتبه به"]
        ),
        (
            "وأكد سالم الحداد في المقابل ضرورة العمل على تحسين الخدمة.",
            ["person:salem|وأكد|ضرورة العمل على تحسين الخدمة"]
        ),
        (
            "أكد مصدر أمني بمنطقة بنزرت عدم تلقي مصالحه شكوى.",
            ["role:مصدر-امني-بمنطقة-بنزرت|أكد|عدم تلقي مصالحه شكوى"]
        ),
        (  // An office after a name is no object.
            "أكد سالم الحداد منسق التعاون في البلدية على هامش التظاهرة أن الموعد تغير.",
            ["person:salem|أكد|الموعد تغير"]
        ),
    ])
    func `a noun is reported wherever its verb takes one`(body: String, expected: [String]) {
        #expect(lines(body) == expected)
    }

    @Test(arguments: [
        (
            "وقال سالم الحداد إن الأشغال انتهت وعن الكلفة قال إن المبلغ لم يتغير.",
            ["person:salem|وقال|الأشغال انتهت", "person:salem|قال|المبلغ لم يتغير"]
        ),
        (
            "قال سالم الحداد إن الخط جديد. وقال لم نتلق أي عرض.",
            ["person:salem|قال|الخط جديد", "person:salem|وقال|لم نتلق أي عرض"]
        ),
        (
            "قال سالم الحداد إن الخط جديد. وزاد أن الكلفة ارتفعت.",
            ["person:salem|قال|الخط جديد", "person:salem|وزاد|الكلفة ارتفعت"]
        ),
        (
            "واستقبل الوالي سالم الحداد الذي أكد أن الطريق سالكة، مفيدا بأن الجسر فتح.",
            ["person:salem|أكد|الطريق سالكة", "person:salem|مفيدا|الجسر فتح"]
        ),
        (  // كشف عن is no quotation, but tells who speaks.
            "كشف سالم الحداد عن وصول ثلاث حافلات. وأوضح أن البقية تصل غدا.",
            ["person:salem|وأوضح|البقية تصل غدا"]
        ),
        (  // The verb that relays tells nothing of who speaks.
            "ونقلت وكالة الأنباء عن سالم الحداد قوله إن الخط جديد. وأوضح أن الكلفة ارتفعت.",
            ["person:salem|قوله|الخط جديد", "person:salem|وأوضح|الكلفة ارتفعت"]
        ),
        (  // Who acts in the sentence goes on to speak in it.
            "قال سالم الحداد إن الخط جديد. ووجهت منى العلوي رسالة إلى الأهالي وقالت إن الأمر معقد.",
            ["person:salem|قال|الخط جديد", "person:mona|وقالت|الأمر معقد"]
        ),
    ])
    func `who spoke goes on in more ways than one`(body: String, expected: [String]) {
        #expect(lines(body) == expected)
    }

    @Test(arguments: [
        (
            "كشفت لـ \"الاقتصادية\" مصادر محلية أن المشروع تأخر.",
            ["role:مصادر-محلية|كشفت|المشروع تأخر"]
        ),
        (
            "قال أمس الأحد سالم الحداد إن الخط جديد.",
            ["person:salem|قال|الخط جديد"]
        ),
        (
            "حسب مقال بصحيفة الشرق. ذكر مقال بصحيفة الشرق وأكد سالم الحداد أن الخط جديد.",
            ["person:salem|وأكد|الخط جديد"]
        ),
        (
            "زار سالم الحداد الميناء. وقال معاليه إن الأشغال انتهت.",
            ["person:salem|وقال|الأشغال انتهت"]
        ),
        (
            "وأكدت الوزارة مساندتها المطلقة لإطاراتها.",
            ["role:الوزارة|وأكدت|مساندتها المطلقة لإطاراتها"]
        ),
    ])
    func `a subject is found after whom it is told to and when`(body: String, expected: [String]) {
        #expect(lines(body) == expected)
    }

    @Test(arguments: [
        "وتقوم اللجنة عبر الموقع بالإجابة عن استفسارات المشاركين.",
        "لا ينبغي لأحد أن يذكر سالم الحداد أن الخط جديد.",
        "وزاد الطين بلة أن الكلفة ارتفعت.",
    ])
    func `what only looks like a report is none`(body: String) {
        #expect(lines(body).isEmpty)
    }

    @Test
    func `a future verb in quotation marks is somebody's words, a known thing none`() {
        let body =
            "قال سالم الحداد إنه \"سيعود قريبا جدا\" إلى العمل فيما يعرف \"بقضية زرمدين\" هناك."
        let fragments = speakers.findings(in: body).quotations.filter { $0.kind == .fragment }
        #expect(fragments.map(\.span.text) == ["سيعود قريبا جدا"])
    }
}
