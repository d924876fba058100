import Testing

@testable import NewsEnrichment

struct TopicFinderTests {
    private let finder = TopicFinder()
    private let table = TopicTable.shared

    private func codes(_ title: String, _ body: String) -> [String] {
        finder.topics(title: NewsText(of: title), body: NewsText(of: body)).map(\.code)
    }

    @Test(arguments: [
        (
            title: "المنتخب يفوز في مباراة ودية",
            body:
                "فاز المنتخب الوطني لكرة القدم على نظيره بهدفين، وسجل المهاجم من ضربة جزاء في الشوط الثاني.",
            code: "20001065"
        ),
        (
            title: "حجز كمية من المخدرات",
            body:
                "أوقفت عناصر الشرطة شخصا بحوزته كمية من المخدرات والأقراص المهلوسة، وفتحت النيابة العامة تحقيقا.",
            code: "20000095"
        ),
        (
            title: "البنك المركزي يرفع سعر الفائدة",
            body: "قرر البنك المركزي رفع سعر الفائدة لمواجهة التضخم الذي بلغ أعلى مستوى منذ سنوات.",
            code: "20000379"
        ),
        (
            title: "توقعات الأرصاد ليوم غد",
            body:
                "تتوقع مديرية الأرصاد الجوية أمطارا رعدية وانخفاضا في درجات الحرارة مع هبوب رياح قوية.",
            code: "20001128"
        ),
        (
            title: "تلاميذ الباكالوريا يجتازون الامتحانات",
            body:
                "انطلقت امتحانات الباكالوريا في مختلف المؤسسات التعليمية، وأكدت وزارة التربية أن ظروفها عادية.",
            code: "20000413"
        ),
        (
            title: "غرق مركب للهجرة غير النظامية",
            body:
                "غرق مركب كان يقل مهاجرين في إطار الهجرة غير النظامية نحو السواحل الإيطالية، وانتشل الحرس الوطني جثثا.",
            code: "20000773"
        ),
        (
            title: "لقاح جديد ضد الإنفلونزا",
            body:
                "أعلنت وزارة الصحة عن توفير لقاح جديد ضد الإنفلونزا في المستشفيات، مع انطلاق حملة التلقيح.",
            code: "20000477"
        ),
    ])
    func `an article's first topics have what it is about`(
        title: String, body: String, code: String
    ) {
        #expect(codes(title, body).prefix(2).contains(code))
    }

    @Test
    func `what says little has no topic`() {
        #expect(
            codes("لقاء", "التقى المدير أمس بعدد من الأشخاص في مكتبه وتحدث معهم عن أشياء كثيرة.")
                == [])
    }

    @Test
    func `the police seminar is about police, terrorism and international relations`() throws {
        let body = try SeedFixture.communique.body()
        let topics = finder.topics(title: nil, body: NewsText(of: body))
        let about = topics.filter { $0.relation == .about }.map(\.code)
        #expect(Set(about).isSuperset(of: ["20000133", "20000103", "20000638", "20000129"]))
        #expect(topics.map(\.relevance) == topics.map(\.relevance).sorted(by: >))
        #expect(topics.allSatisfy { $0.reason.words != nil })
    }

    @Test(
        arguments: [
            (headline: "ريال مدريد يتوج بكأس القارات للأندية لكرة القدم", code: "15000000"),
            (headline: "حجز آلاف الأدوية المهربة", code: "07000000"),
            (headline: "تداولات الافتتاح ببورصة الدار البيضاء", code: "04000000"),
            (headline: "توقعات أحوال الطقس اليوم الخميس", code: "17000000"),
            (headline: "اختيار الفيلم بالقائمة الطويلة لأوسكار أفضل فيلم دولي", code: "01000000"),
            (headline: "فكرة جديدة", code: nil),
            (headline: "أهالي الحي غاضبون", code: nil),
        ] as [(headline: String, code: String?)])
    func `a headline has a top-level topic or none`(headline: String, code: String?) {
        let text = NewsText(of: headline)
        #expect(finder.topTopic(of: text, genre: HeadlineGenre.genre(of: text)) == code)
    }

    @Test(
        arguments: [
            (headline: "كيوسك الخميس | خبراء الداخلية يعملون على تقسيم جديد", genre: .pressReview),
            (headline: "أبرز عناوين الصحف الصادرة اليوم", genre: .pressReview),
            (headline: "توقعات أحوال الطقس اليوم الخميس", genre: .forecast),
            (headline: "سعيد العلوي يكتب: المدرسة والمجتمع", genre: .opinion),
            (headline: "لماذا أرفض الرأسمالية ؟", genre: .opinion),
            (headline: "ما هي التحديات التي تواجه الحكومة؟", genre: .analysis),
            (headline: "الوزير يكتب رسالة إلى نظيره", genre: nil),
            (headline: "لماذا أعلن الرئيس استقالته؟", genre: nil),
            (headline: "الحكومة تصادق على قانون المالية", genre: nil),
        ] as [(headline: String, genre: PageHeadlineTopic.Genre?)])
    func `a headline's genre is told where it is sure`(
        headline: String, genre: PageHeadlineTopic.Genre?
    ) {
        #expect(HeadlineGenre.genre(of: NewsText(of: headline)) == genre)
    }

    @Test
    func `every topic has a code of its own, a label and words`() {
        #expect(table.topics.count > 380)
        #expect(Set(table.topics.map(\.code)).count == table.topics.count)
        #expect(table.topics.allSatisfy { $0.code.utf8.count == 8 && !$0.label.isEmpty })
        let shown = Set(table.weights.filter { $0.weight > 0 }.map(\.topic))
        #expect(shown.count == table.topics.count)
        #expect(table.depths[0] == 0)
        for index in table.topics.indices.dropFirst() {
            #expect(table.depths[index] <= table.depths[index - 1] + 1)
            #expect(table.topics[table.tops[index]].code.hasSuffix("000000"))
        }
    }

    @Test(
        arguments: [
            (text: "كرة القدم", length: 2), (text: "لكرة القدم", length: 2),
            (text: "والكرة", length: 1),
            (text: "فكرة", length: nil), (text: "الأمن القومي", length: 2),
        ] as [(text: String, length: Int?)])
    func `the longest phrase counts, and no look-alike`(text: String, length: Int?) {
        let found = table.match(in: NewsText(of: text), at: 0)
        let weighs = found.map { !table.weights(of: $0.phrase).isEmpty } ?? false
        #expect((weighs ? found?.length : nil) == length)
    }
}
