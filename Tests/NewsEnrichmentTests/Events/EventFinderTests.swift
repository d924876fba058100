import ArabicDates
import ArticleExtraction
import Testing

@testable import NewsEnrichment

struct EventFinderTests {
    private static let published = CivilDate(year: 2017, month: 4, day: 10)
    private static let places = [
        "الرباط": "place:rabat", "تونس": "place:tunis", "دبي": "place:dubai",
    ]
    private static let bodies = [
        "وزارة الثقافة": "org:culture", "جمعية المهندسين": "org:engineers",
        "المكتب الوطني للماء": "org:water",
    ]

    /// The events of a body, with times read and places and bodies given.
    private func events(in body: String, published: CivilDate? = Self.published) -> [NewsEvent] {
        let text = NewsText(of: body)
        var findings = Findings()
        findings.times = DateParser().expressions(in: body, anchor: published).map { time in
            TimeMention(
                expression: time, paragraph: 1, text: text.text(of: time.start..<time.end))
        }
        findings.places = Self.places.sorted { $0.key < $1.key }.compactMap { name, ref in
            let mentions = spans(of: name, in: body)
            guard !mentions.isEmpty else { return nil }
            return Place(
                ref: ref, name: name, kind: .city, country: nil, point: nil, role: .mentions,
                near: nil, resolvedName: nil, mentions: mentions,
                reason: Reason("test"))
        }
        findings.organisations = Self.bodies.sorted { $0.key < $1.key }.compactMap { name, ref in
            let mentions = spans(of: name, in: body)
            guard !mentions.isEmpty else { return nil }
            return Organisation(
                ref: ref, name: name, countries: [], trigger: nil,
                mentions: mentions, reason: Reason("test"))
        }
        EventFinder().find(
            title: nil, body: text, cues: text.cues, published: published, findings: &findings)
        return findings.events
    }

    private func spans(of name: String, in body: String) -> [TextSpan] {
        let (text, sought) = (Array(body.unicodeScalars), Array(name.unicodeScalars))
        let words = NewsText(of: body)
        guard text.count >= sought.count else { return [] }
        return (0...text.count - sought.count).filter {
            Array(text[$0..<$0 + sought.count]) == sought
        }.map { TextSpan($0..<$0 + sought.count, in: words) }
    }

    private static let scheduled: [(body: String, id: String, days: [String?], place: String?)] = [
        (
            "تحتضن مدينة الرباط الدورة الخامسة للمهرجان الدولي للفيلم من 12 إلى 15 أبريل الجاري.",
            "event:series:مهرجان-فيلم/5", ["2017-04-12", "2017-04-15"], "place:rabat"
        ),
        (
            "ينعقد المؤتمر العربي للمياه بدبي يوم 20 ماي المقبل.", "event:مؤتمر-عربي-مياه/2017",
            ["2017-05-20", "2017-05-20"], "place:dubai"
        ),
        (
            "تنطلق غدا بتونس البطولة الإفريقية للأندية في نسختها الثانية عشرة.",
            "event:series:بطولة-افريقية-اندية/12", ["2017-04-11", nil], "place:tunis"
        ),
        (
            "سينظم المعرض الوطني للكتاب في دورته الـ22 بالرباط.", "event:series:معرض-وطني-كتاب/22",
            [nil, nil], "place:rabat"
        ),
    ]

    @Test(arguments: scheduled)
    func `an event to come has its name, number, days and place`(
        body: String, id: String, days: [String?], place: String?
    ) throws {
        let event = try #require(events(in: body).first)
        #expect(event.id == id)
        #expect([event.from?.description, event.to?.description] == days)
        #expect(event.place == place)
        #expect(event.status == .scheduled)
        #expect(event.role == .main)
    }

    private static let concluded: [(body: String, id: String, days: [String?])] = [
        (
            "اختتمت أمس بالرباط أشغال الملتقى الثالث حول التعليم، بعد ثلاثة أيام.",
            "event:series:ملتقي-تعليم/3", [nil, "2017-04-09"]
        ),
        (
            "أقيمت الندوة العلمية حول التراث يوم 3 مارس 2017 بتونس.", "event:ندوة-تراث/2017",
            ["2017-03-03", "2017-03-03"]
        ),
    ]

    @Test(arguments: concluded)
    func `an event that is over says so`(body: String, id: String, days: [String?]) throws {
        let event = try #require(events(in: body).first)
        #expect(event.id == id)
        #expect([event.from?.description, event.to?.description] == days)
        #expect(event.status == .concluded)
    }

    @Test(arguments: [
        "عقد الوزير مؤتمرا صحفيا يوم الاثنين بالرباط.",
        "شارك في الاجتماع عدد من الخبراء يوم 3 مارس 2017.",
        "وقال إن هذه الندوة ناجحة.",
        "نظمت ورشة عمل بالرباط أمس.",
        "احتل الفريق مركزا متقدما في بطولة الرابطة المحترفة الثانية.",
        "وأكد رئيس المؤتمر أنه سعيد.",
        "تدور مباريات الجولة 26 من البطولة الفرنسية يوم 18 ماي بالرباط.",
        "بلغ الفريق نهائي كأس المانيا أمس بالرباط.",
        "أقيم حفل بهذه المناسبة يوم 3 مارس 2017 بالرباط.",
        "نظمت جمعية منتدى الشباب يوم 3 مارس 2017 بالرباط لقاء مع الطلبة.",
        "أحدثت جمعية المهندسين سنة 2015 فرعا جديدا لها.",
    ])
    func `what has no name, or neither date nor place nor number, is no event`(body: String) {
        #expect(events(in: body).map(\.id) == [])
    }

    @Test(arguments: [
        (
            "مع اقتراب موعد الانتخابات البلدية في الرباط، بدأ عدد من المواطنين حملاتهم.",
            NewsEvent.Status.scheduled
        ),
        ("انطلق الصالون المتوسطي للبناء في دورته الثالثة بالرباط.", .concluded),
        ("زار الوزير بالرباط المهرجان الوطني للعنب الذي انطلقت فعالياته يوم أمس.", .concluded),
    ])
    func `the verb that governs an event says whether it is over`(
        body: String, status: NewsEvent.Status
    ) throws {
        #expect(try #require(events(in: body).first).status == status)
    }

    @Test
    func `a day that is not known is not made up`() throws {
        let event = try #require(
            events(in: "تنطلق اليوم بالرباط الدورة الثالثة للمهرجان الوطني للعنب.", published: nil)
                .first)
        #expect(event.value == nil)
        #expect(event.from == nil)
        #expect(event.place == "place:rabat")
    }

    @Test
    func `mentions of one event are one, and numbers tell two of a series apart`() throws {
        let events = events(
            in: """
                تنعقد الندوة العلمية الثانية يوم 12 أبريل الجاري. وتهدف هذه الندوة إلى تبادل الخبرات. \
                وتنعقد هذه الندوة العلمية الثانية بالرباط بعد الندوة العربية الأولى حول المياه ، التي \
                احتضنتها تونس في مارس 2016.
                """)
        #expect(
            events.map(\.id) == [
                "event:series:ندوة-عربية-مياه/2", "event:series:ندوة-عربية-مياه/1",
            ])
        #expect(events.map(\.place) == ["place:rabat", "place:tunis"])
        #expect(events.map(\.status) == [.scheduled, .concluded])
        #expect(events.map(\.value) == [nil, "2016-03"])
        #expect(Set(events.map(\.series)) == ["series:ندوة-عربية-مياه"])
    }

    @Test
    func `who holds an event is told from who attends`() throws {
        let held = try #require(
            events(in: "تنظم وزارة الثقافة يوم 12 أبريل بالرباط المعرض الوطني للكتاب.").first)
        #expect(held.organiser == "org:culture")
        let attended = try #require(
            events(in: "افتتح أمس بالرباط المعرض الوطني للكتاب بحضور وزارة الثقافة.").first)
        #expect(attended.organiser == nil)
    }

    @Test
    func `a body is founded at a time`() throws {
        let event = try #require(
            events(in: "يذكر أن جمعية المهندسين تأسست سنة 1998 بالرباط، بمبادرة من وزارة الثقافة.")
                .first)
        #expect(event.id == "event:تاسيس-engineers")
        #expect(event.value == "1998")
        #expect(event.place == "place:rabat")
        #expect(event.agents == ["org:culture"])
        #expect(event.status == .concluded)
    }

    @Test
    func `an agreement has two parties and a time`() throws {
        let body =
            "سبق أن أبرمت وزارة الثقافة اتفاقية شراكة مع المكتب الوطني للماء في أبريل 2013 في مجال صيانة المآثر."
        let event = try #require(events(in: body).first)
        #expect(event.agents == ["org:culture", "org:water"])
        #expect(event.value == "2013-04")
        #expect(event.name == "اتفاقية شراكة في مجال صيانة المآثر")
        #expect(events(in: "أبرمت وزارة الثقافة اتفاقية شراكة في أبريل 2013.") == [])
    }

    @Test
    func `both seeds tell of the same four events`() throws {
        let page = try SeedFixture.page.findings().events
        let communique = try SeedFixture.communique.findings().events
        #expect(page.count == 4)
        #expect(Set(page.map(\.id)) == Set(communique.map(\.id)))
        #expect(page.first?.ordinal == 2)
        #expect(page.first?.status == .concluded)
        #expect(page.first?.from == CivilDate(year: 2014, month: 3, day: 6))
        #expect(page.first?.to == CivilDate(year: 2014, month: 3, day: 7))
        #expect(communique.first?.ordinal == 2)
        #expect(communique.first?.status == .scheduled)
        #expect(communique.first?.value == "XXXX-03-06/XXXX-03-07")
        let first = try #require(page.first { $0.ordinal == 1 })
        #expect(first.series == page.first?.series)
        #expect(first.value == "2013-11")
        #expect(first.mod == .end)
        #expect(first.place != page.first?.place)
    }

    @Test(
        arguments: [
            (text: "الأولى", number: 1), (text: "الحادية عشرة", number: 11),
            (text: "الثالثة عشرة", number: 13), (text: "العشرون", number: 20),
            (text: "الخامسة والعشرين", number: 25), (text: "الواحدة والعشرين", number: 21),
            (text: "الـ22", number: 22), (text: "22", number: 22), (text: "٢٢", number: 22),
            (text: "XIV", number: 14), (text: "الواحدة", number: nil), (text: "2017", number: nil),
            (text: "الثاني", number: nil),
        ] as [(text: String, number: Int?)])
    func `an edition's number is read in words and digits`(text: String, number: Int?) {
        let ordinal = EventOrdinal(
            in: NewsText(of: text), at: 0, isFeminine: true, takesDigits: true, lexicon: .shared)
        #expect(ordinal?.number == number)
    }
}
